import { displayWidth } from '../../src/report/text/display-width.ts';
import { cellText } from './grid-model.ts';
import type { Column, Row } from './outline.ts';

/** Pixels of a letter in a cell, of what is around them, and between which a column stays; as in the style sheet. */
const LETTER = 8;
const AROUND = 18;
const LEAST = 92;
const MOST = 190;

/** What a column of a long table needs for all its rows: it does not change as rows come into view. */
export function widthFor(rows: readonly Row[], column: Column): number {
  const longest = Math.max(0, ...rows.map((row) => displayWidth(cellText(row, column))));
  return Math.min(MOST, Math.max(LEAST, AROUND + LETTER * longest));
}
