import { allAtWork, eachOnce } from '../../src/carryover/spread.ts';
import type { CarryWeights } from '../../src/carryover/weights.ts';

export interface SpreadInput {
  /** What is bought in each period of the plan, `bought[period * count + draw]`. */
  readonly bought: Float64Array;
  /** What was bought in the periods before the plan, the same in every draw, the most recent last. */
  readonly before: Float64Array;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
}

/** What is at work of what is bought, `[period * count + draw]`. */
export function spread(weights: CarryWeights, { bought, before, ...size }: SpreadInput): Float64Array {
  const arriving = (row: Float64Array) =>
    weights.kind === 'fading' ? row.map((amount, i) => amount * weights.gain[i]!) : row;
  const earlier = Array.from(before, (amount) => new Float64Array(size.count).fill(amount));
  const arrivals = eachOnce([...earlier, ...rowsOf(bought, size.count)].map(arriving));
  return allAtWork(weights, { arrivals, ...size });
}

/** The rows of an array by period and draw. */
export function rowsOf(array: Float64Array, count: number): readonly Float64Array[] {
  return Array.from({ length: array.length / count }, (_, t) => array.subarray(t * count, (t + 1) * count));
}
