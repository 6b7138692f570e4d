import type { Row } from '../families.ts';
import type { CarryWeights } from './weights.ts';

export interface SpreadInput {
  /** What is bought in each period of the plan, `bought[period * count + draw]`. */
  readonly bought: Float64Array;
  /** By period, how many times that is bought; once without it. */
  readonly times?: Float64Array;
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
 * What is at work in each period of the plan and of the tail, in the money of `bought`: the sum over lags of weight times
 * what was bought that many periods ago.
 *
 * @param visit  called with every period in turn and what is at work in it by draw, which holds until it returns
 */
export function eachAtWork(
  weights: CarryWeights,
  input: SpreadInput,
  visit: (period: number, atWork: Row) => void,
): void {
  const { bought, times, before, count, periods, tail } = input;
  const atWork = new Float64Array(count);
  if (weights.kind === 'fading') {
    for (const spend of before) fade(weights, spend, undefined, 0, atWork);
    for (let t = 0; t < periods + tail; t++) {
      if (t < periods) fade(weights, times?.[t] ?? 1, bought, t * count, atWork);
      else fade(weights, 0, undefined, 0, atWork);
      visit(t, atWork);
    }
    return;
  }
  for (let t = 0; t < periods + tail; t++) {
    atWork.fill(0);
    for (let lag = Math.max(0, t - periods + 1); lag <= Math.min(weights.lags, t + before.length); lag++) {
      const ago = t - lag;
      if (ago < 0) addConstant(weights, lag, before[before.length + ago]!, atWork);
      else addWeighted(weights, lag, times?.[ago] ?? 1, bought, ago * count, atWork, 0, count);
    }
    visit(t, atWork);
  }
}

/** See {@link eachAtWork}; all periods in one array, `[period * count + draw]`. */
export function spread(weights: CarryWeights, input: SpreadInput): Float64Array {
  const carried = new Float64Array((input.periods + input.tail) * input.count);
  eachAtWork(weights, input, (t, atWork) => carried.set(atWork, t * input.count));
  return carried;
}

/** One period on: what is at work keeps its retention, and `times` what is bought from index `from` on comes to it. */
function fade(
  { gain, retention }: Extract<CarryWeights, { kind: 'fading' }>,
  times: number,
  bought: Float64Array | undefined,
  from: number,
  atWork: Row,
): void {
  if (bought === undefined) {
    for (let i = 0; i < atWork.length; i++) atWork[i] = gain[i]! * times + retention[i]! * atWork[i]!;
    return;
  }
  for (let i = 0; i < atWork.length; i++) {
    atWork[i] = gain[i]! * (times * bought[from + i]!) + retention[i]! * atWork[i]!;
  }
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
      addWeighted(weights, lag, 1, worth, (t + lag) * count, gathered, t * count, count);
    }
  }
  return gathered;
}

/**
 * Adds the weight of a lag times a row of `source`, `times` over, to a row of `target`; `from` and `to` are where the
 * rows start.
 */
function addWeighted(
  { weights, shared }: Extract<CarryWeights, { kind: 'window' }>,
  lag: number,
  times: number,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  if (shared) {
    const weight = weights[lag]! * times;
    for (let i = 0; i < count; i++) target[to + i] = target[to + i]! + weight * source[from + i]!;
  } else {
    const at = lag * count;
    for (let i = 0; i < count; i++) target[to + i] = target[to + i]! + weights[at + i]! * times * source[from + i]!;
  }
}

/** Adds the weight of a lag times an amount that is the same in every draw. */
function addConstant(
  { weights, shared }: Extract<CarryWeights, { kind: 'window' }>,
  lag: number,
  amount: number,
  target: Row,
): void {
  const at = lag * target.length;
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + amount * weights[shared ? lag : at + i]!;
}
