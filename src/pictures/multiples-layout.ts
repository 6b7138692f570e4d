import { curveStepAfter, line } from 'd3-shape';
import { tightAxis } from './axis.ts';

/** A small picture for each channel, side by side. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Least and usual width of one, and pixels between them. */
const NARROWEST = 150;
const GAP = 18;

/** Places of so many small pictures: as many in a row as there is room for, at most so many, all of one size. */
export function cellsOf(
  count: number,
  width: number,
  height: number,
  mostInRow = count,
): { readonly cells: readonly Cell[]; readonly height: number } {
  const inRow = Math.max(1, Math.min(mostInRow, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const own = (width - (inRow - 1) * GAP) / inRow;
  const cells = Array.from({ length: count }, (_, k) => ({
    x: (k % inRow) * (own + GAP),
    y: Math.floor(k / inRow) * (height + GAP),
    width: own,
    height,
  }));
  return { cells, height: Math.ceil(count / inRow) * (height + GAP) - GAP };
}

/** Amounts by period as steps, on a scale that all small pictures share. */
export function stepsOf(amounts: readonly number[], most: number, { x, y, width, height }: Cell): string {
  const place = tightAxis([0, most], [y + height, y], 2).place;
  const step = width / amounts.length;
  return (
    line<number>()
      .x((_, t) => x + t * step)
      .y((amount) => place(amount))
      .curve(curveStepAfter)
      .digits(1)([...amounts, amounts.at(-1)!]) ?? ''
  );
}
