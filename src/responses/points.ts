import type { ResponseFamily } from '../families.ts';
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
    const { starts, responses, slopes } = segments(points);
    for (let i = 0; i < spend.length; i++) {
      const at = segmentAt(starts, spend[i]!);
      value[i] = multipliers[i]! * (responses[at]! + slopes[at]! * (spend[i]! - starts[at]!));
      slope[i] = multipliers[i]! * slopes[at]!;
    }
  },
};

/** The straight pieces by where they start, the flat one after the last point included. */
function segments(points: readonly (readonly number[])[]) {
  const table = fromZero(points);
  const starts = Float64Array.from(table, ([spend]) => spend);
  const responses = Float64Array.from(table, ([, response]) => response);
  const slopes = starts.map((start, at) =>
    at + 1 < starts.length ? (responses[at + 1]! - responses[at]!) / (starts[at + 1]! - start) : 0,
  );
  return { starts, responses, slopes };
}

/** The last piece that starts at or before `spend`. */
function segmentAt(starts: Float64Array, spend: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= spend) low = middle;
    else high = middle;
  }
  return low;
}
