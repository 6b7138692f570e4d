import type { TextEdit } from '../text/text-edit.ts';
import { cellText, type Place } from './grid-model.ts';
import type { Target } from './headings.ts';
import type { Row, Section } from './outline.ts';
import type { Block } from './tsv.ts';

/** What pasting a block does whose columns are known. */
export interface HeadedPaste {
  readonly edits: readonly TextEdit[];
  /** Of each row of the block: what is to have its cells; undefined where they go nowhere. */
  readonly names: readonly (string | number | undefined)[];
  /** Names of rows that there are not yet. */
  readonly added: readonly string[];
}

/** Where a row of a block goes: `row` is one that is there. */
interface Destination {
  readonly key: string | number;
  readonly row?: Row;
}

/** Sums and means below a table are no rows of it. */
const TOTAL =
  /^(?:(?:(?:sub|grand)[ -]?)?totals?|sum|average|mean|all channels|(?:本页)?[合总共小]\s*计|汇总|总和|平均值?|均值|(?:全部|所有|全)渠道)\s*[:：]?$/iu;

/** Puts cells into the columns of their headings: rows by their names, whatever their order; where they have none, by their places from `at` on. */
export function headedPaste(section: Section, targets: readonly Target[], at: Place, body: Block): HeadedPaste {
  const nameColumn = section.kind === 'named' ? targets.indexOf('name') : -1;
  const destinations = body.map((line, r) =>
    nameColumn < 0 ? placed(section, at.row + r) : named(section, line[nameColumn] ?? ''),
  );
  const edits = body.flatMap((line, r) => {
    const destination = destinations[r];
    return destination === undefined ? [] : editsOf(section, targets, destination, line);
  });
  const added = destinations.flatMap((to) => (to === undefined || to.row !== undefined ? [] : [String(to.key)]));
  return { edits, names: destinations.map((to) => to?.key), added: [...new Set(added)] };
}

function editsOf(
  section: Section,
  targets: readonly Target[],
  { key, row }: Destination,
  line: readonly string[],
): readonly TextEdit[] {
  return targets.flatMap((column, c) => {
    const text = line[c] ?? '';
    if (column === undefined || column === 'name' || text === (row ? cellText(row, column) : '')) return [];
    const path = [...(row?.path ?? [section.name, key]), ...column.path];
    return [{ kind: 'set', path, text, order: column.order } as const];
  });
}

function placed({ kind, rows }: Section, place: number): Destination | undefined {
  const row = rows[place];
  if (row !== undefined) return { key: row.key, row };
  return kind === 'list' ? { key: place } : undefined;
}

/** The row of this name, or else of this label; a new one where there is none. */
function named({ rows }: Section, name: string): Destination | undefined {
  if (name === '' || TOTAL.test(name)) return undefined;
  const isSame = (other: string | undefined) => other?.toLowerCase() === name.toLowerCase();
  const row = rows.find(({ key }) => isSame(String(key))) ?? rows.find(({ cells }) => isSame(cells['label']?.text));
  return row === undefined ? { key: name } : { key: row.key, row };
}
