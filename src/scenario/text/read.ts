import type { Issue } from '../../errors.ts';
import { compose } from './compose.ts';
import type { Finding, Path } from './finding.ts';
import { mistakeOfWhole } from './limits.ts';
import type { Piecewise } from './piecewise.ts';
import { placesOf, type Place } from './place.ts';
import { offsetOf } from './locate.ts';
import { mistakesOfSyntax } from './syntax.ts';
import { valueOfTree } from './values.ts';

export interface TextOptions {
  readonly file?: string;
  readonly pieces?: (text: string) => Piecewise | undefined;
}

export type TextReading =
  | {
      readonly ok: true;
      /** Objects without prototype, lists, texts, numbers, truth values and null; finite numbers but in what is `unread`. */
      readonly value: unknown;
      /**
       * Where an issue about `path` is shown: at the value, or at its name when the name itself is wrong. For what is
       * missing, the nearest part of the file that would hold it.
       */
      readonly locate: (path: Path, part?: 'name' | 'value') => Place;
      /** What is wrong or doubtful about single values and names; of names given twice the first counts. */
      readonly issues: readonly Issue[];
      /** Parts of the value that are not what was meant, as an error among the issues tells; names in them may be missing. */
      readonly unread: readonly Path[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads the text of a scenario: YAML 1.2 without anchors, tags and directives, or JSON. Either what its values
 * are can be looked at, or every mistake in its form is returned with line and column. Nothing is thrown, whatever the text.
 *
 * @param file    name of the file, for the issues
 * @param pieces  reads it piece by piece where it can, for who reads much the same text again and again: see `rememberedPieces`
 */
export function readText(text: string, { file, pieces }: TextOptions = {}): TextReading {
  const whole = mistakeOfWhole(text);
  const placeOf = whole?.at === 0 ? () => ({ line: 1, column: 1 }) : placesOf(text);
  const issueOf = ({ at, ...words }: Finding): Issue => ({ ...words, ...(file && { file }), ...placeOf(at) });
  const refuse = (findings: readonly Finding[]): TextReading => ({ ok: false, issues: findings.map(issueOf) });

  if (whole !== undefined) return refuse([whole]);
  const found = pieces?.(text);
  if (found !== undefined) {
    const { value, offsetOf: at } = found;
    return { ok: true, value, locate: (path, part = 'value') => placeOf(at(path, part)), issues: [], unread: [] };
  }
  const composed = compose(text);
  if (!composed.ok) return refuse([composed.finding]);
  const { contents, errors, warnings } = composed.document;
  const lineOf = (at: number) => placeOf(at).line;
  if (errors.length > 0) return refuse(mistakesOfSyntax([...errors, ...warnings], lineOf));
  if (contents === null) return refuse([{ severity: 'error', at: 0, path: '', message: 'the file is empty' }]);
  const { value, findings, unread } = valueOfTree(contents, text, lineOf);
  const issues = findings.toSorted((a, b) => a.at - b.at).map(issueOf);
  const locate = (path: Path, part: 'name' | 'value' = 'value') => placeOf(offsetOf(contents, path, part));
  return { ok: true, value, locate, issues, unread };
}
