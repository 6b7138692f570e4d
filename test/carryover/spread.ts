import { allAtWork, arrivalsOf, eachOnce, rowsOf } from '../../src/carryover/spread.ts';
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
  const arrivals = arrivalsOf(weights, eachOnce(rowsOf(bought, size.count)), before, size.count);
  return allAtWork(weights, { arrivals, ...size });
}
