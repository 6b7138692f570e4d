import type { Row } from '../domain/row.ts';
import type { CarryWeights } from './weights.ts';

/** Numbers by period and draw: `scale[t]` times `rows[t][i]`. Periods that differ in nothing but scale share a row. */
export interface RowsByPeriod {
  readonly rows: readonly Row[];
  readonly scale: Float64Array;
}

export interface AtWorkInput {
  /** What starts to work: first in the periods before the plan, then in those of it. */
  readonly arrivals: RowsByPeriod;
  /** Draws in the block. */
  readonly count: number;
  /** Periods of the plan. */
  readonly periods: number;
  /** Periods after the plan, in which nothing is bought but its effect goes on. */
  readonly tail: number;
}

/**
 * What is at work in each period of the plan and of the tail, in the money of what arrives: the sum over lags of weight
 * times what arrived that many periods ago.
 *
 * @param visit  called with every period in turn and what is at work in it by draw, which holds until it returns
 */
export function eachAtWork(
  weights: CarryWeights,
  { arrivals, count, periods, tail }: AtWorkInput,
  visit: (period: number, atWork: Row) => void,
): void {
  const { rows, scale } = arrivals;
  const before = rows.length - periods;
  const atWork = new Float64Array(count);
  if (weights.kind === 'fading') {
    const { retention } = weights;
    for (let k = 0; k < before + periods + tail; k++) {
      if (k < rows.length) fade(retention, scale[k]!, rows[k]!, atWork);
      else forget(retention, atWork);
      if (k >= before) visit(k - before, atWork);
    }
    return;
  }
  for (let t = 0; t < periods + tail; t++) {
    atWork.fill(0);
    for (let lag = Math.max(0, t - periods + 1); lag <= Math.min(weights.lags, t + before); lag++) {
      const k = before + t - lag;
      addWeighted(weights, lag, scale[k]!, rows[k]!, atWork);
    }
    visit(t, atWork);
  }
}

/** One period on: what is at work keeps its retention, and `scale` times `arriving` comes to it. */
function fade(retention: Row, scale: number, arriving: Row, atWork: Row): void {
  for (let i = 0; i < atWork.length; i++) atWork[i] = scale * arriving[i]! + retention[i]! * atWork[i]!;
}

function forget(retention: Row, atWork: Row): void {
  for (let i = 0; i < atWork.length; i++) atWork[i] = retention[i]! * atWork[i]!;
}

/** See {@link eachAtWork}; all periods in one array, `[period * count + draw]`. */
export function allAtWork(weights: CarryWeights, input: AtWorkInput): Float64Array {
  const all = new Float64Array((input.periods + input.tail) * input.count);
  eachAtWork(weights, input, (t, atWork) => all.set(atWork, t * input.count));
  return all;
}

/** Rows as they are, each with a scale of 1. */
export function eachOnce(rows: readonly Row[]): RowsByPeriod {
  return { rows, scale: new Float64Array(rows.length).fill(1) };
}

export interface GatherInput {
  /** Worth of one unit at work in each period of the plan and of the tail. */
  readonly worth: readonly Row[];
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
}

/**
 * Worth of one unit bought in each period of the plan: the transpose of `eachAtWork`. From the derivative of anything by
 * what is at work it makes the derivative by what is bought.
 *
 * @param gathered  where to write the result: a row for each period of the plan
 */
export function gather(
  weights: CarryWeights,
  { worth, count, periods, tail }: GatherInput,
  gathered: readonly Row[] = Array.from({ length: periods }, () => new Float64Array(count)),
): readonly Row[] {
  if (weights.kind === 'fading') {
    const { gain, retention } = weights;
    const ahead = new Float64Array(count);
    for (let t = periods + tail - 1; t >= 0; t--) {
      fade(retention, 1, worth[t]!, ahead);
      const own = gathered[t];
      if (t < periods) for (let i = 0; i < count; i++) own![i] = gain[i]! * ahead[i]!;
    }
    return gathered;
  }
  for (let t = 0; t < periods; t++) {
    const own = gathered[t]!.fill(0);
    for (let lag = 0; lag <= Math.min(weights.lags, periods + tail - 1 - t); lag++) {
      addWeighted(weights, lag, 1, worth[t + lag]!, own);
    }
  }
  return gathered;
}

/** Adds the weight of a lag times a row to another, `times` over. */
function addWeighted(
  { weights, shared }: Extract<CarryWeights, { kind: 'window' }>,
  lag: number,
  times: number,
  source: Row,
  target: Row,
): void {
  const count = target.length;
  if (shared) {
    const weight = weights[lag]! * times;
    for (let i = 0; i < count; i++) target[i] = target[i]! + weight * source[i]!;
  } else {
    const at = lag * count;
    for (let i = 0; i < count; i++) target[i] = target[i]! + weights[at + i]! * times * source[i]!;
  }
}
