/** The worker that makes scenarios of files of other programs. */
import { ScenarioError } from '../../src/errors.ts';
import { importers } from '../../src/importers/table.ts';
import { isData } from './is-data.ts';
import { isTable } from './is-table.ts';

export interface ImportQuestion {
  readonly name: string;
  readonly text: string;
}

export type ImportAnswer =
  | { readonly status: 'done'; readonly text: string }
  /** Of no scenario and no report: what the API of a program has answered, or a table. */
  | { readonly status: 'data' }
  /** No importer knows such a file. */
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly message: string };

function answer({ name, text }: ImportQuestion): ImportAnswer {
  const importer = Object.values(importers).find(({ recognizes }) => recognizes(text));
  if (importer === undefined) return { status: isData(text) || isTable(text) ? 'data' : 'unknown' };
  try {
    return { status: 'done', text: importer.convert(text, { file: name }).scenario };
  } catch (thrown) {
    if (!(thrown instanceof ScenarioError)) throw thrown;
    return { status: 'refused', message: thrown.issues.map(({ message }) => message).join('; ') };
  }
}

addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => postMessage(answer(data)));
