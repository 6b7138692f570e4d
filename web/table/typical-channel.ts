import type { Column, Row, Section } from './outline.ts';

/** A field of a row, and what is written in it. */
export interface CellStart {
  readonly path: readonly string[];
  readonly text: string;
  readonly order?: readonly string[];
}

/** Fields by which channels are of one kind: how they are bought, what becomes of people, how returns diminish. */
const KIND = ['price', 'funnel', 'efficiency', 'response'];

/**
 * Fields of a channel like the others of a file: those of the most frequent kind, and what customers are worth where most
 * channels tell it. Each has the number in the middle of all channels that have it, as it is written there: the lower of two,
 * the first where none is uncertain. Nothing where no channel is in the currency of the file.
 */
export function typicalChannel({ columns, rows }: Section): readonly CellStart[] {
  const own = rows.filter((row) => textIn(row, 'currency') === '');
  // Whose seasons another channel has, nobody knows.
  const ofKind = columns.filter(
    ({ path, kind, open }) => open !== true && kind !== 'season' && KIND.includes(path[0]!),
  );
  const columnsIn = (row: Row) => ofKind.filter(({ key }) => textIn(row, key) !== '');
  const kindOf = (row: Row) => [textIn(row, CURVE), ...columnsIn(row).map(({ key }) => key)].join();
  const kinds = own.map(kindOf);
  const counts = kinds.map((kind) => kinds.filter((other) => other === kind).length);
  const usual = own[counts.indexOf(Math.max(...counts))];
  if (usual === undefined) return [];
  const withSameCurve = own.filter((row) => textIn(row, CURVE) === textIn(usual, CURVE));
  const isTold = ({ key }: Column) => 2 * own.filter((row) => textIn(row, key) !== '').length > own.length;
  const worth = columns.filter((column) => column.open !== true && column.path[0] === 'value' && isTold(column));
  return [...worth, ...columnsIn(usual)].map((column) => ({
    path: column.path,
    text:
      column.key === CURVE
        ? textIn(usual, CURVE)
        : middleText(column.path[0] === 'response' ? withSameCurve : own, column),
    order: column.order,
  }));
}

const CURVE = 'response.curve';

function textIn({ cells }: Row, key: string): string {
  return cells[key]?.text ?? '';
}

function middleText(rows: readonly Row[], { key }: Column): string {
  const cells = rows.flatMap(({ cells: { [key]: cell } }) => (cell === undefined || cell.text === '' ? [] : [cell]));
  const placed = cells.flatMap(({ text, shape }) => (shape === undefined ? [] : [{ text, at: shape.at }]));
  const sorted = placed.toSorted((a, b) => a.at - b.at);
  return sorted[Math.ceil(sorted.length / 2) - 1]?.text ?? cells[0]?.text ?? '';
}
