/** Recognizes the headings of a pasted block: as this page calls its columns in any language, or as the file does. */
import { fieldLabel, pathLabel, type FieldWords } from '../../src/report/languages/field-label.ts';
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

/** What the columns under these headings hold; of two that are called the same only the first is known. */
export function targetsOf(
  head: readonly string[],
  section: Section,
  languages: readonly HeadingWords[],
): readonly Target[] {
  const known = targetsByName(section, languages);
  const taken = new Set<Target>();
  return head.map((heading, c) => {
    const target =
      c === 0 && heading === ''
        ? 'name'
        : namesIn(heading)
            .map((name) => known.get(name))
            .find(Boolean);
    if (target === undefined || taken.has(target)) return undefined;
    taken.add(target);
    return target;
  });
}

/** Fields by all that they may be called. What several are called names the one that is in use, where it is one. */
function targetsByName(section: Section, languages: readonly HeadingWords[]): ReadonlyMap<string, Target> {
  const columns = new Map<string, Set<Column>>();
  for (const column of section.columns.filter(({ open }) => open !== true)) {
    const own = column.path.at(-1) ?? '';
    const texts = [column.key, own, ...languages.flatMap(({ fields }) => labelsOf(column, fields))];
    for (const name of texts.flatMap(namesIn)) columns.set(name, (columns.get(name) ?? new Set()).add(column));
  }
  const names = languages.flatMap((words) => words.names.flatMap(namesIn));
  const known = new Map<string, Target>(names.map((name) => [name, 'name']));
  // A group of channels has channels of its own.
  for (const [name, all] of columns) known.set(name, theOne(all) ?? known.get(name));
  return known;
}

function labelsOf({ path }: Column, words: FieldWords): readonly string[] {
  return path.length === 0 ? [] : [pathLabel(path, words), fieldLabel(path.at(-1)!, words)];
}

function theOne(columns: ReadonlySet<Column>): Column | undefined {
  if (columns.size === 1) return [...columns][0];
  const used = [...columns].filter((column) => column.used);
  return used.length === 1 ? used[0] : undefined;
}

/** A heading as it is compared: whole, without what stands in brackets or behind a comma, and the Latin letters of a Chinese one. */
function namesIn(heading: string): readonly string[] {
  const text = heading.normalize('NFKC').toLowerCase();
  const bare = text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '').replace(/[,、].*$/, '');
  const latin = /\p{Script=Han}/u.test(bare) ? [bare.replaceAll(/\p{Script=Han}/gu, '')] : [];
  const plain = [text, bare, ...latin].map((one) => one.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set(plain)].filter((one) => one !== '');
}
