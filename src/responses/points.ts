import type { ResponseFamily } from '../families/response.ts';
import { bendOf, fromZero } from './hull.ts';

/**
 * Straight lines between points [spend, response] as media-mix tools export them; from [0, 0] to the first point, flat
 * after the last: what was never seen is not promised.
 */
export const table: ResponseFamily = {
  name: 'table',
  about: 'Straight lines between given points of spend and response, flat after the last.',
  parameters: [
    {
      name: 'multiplier',
      unit: 'number',
      about: 'Factor of every response of the table; a range says how sure the table is.',
      least: 0,
      standard: 1,
    },
  ],
  quotes: 'absolute',
  takesPoints: true,
  curvature: (_parameters, points) => bendOf(fromZero(points)),
  ceiling: ([multiplier], points) => multiplier! * points.at(-1)![1]!,
  respond({ spend, parameters, points }, value, slope) {
    const multipliers = parameters[0]!;
    let piece = pieceAt(points, spend[0]!);
    for (let i = 0; i < spend.length; i++) {
      const x = spend[i]!;
      // Without carry-over all draws spend the same.
      if (!(x >= piece.start && x < piece.end)) piece = pieceAt(points, x);
      value[i] = multipliers[i]! * (piece.response + piece.slope * (x - piece.start));
      slope[i] = multipliers[i]! * piece.slope;
    }
  },
};

/** A straight piece: spends from `start` on, and below `end`. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** At its start. */
  readonly response: number;
  readonly slope: number;
}

/** The last piece that starts at or before `spend`; from the last point on the flat one. */
function pieceAt(points: readonly (readonly number[])[], spend: number): Piece {
  let after = 0;
  let high = points.length;
  while (after < high) {
    const middle = (after + high) >> 1;
    if (points[middle]![0]! <= spend) after = middle + 1;
    else high = middle;
  }
  const [start, response] = after === 0 ? ORIGIN : points[after - 1]!;
  const next = points[after];
  if (next === undefined) return { start: start!, end: Infinity, response: response!, slope: 0 };
  return { start: start!, end: next[0]!, response: response!, slope: (next[1]! - response!) / (next[0]! - start!) };
}

const ORIGIN = [0, 0] as const;
