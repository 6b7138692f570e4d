import type { CarryWeights } from './weights.ts';

export interface SpreadInput {
  /** What is bought in each period of the plan, `bought[period * count + draw]`. */
  readonly bought: Float64Array;
  /** What was bought in the periods before the plan, the same in every draw, the most recent last. */
  readonly before: Float64Array;
  /** Draws in the block. */
  readonly count: number;
  /** Periods of the plan. */
  readonly periods: number;
  /** Periods after the plan, in which nothing is bought but its effect goes on. */
  readonly tail: number;
}

/**
 * What is at work in each period of the plan and of the tail, `[period * count + draw]` in the money of `bought`: the
 * sum over lags of weight times what was bought that many periods ago.
 *
 * @param carried  where to write the result, of the right length or longer
 */
export function spread(
  weights: CarryWeights,
  input: SpreadInput,
  carried: Float64Array = new Float64Array((input.periods + input.tail) * input.count),
): Float64Array {
  const { bought, before, count, periods, tail } = input;
  if (weights.kind === 'fading') {
    const { gain, retention } = weights;
    const start = new Float64Array(count);
    for (const spend of before) {
      for (let i = 0; i < count; i++) start[i] = gain[i]! * spend + retention[i]! * start[i]!;
    }
    const end = periods * count;
    for (let i = 0; i < count; i++) carried[i] = gain[i]! * bought[i]! + retention[i]! * start[i]!;
    for (let from = count; from < end; from += count) {
      for (let i = 0, at = from; i < count; i++, at++) {
        carried[at] = gain[i]! * bought[at]! + retention[i]! * carried[at - count]!;
      }
    }
    for (let from = end; from < end + tail * count; from += count) {
      for (let i = 0, at = from; i < count; i++, at++) carried[at] = retention[i]! * carried[at - count]!;
    }
    return carried;
  }
  carried.fill(0, 0, (periods + tail) * count);
  const earlier = new Float64Array(before.length * count);
  before.forEach((spend, period) => earlier.fill(spend, period * count, (period + 1) * count));
  for (let t = 0; t < periods + tail; t++) {
    for (let lag = Math.max(0, t - periods + 1); lag <= Math.min(weights.lags, t + before.length); lag++) {
      if (lag <= t) addWeighted(weights, lag, count, bought, (t - lag) * count, carried, t * count);
      else addWeighted(weights, lag, count, earlier, (before.length + t - lag) * count, carried, t * count);
    }
  }
  return carried;
}

export interface GatherInput {
  /** Worth of one unit at work in each period of the plan and of the tail, `weights[period * count + draw]`. */
  readonly weights: Float64Array;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
}

/**
 * Worth of one unit bought in each period of the plan, `[period * count + draw]`: the transpose of `spread`. From the
 * derivative of anything by what is at work it makes the derivative by what is bought.
 *
 * @param gathered  where to write the result, of the right length or longer
 */
export function gather(
  weights: CarryWeights,
  input: GatherInput,
  gathered: Float64Array = new Float64Array(input.periods * input.count),
): Float64Array {
  const { weights: worth, count, periods, tail } = input;
  if (weights.kind === 'fading') {
    const { gain, retention } = weights;
    const ahead = new Float64Array(count);
    for (let at = (periods + tail - 1) * count; at >= 0; at -= count) {
      for (let i = 0; i < count; i++) ahead[i] = worth[at + i]! + retention[i]! * ahead[i]!;
      if (at >= periods * count) continue;
      for (let i = 0; i < count; i++) gathered[at + i] = gain[i]! * ahead[i]!;
    }
    return gathered;
  }
  gathered.fill(0, 0, periods * count);
  for (let t = 0; t < periods; t++) {
    for (let lag = 0; lag <= Math.min(weights.lags, periods + tail - 1 - t); lag++) {
      addWeighted(weights, lag, count, worth, (t + lag) * count, gathered, t * count);
    }
  }
  return gathered;
}

/** Adds the weight of a lag times a row of `source` to a row of `target`; `from` and `to` are where the rows start. */
function addWeighted(
  { weights, shared }: Extract<CarryWeights, { kind: 'window' }>,
  lag: number,
  count: number,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
): void {
  if (shared) {
    const weight = weights[lag]!;
    for (let i = 0; i < count; i++) target[to + i] = target[to + i]! + weight * source[from + i]!;
  } else {
    const at = lag * count;
    for (let i = 0; i < count; i++) target[to + i] = target[to + i]! + weights[at + i]! * source[from + i]!;
  }
}
