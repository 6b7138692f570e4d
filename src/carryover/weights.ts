import type { CompiledWeights } from '../families/carryover.ts';
import type { Row } from '../domain/row.ts';
import { carryovers } from './table.ts';

/** A channel's carry-over in a block of draws. */
export interface CarryoverInBlock {
  /** Name in the table of carry-overs. */
  readonly family: string;
  /** One row per parameter of the family, one value per draw. */
  readonly parameters: readonly Row[];
  /** Whether weights are divided by their sum. */
  readonly normalize: boolean;
  /** Longest lag in periods; only a carry-over with a constant retention may go without. */
  readonly lags?: number;
}

/**
 * How the effect of spend is spread over lags, draw by draw.
 *
 * `fading`: carried = gain · spend + retention · carried of the period before, without end; it `forgets` where nothing
 * is retained in any draw.
 * `window`: lags 0 to `lags`; the weight of lag l is `weights[l * count + i]` in draw i, or `weights[l]` in every draw
 * when the parameters are the same in all of them (`shared`).
 */
export type CarryWeights =
  | { readonly kind: 'fading'; readonly gain: Row; readonly retention: Row; readonly forgets: boolean }
  | { readonly kind: 'window'; readonly lags: number; readonly shared: boolean; readonly weights: Float64Array };

/** Makes rows for a block of draws; nobody may write to them. */
export interface RowMaker {
  constant(value: number): Row;
  difference(a: Row, b: Row): Row;
  /** Weights of a window by lag and draw, where there is compiled code for them. */
  weights?(by: CompiledWeights, parameters: readonly Row[], lags: number, normalize: boolean): Float64Array | undefined;
}

/**
 * The weights of a carry-over for the `count` draws of a block. Normalized weights add up to 1 in every draw; where a
 * family has no weight at all in the window they stay 0.
 */
export function weightsOf(carryover: CarryoverInBlock, count: number, rows: RowMaker = plainRows(count)): CarryWeights {
  const { parameters, normalize, lags } = carryover;
  const family = carryovers[carryover.family]!;
  const shared = areShared(parameters, count);
  const own = parameters.map(() => 0);
  const ofDraw = (draw: number) => {
    for (let k = 0; k < own.length; k++) own[k] = parameters[k]![draw]!;
    return own;
  };
  if (lags === undefined) {
    if (family.retention === undefined) throw new Error(`The carry-over "${family.name}" needs a longest lag.`);
    const retention = shared
      ? rows.constant(family.retention(ofDraw(0)))
      : (family.retentions?.(parameters) ??
        Float64Array.from({ length: count }, (_, i) => family.retention!(ofDraw(i))));
    const one = rows.constant(1);
    const gain = normalize ? rows.difference(one, retention) : one;
    return { kind: 'fading', gain, retention, forgets: shared && retention[0] === 0 };
  }
  const ofLag = new Float64Array(lags + 1);
  const fill = (draw: number) => {
    family.weights(ofDraw(draw), ofLag);
    if (normalize) makeSumOne(ofLag);
  };
  if (shared) {
    fill(0);
    return { kind: 'window', lags, shared, weights: ofLag };
  }
  const compiled = family.compiled && rows.weights?.(family.compiled, parameters, lags, normalize);
  if (compiled !== undefined) return { kind: 'window', lags, shared, weights: compiled };
  const weights = new Float64Array((lags + 1) * count);
  for (let draw = 0; draw < count; draw++) {
    fill(draw);
    for (let lag = 0; lag <= lags; lag++) weights[lag * count + draw] = ofLag[lag]!;
  }
  return { kind: 'window', lags, shared, weights };
}

function plainRows(count: number): RowMaker {
  return {
    constant: (value) => new Float64Array(count).fill(value),
    difference: (a, b) => a.map((value, i) => value - b[i]!),
  };
}

/** Whether all draws of a block have the same weights. */
export function areShared(parameters: readonly Row[], count: number): boolean {
  return parameters.every((row) => isConstant(row, count));
}

function isConstant(row: Row, count: number): boolean {
  for (let draw = 1; draw < count; draw++) if (row[draw] !== row[0]) return false;
  return true;
}

function makeSumOne(weights: Float64Array): void {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum === 0) return;
  for (let lag = 0; lag < weights.length; lag++) weights[lag] = weights[lag]! / sum;
}
