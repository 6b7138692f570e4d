import type { Row } from '../families.ts';
import type { CarryWeights } from './weights.ts';

/** Numbers by period and draw: `scale[t]` times `rows[t][i]`. Periods that differ in nothing but scale share a row. */
export interface RowsByPeriod {
  readonly rows: readonly Row[];
  readonly scale: Float64Array;
}

/**
 * What arrives in each period and starts to work: first in those before the plan, then in those of it.
 *
 * @param bought  in each period of the plan
 * @param before  what was bought in the periods before the plan, the same in every draw, the most recent last
 */
export function arrivalsOf(
  weights: CarryWeights,
  bought: RowsByPeriod,
  before: Float64Array,
  count: number,
): RowsByPeriod {
  const { rows, scale } = bought;
  const once = weights.kind === 'fading' ? weights.gain : new Float64Array(count).fill(1);
  const own: Row[] = [];
  rows.forEach((row, t) => {
    if (weights.kind === 'window') own.push(row);
    else if (t > 0 && row === rows[t - 1]) own.push(own[t - 1]!);
    else own.push(times(row, weights.gain));
  });
  return {
    rows: [...Array.from<Row>({ length: before.length }).fill(once), ...own],
    scale: Float64Array.of(...before, ...scale),
  };
}

function times(a: Row, b: Row): Row {
  const product = new Float64Array(a.length);
  for (let i = 0; i < product.length; i++) product[i] = a[i]! * b[i]!;
  return product;
}

export interface AtWorkInput {
  /** See {@link arrivalsOf}. */
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
      addWeighted(weights, lag, scale[k]!, rows[k]!, 0, atWork, 0, count);
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

/** The rows of an array by period and draw. */
export function rowsOf(array: Float64Array, count: number): readonly Row[] {
  return Array.from({ length: array.length / count }, (_, t) => array.subarray(t * count, (t + 1) * count));
}

export interface GatherInput {
  /** Worth of one unit at work in each period of the plan and of the tail, `weights[period * count + draw]`. */
  readonly weights: Float64Array;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
}

/**
 * Worth of one unit bought in each period of the plan, `[period * count + draw]`: the transpose of `allAtWork`. From the
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
