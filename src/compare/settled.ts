import type { Row } from '../domain/row.ts';

/**
 * Share of a figure below which a difference is rounding: sums over a year round to 1e-12 of it, and amounts that a search
 * finds for the same plan are 1e-10 apart.
 */
const ROUNDING = 1e-9;

/**
 * The same rows, in which candidates that bring the same in every draw but for rounding bring the very same: no one of them is
 * better, and none is regretted.
 *
 * @param rows  the figure of each candidate, one number per draw
 */
export function settledRows(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, k) => rows.slice(0, k).find((earlier) => isSame(earlier, row)) ?? row);
}

function isSame(a: Row, b: Row): boolean {
  return a.every((value, i) => Math.abs(b[i]! - value) <= ROUNDING * Math.abs(value));
}
