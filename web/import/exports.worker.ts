/** The worker that reads exports of other programs and joins them; the page has nothing to do but to show what came of it. */
import { refusal, ScenarioError, type Issue } from '../../src/errors.ts';
import { expectFew, joinExports, type ExportsInput } from '../../src/importers/exports.ts';
import { extractsOf, readExport, type FileContent } from '../../src/importers/exports/read-files.ts';
import type { Outcome } from '../../src/importers/exports/stages.ts';
import { readNumber } from '../../src/scenario/quantity/number.ts';
import { expectBytes } from '../../src/tables/read-sheets.ts';
import { foundIn } from './found-in.ts';
import type { ImportAnswer, ImportQuestion, Wishes } from './wire.ts';

type JoinQuestion = Extract<ImportQuestion, { readonly kind: 'join' }>;

/** Of every file that was read, by its id; nothing of one that is still being read. */
const contents = new Map<number, FileContent | undefined>();
let newest = 0;

async function read(id: number, file: File): Promise<ImportAnswer> {
  contents.set(id, undefined);
  try {
    expectBytes(file.name, file.size);
    const content = await readExport({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    // It may have been forgotten meanwhile.
    if (contents.has(id)) contents.set(id, content);
    return { kind: 'read', id, found: foundIn(content) };
  } catch (thrown) {
    contents.delete(id);
    return { kind: 'not read', id, issues: issuesOf(thrown) };
  }
}

function join({ number, ids, wishes, language }: JoinQuestion): ImportAnswer {
  try {
    expectFew(ids.length);
    const own = extractsOf(ids.flatMap((id) => contents.get(id) ?? []));
    const { notes: _, ...joined } = joinExports(own, { ...inputOf(wishes), language });
    return { kind: 'joined', number, joined };
  } catch (thrown) {
    return { kind: 'not joined', number, issues: issuesOf(thrown) };
  }
}

function inputOf({ start, periods, budget, currency, map, stages }: Wishes): ExportsInput {
  const of = (wanted: Outcome) =>
    Object.entries(stages).flatMap(([stage, outcome]) => (outcome === wanted ? [stage] : []));
  return {
    map,
    won: of('won'),
    lost: of('lost'),
    open: of('open'),
    ...(start === '' ? {} : { start }),
    ...(periods.trim() === '' ? {} : { periods: numberIn('periods', periods) }),
    ...(budget.trim() === '' ? {} : { budget: numberIn('budget', budget) }),
    ...(currency.trim() === '' ? {} : { currency: currency.trim() }),
  };
}

/** @throws ScenarioError  where it is none */
function numberIn(path: string, text: string): number {
  const reading = readNumber(text);
  if (!reading.ok) throw refusal(path, reading.message, reading.advice);
  return reading.value;
}

function issuesOf(thrown: unknown): readonly Issue[] {
  if (!(thrown instanceof ScenarioError)) throw thrown;
  return thrown.issues;
}

addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  if (data.kind === 'read') {
    // A fault of ours is thrown where the page hears of it.
    read(data.id, data.file).then(postMessage, (thrown) => setTimeout(() => reportError(thrown)));
    return;
  }
  if (data.kind === 'forget') return void contents.delete(data.id);
  newest = data.number;
  // What was asked meanwhile comes first: of several wishes typed in a row the last counts.
  setTimeout(() => {
    if (data.number === newest) postMessage(join(data));
  });
});
