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
    const own = taken(step, columns);
    const work = new Float64Array(own.length);
    atWork(weights, own, work);
    multiply(work, curvature[c]!);
    fromWork(weights, work, own);
    for (let t = 0; t < own.length; t++) fall[columns[t]!] = own[t]!;
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
    const seen = taken(fall, columns);
    const count = seen.length;
    const [work, shares, bent, ratios, factors] = [room(count), room(count), room(count), room(count), room(count)];
    atWork(weights, taken(step, columns), work);
    atWork(weights, room(count).fill(1), shares);
    const before = known?.[c]!.some((value) => value > 0) ? known[c]! : undefined;
    const found = before?.slice() ?? evenly(weights, work, seen);
    const telling = TELLING * work.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // All rounds use the same few arrays: ones as small as these cost more to make than to fill.
    for (let round = 0; round < ROUNDS; round++) {
      bent.set(work);
      multiply(bent, found);
      fromWork(weights, bent, ratios);
      for (let t = 0; t < count; t++) {
        const ratio = seen[t]! / ratios[t]!;
        ratios[t] = ratio > 0 && ratio < Infinity ? within(ratio, 1 / MOST_A_ROUND, MOST_A_ROUND) : 1;
      }
      // Each place goes by the columns that work there, as much as they do.
      atWork(weights, ratios, factors);
      for (let t = 0; t < count; t++) {
        if (Math.abs(work[t]!) > telling && shares[t]! > 0) found[t] = (found[t]! * factors[t]!) / shares[t]!;
      }
    }
    if (before === undefined) return found;
    return found.map((value, t) => within(value, before[t]! / MOST_IN_ALL, before[t]! * MOST_IN_ALL));
  });
}

/** The same at every place of a chain, so that slopes fall as much in all as they were seen to. */
function evenly(weights: Float64Array, work: Float64Array, seen: Float64Array): Float64Array {
  const size = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const all = room(work.length);
  fromWork(weights, work.map(Math.abs), all);
  return room(work.length).fill(size(all) > 0 ? size(seen) / size(all) : 0);
}

/** Fills `places` with what works there. */
function atWork(weights: Float64Array, spend: Float64Array, places: Float64Array): void {
  for (let t = 0; t < places.length; t++) {
    let sum = 0;
    for (let lag = Math.min(t, weights.length - 1); lag >= 0; lag--) sum += weights[lag]! * spend[t - lag]!;
    places[t] = sum;
  }
}

/** The transpose of `atWork`: of numbers by place, fills `spend` with what they come to by column. */
function fromWork(weights: Float64Array, places: Float64Array, spend: Float64Array): void {
  for (let t = 0; t < spend.length; t++) {
    let sum = 0;
    for (let lag = Math.min(weights.length, places.length - t) - 1; lag >= 0; lag--) {
      sum += weights[lag]! * places[t + lag]!;
    }
    spend[t] = sum;
  }
}

function room(places: number): Float64Array {
  return new Float64Array(places);
}

function taken(values: Float64Array, columns: Int32Array): Float64Array {
  const own = room(columns.length);
  for (let k = 0; k < own.length; k++) own[k] = values[columns[k]!]!;
  return own;
}

function multiply(values: Float64Array, factors: Float64Array): void {
  for (let k = 0; k < values.length; k++) values[k] = values[k]! * factors[k]!;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
