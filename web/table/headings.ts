/** Recognizes the headings of a pasted block: as this page calls its columns in any language, as the file does, or as planners do. */
import { fieldLabel, pathLabel, type FieldWords } from '../../src/report/languages/field-label.ts';
import { otherWords } from '../../src/scenario/schema/other-words.ts';
import { possibleSteps } from './funnel-steps.ts';
import type { Column, Section } from './outline.ts';
import type { Block } from './tsv.ts';

/** What a column of a block holds: a field of rows, their names, or nothing that is known. */
export type Target = Column | 'name' | undefined;

/** What one language calls fields, and the column with the names of rows. */
export interface HeadingWords {
  readonly names: readonly string[];
  readonly fields: FieldWords;
}

/** A cell that begins like a number or an amount of money. */
export function isNumber(cell: string): boolean {
  return /^[^\p{L}]*\d/u.test(cell);
}

/**
 * Whether the first row of a block is one of headings: none of its cells is a number, and it names a field, or stands above
 * numbers only.
 */
export function hasHeadings([head = [], ...body]: Block, targets: readonly Target[]): boolean {
  if (body.length === 0 || head.some(isNumber)) return false;
  const isAboveNumbers = (c: number) => head[c] !== '' && body.every((line) => isNumber(line[c] ?? ''));
  return targets.some((target) => target !== undefined && target !== 'name') || head.some((_, c) => isAboveNumbers(c));
}

/**
 * Tells what the columns under headings hold; of two that are called the same only the first is known.
 *
 * @returns  for headings side by side, what each stands above
 */
export function headingReader(
  section: Section,
  languages: readonly HeadingWords[],
): (head: readonly string[]) => readonly Target[] {
  const columns = columnsByName(section, languages);
  const names = new Set(languages.flatMap((words) => words.names.flatMap(namesIn)));
  return (head) => {
    const called = head.map((heading) => namesIn(heading).map((name) => columns.get(name) ?? []));
    const groups = called.flat().flatMap((all) => (all.length === 1 ? all.map(({ column }) => groupOf(column)) : []));
    const taken = new Set<Target>();
    return head.map((heading, c) => {
      // A group of channels has channels of its own.
      const isName = (c === 0 && heading === '') || namesIn(heading).some((name) => names.has(name));
      const target = called[c]!.map((all) => theOne(all, groups)).find(Boolean) ?? (isName ? 'name' : undefined);
      if (target === undefined || taken.has(target)) return undefined;
      taken.add(target);
      return target;
    });
  };
}

/** A column that a heading may mean. */
interface Candidate {
  readonly column: Column;
  /** The heading is all of what the file or this page calls it, and not one word of that, or what others call it. */
  readonly isWhole: boolean;
}

/** Columns by all that they may be called. */
function columnsByName(
  section: Section,
  languages: readonly HeadingWords[],
): ReadonlyMap<string, readonly Candidate[]> {
  const named = section.columns.filter(({ open }) => open !== true);
  const groups = new Set(named.flatMap(({ path }) => path.slice(0, -1)));
  const known = new Map<string, Candidate[]>();
  const add = (column: Column, whole: readonly string[], others: readonly string[]) => {
    const all = [true, false].flatMap((isWhole) =>
      (isWhole ? whole : others).flatMap(namesIn).map((name) => ({ name, isWhole })),
    );
    for (const { name, isWhole } of all) {
      const before = known.get(name) ?? [];
      if (!before.some((other) => other.column === column)) known.set(name, [...before, { column, isWhole }]);
    }
  };
  for (const column of named.filter(({ path }) => path.length > 0)) {
    const whole = [column.key, ...languages.map(({ fields }) => pathLabel(column.path, fields))];
    // What is called like a group of columns may be any of them.
    add(column, whole, [
      ...namesOfLast(column, languages),
      ...otherWordsOf(column).filter((word) => !groups.has(word)),
    ]);
  }
  for (const step of possibleSteps(section)) add(step, [], [...namesOfLast(step, languages), ...otherWordsOf(step)]);
  return known;
}

function namesOfLast({ path }: Column, languages: readonly HeadingWords[]): readonly string[] {
  const last = path.at(-1)!;
  return [last, ...languages.map(({ fields }) => fieldLabel(last, fields))];
}

function otherWordsOf({ path }: Column): readonly string[] {
  return path.flatMap((_, k) => otherWords[path.slice(k).join('.')] ?? []);
}

/**
 * The column that is meant where several are called the same: the one in use that is called just so; the one in a group that
 * other headings are of, such as the `spend` of a pilot beside its `clicks`; the one in use, within the fewest others.
 */
function theOne(candidates: readonly Candidate[], groups: readonly string[]): Column | undefined {
  const columns = candidates.map(({ column }) => column);
  const used = columns.filter((column) => column.used);
  const whole = candidates.flatMap(({ column, isWhole }) => (isWhole && column.used ? [column] : []));
  const beside = columns.filter((column) => groupOf(column) !== '' && groups.includes(groupOf(column)));
  const depth = Math.min(...used.map(({ path }) => path.length));
  const outer = used.filter(({ path }) => path.length === depth);
  return [columns, whole, beside, outer].find((some) => some.length === 1)?.[0];
}

function groupOf({ path }: Column): string {
  return path.slice(0, -1).join('.');
}

/**
 * A heading as it is compared: whole, without what stands in brackets or behind a comma, the Latin letters of a Chinese one,
 * and each of them in the singular.
 */
function namesIn(heading: string): readonly string[] {
  const text = heading.normalize('NFKC').toLowerCase();
  const names = new Set<string>();
  const add = (written: string) => {
    const name = written.replaceAll(/[^\p{L}\p{N}]+/gu, '');
    if (name !== '') names.add(name);
  };
  const bare = text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '').replace(/[,、].*$/, '');
  const latin = bare.replaceAll(/\p{Script=Han}+/gu, '');
  for (const written of new Set([text, bare, latin])) {
    add(written);
    if (written.includes('s')) add(written.replaceAll(/(?<=[a-rt-z]{2})s\b/g, ''));
  }
  return [...names];
}
