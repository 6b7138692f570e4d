import type { Path } from './text/finding.ts';

/** Something wrong with the content of a file, before its line is looked up. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  /** One sentence without the path. */
  readonly message: string;
  readonly advice?: string;
  readonly replacement?: string;
  /** The fault is in the name of the field, not in what it holds; `replacement` is then another name. */
  readonly inName?: true;
}

/** More faults than this help nobody, and would take long to put in words. */
export const MOST_FAULTS = 100;

/** The first `most` of a sequence; the others are not even made. */
export function firstOf<T>(sequence: Iterable<T>, most: number): readonly T[] {
  const first: T[] = [];
  for (const one of sequence) {
    if (first.length === most) break;
    first.push(one);
  }
  return first;
}

/** How a value is named in a message: `the text "abc"`, `a list`. */
export function inMessage(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `\`${shortened(value)}\``;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'a set of fields';
}

/** `one, two or three`, each in the type of code; a long list ends in `…`. */
export function listed(names: readonly string[], joint: 'and' | 'or' = 'or'): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${shortened(name)}\``);
  if (names.length > MOST_NAMES) return `${shown.join(', ')}, …`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

/** `1 period`, `12 periods`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const MOST_NAMES = 20;

const MOST_CHARACTERS = 60;

function shortened(text: string): string {
  const visible = text.replaceAll(/\p{Cc}/gu, ' ');
  return visible.length > MOST_CHARACTERS ? `${visible.slice(0, MOST_CHARACTERS)}…` : visible;
}
