import { nice, ticks } from 'd3-array';

export interface Tick {
  readonly at: number;
  readonly value: number;
}

/** A number along an axis as text, beside all others there, so that they are in one unit. */
export type TickText = (value: number, all: readonly number[]) => string;

/** Where values are drawn, in pixels, and where numbers are written. */
export interface Axis {
  readonly place: (value: number) => number;
  /** The value drawn at a pixel. */
  readonly valueAt: (at: number) => number;
  readonly ticks: readonly Tick[];
}

/**
 * A straight axis.
 *
 * @param values  that must be on it; it ends at round numbers
 * @param range   pixels of its ends
 * @param count   about how many numbers it has
 */
export function axisOf(values: readonly number[], range: readonly [number, number], count: number): Axis {
  const { low, high } = spanOf(values);
  return straight(nice(low, high, count), range, count);
}

/** The same without rounding its ends. */
export function tightAxis(values: readonly number[], range: readonly [number, number], count: number): Axis {
  const { low, high } = spanOf(values);
  return straight([low, high], range, count);
}

/** Not by `d3-scale`, which brings along the mixing of colours: a tenth of what the page fetches first. */
function straight(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  count: number,
): Axis {
  const place = (value: number) => between(start, end, (value - low) / (high - low));
  return {
    place,
    valueAt: (at) => between(low, high, (at - start) / (end - start)),
    ticks: ticks(low, high, count).map((value) => ({ at: place(value), value })),
  };
}

function between(one: number, other: number, share: number): number {
  return one * (1 - share) + other * share;
}

/** Values nearer to each other than this share of them are one value: between them there are no round numbers. */
const ROUNDING = 1e-9;
/** Values smaller than this are zero. */
const NOTHING = 1e-200;

/** Never empty: around a single value there is room, too. */
function spanOf(values: readonly number[]): { readonly low: number; readonly high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < NOTHING) return { low: -1, high: 1 };
  return high - low > ROUNDING * size ? { low, high } : { low: low - size / 2, high: high + size / 2 };
}
