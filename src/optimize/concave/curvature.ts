/**
 * How a goal is taken to bend: what works at a place of a chain is the sum over lags of weight × what its columns spend
 * so many places before, and the slope there falls in proportion to it. A guess that makes steps longer and better;
 * nothing is proven by it.
 */
export interface Chain {
  /** In the order of their places. */
  readonly columns: Int32Array;
  /** By lag, from 0 on; none is negative. */
  readonly weights: Float64Array;
}

/** By how much the slope falls per unit of what works, by chain and place; 0 where nothing is known of a chain. */
export type Curvature = readonly Float64Array[];

/** Rounds in which a curvature is fitted: each takes away most of what is missing. */
const ROUNDS = 12;
/** In a round a place changes by this factor at most, and in all by the other one: a kink tells nothing of the rest. */
const MOST_A_ROUND = 5;
const MOST_IN_ALL = 4;
/** What works at a place has to change by this share of the largest change in its chain to tell anything. */
const TELLING = 0.05;

/** By how much slopes fall, by column, after a step. */
export function fallOfSlopes(chains: readonly Chain[], curvature: Curvature, step: Float64Array): Float64Array {
  const fall = new Float64Array(step.length);
  chains.forEach(({ columns, weights }, c) => {
    const work = atWork(weights, taken(step, columns));
    const own = fromWork(weights, product(work, curvature[c]!));
    columns.forEach((column, t) => (fall[column] = own[t]!));
  });
  return fall;
}

/** The curvature under which slopes fall as they were seen to after a step, as nearly as a few rounds of scaling get. */
export function fittedCurvature(
  chains: readonly Chain[],
  known: Curvature | undefined,
  step: Float64Array,
  fall: Float64Array,
): Curvature {
  return chains.map(({ columns, weights }, c) => {
    const work = atWork(weights, taken(step, columns));
    const seen = taken(fall, columns);
    const before = known?.[c]!.some((value) => value > 0) ? known[c]! : undefined;
    const first = before ?? evenly(weights, work, seen);
    const largest = work.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const shares = atWork(weights, new Float64Array(work.length).fill(1));
    let found = first;
    for (let round = 0; round < ROUNDS; round++) {
      const ratios = fromWork(weights, product(work, found)).map((fitted, t) => {
        const ratio = seen[t]! / fitted;
        return ratio > 0 && ratio < Infinity ? within(ratio, 1 / MOST_A_ROUND, MOST_A_ROUND) : 1;
      });
      // Each place goes by the columns that work there, as much as they do.
      const factors = atWork(weights, ratios);
      found = found.map((value, t) =>
        Math.abs(work[t]!) > TELLING * largest && shares[t]! > 0 ? (value * factors[t]!) / shares[t]! : value,
      );
    }
    if (before === undefined) return found;
    return found.map((value, t) => within(value, before[t]! / MOST_IN_ALL, before[t]! * MOST_IN_ALL));
  });
}

/** The same at every place of a chain, so that slopes fall as much in all as they were seen to. */
function evenly(weights: Float64Array, work: Float64Array, seen: Float64Array): Float64Array {
  const size = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const all = size(fromWork(weights, work.map(Math.abs)));
  return new Float64Array(work.length).fill(all > 0 ? size(seen) / all : 0);
}

function atWork(weights: Float64Array, spend: Float64Array): Float64Array {
  const places = new Float64Array(spend.length);
  for (let t = 0; t < places.length; t++) {
    let sum = 0;
    for (let lag = Math.min(t, weights.length - 1); lag >= 0; lag--) sum += weights[lag]! * spend[t - lag]!;
    places[t] = sum;
  }
  return places;
}

/** The transpose of `atWork`: of numbers by place, what they come to by column. */
function fromWork(weights: Float64Array, places: Float64Array): Float64Array {
  const spend = new Float64Array(places.length);
  for (let t = 0; t < spend.length; t++) {
    let sum = 0;
    for (let lag = Math.min(weights.length, places.length - t) - 1; lag >= 0; lag--) {
      sum += weights[lag]! * places[t + lag]!;
    }
    spend[t] = sum;
  }
  return spend;
}

function taken(values: Float64Array, columns: Int32Array): Float64Array {
  const own = new Float64Array(columns.length);
  for (let k = 0; k < own.length; k++) own[k] = values[columns[k]!]!;
  return own;
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length);
  for (let k = 0; k < both.length; k++) both[k] = a[k]! * b[k]!;
  return both;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
