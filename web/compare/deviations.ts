import { isMap } from '../../src/scenario/path.ts';
import { flowText } from '../../src/scenario/quantity/flow-text.ts';
import { compose } from '../../src/scenario/text/compose.ts';
import type { Path } from '../../src/scenario/text/finding.ts';
import { valueOfTree } from '../../src/scenario/text/values.ts';

/** Something that two files say in different words. */
export interface Deviation {
  readonly path: Path;
  /** As written, or undefined where a file says nothing. */
  readonly base: string | undefined;
  readonly own: string | undefined;
}

/** In what a file differs from the base, field by field in its order; undefined where one of them cannot be read. */
export function deviationsOf(base: string, own: string): readonly Deviation[] | undefined {
  const [before, after] = [contentOf(base), contentOf(own)];
  return before === undefined || after === undefined ? undefined : differences([], before, after);
}

/** Numbers as they are written: `30%` and `0.3` are the same to the engine, but not to who wrote them. */
function contentOf(text: string): unknown {
  const composed = compose(text);
  if (!composed.ok || composed.document.errors.length > 0) return undefined;
  return valueOfTree(composed.document.contents, text, () => 1).value;
}

function differences(path: Path, base: unknown, own: unknown): readonly Deviation[] {
  if (isMap(base) && isMap(own)) {
    const names = [...new Set([...Object.keys(own), ...Object.keys(base)])];
    return names.flatMap((name) => differences([...path, name], base[name], own[name]));
  }
  const [before, after] = [written(base), written(own)];
  return before === after ? [] : [{ path, base: before, own: after }];
}

/** A value on one line, as a file may say it. */
function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : flowText(value);
}
