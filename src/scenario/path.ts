import type { Path } from './text/finding.ts';

/** Whether one of two paths holds the other, or both are the same. */
export function overlap(a: Path, b: Path): boolean {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Whether `path` leads to one of `parts`, or into it. */
export function isWithin(path: Path, parts: readonly Path[]): boolean {
  return parts.some((part) => part.length <= path.length && overlap(part, path));
}

/** A map of a file: not a list, not nothing. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at `path`; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => (holds(inner, part) ? inner[part] : undefined), value);
}

/** A copy of `value` with another one in place of what stands at `path`, which must be there. */
export function withValueAt<Whole>(value: Whole, [part, ...rest]: Path, next: unknown): Whole {
  if (part === undefined) return next as Whole;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Whole & Record<string | number, unknown>;
  Object.assign(copy, { [part]: withValueAt((value as typeof copy)[part], rest, next) });
  return copy;
}

/** How many steps of `path` can be gone in `value`. */
export function depthOf(value: unknown, path: Path): number {
  let inner = value;
  for (const [depth, part] of path.entries()) {
    if (!holds(inner, part)) return depth;
    inner = inner[part];
  }
  return path.length;
}

/** Only fields of the data itself count, never inherited ones; a list has places, not names. */
function holds(value: unknown, part: string | number): value is Record<string | number, unknown> {
  if (Array.isArray(value) !== (typeof part === 'number')) return false;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part);
}
