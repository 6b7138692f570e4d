import type { Distribution } from '../families.ts';
import { exp } from '../numeric/exp.ts';
import { smoothTable } from './cells.ts';
import { heavyTail, type HeavyTail } from './heavy-tail.ts';
import { lawOf } from './law-of.ts';
import { tailsOf } from './outcomes.ts';
import { score } from './parameters.ts';

/**
 * A distribution as a function of a standard normal score: plain data through which draws are made, the same way for
 * every family.
 */
export type MarginalTable = SmoothTable | StepTable;

/**
 * Cells of equal width over scores from `from` on, each a cubic polynomial c0 + t (c1 + t (c2 + t c3)) in the position
 * t in [0, 1] within the cell; scores outside have the value of the nearer end.
 */
export interface SmoothTable {
  /** `smooth`: the polynomials give the value; `smoothLog`: its natural logarithm. */
  readonly kind: 'smooth' | 'smoothLog';
  /** Score at the start of the first cell. */
  readonly from: number;
  readonly cellsPerUnit: number;
  /** Four coefficients per cell. */
  readonly coefficients: Float64Array;
  /** Largest error found in the middle of a cell; see `smoothTable` for what it is a share of. */
  readonly error: number;
  /** Only where it is heavy. */
  readonly tail?: HeavyTail;
}

/** Separate outcomes, ascending: value i for scores above threshold i - 1, up to and including threshold i. */
export interface StepTable {
  readonly kind: 'steps';
  readonly values: Float64Array;
  /** One less than there are values. */
  readonly thresholds: Float64Array;
}

/** Tables live as long as their distributions: scenarios are compiled again for every stress and comparison. */
const made = new WeakMap<Distribution, MarginalTable>();

/** The table of a checked distribution; built in a few milliseconds, once. Callers must not write to it. */
export function marginalTable(distribution: Distribution): MarginalTable {
  let table = made.get(distribution);
  if (table === undefined) made.set(distribution, (table = tableOf(distribution)));
  return table;
}

function tableOf(distribution: Distribution): MarginalTable {
  const law = lawOf(distribution);
  if (law.outcomes === undefined) {
    const table = smoothTable(law);
    const tail = heavyTail(law, table);
    return tail === undefined ? table : { ...table, tail };
  }
  const { values, probabilities } = law.outcomes();
  const { below, above } = tailsOf(probabilities);
  const thresholds = below.subarray(0, -1).map((p, i) => score(p, above[i]));
  return { kind: 'steps', values, thresholds };
}

/**
 * Fills the first `count` of `out` with the values at standard normal scores `z`: quantile at the normal probability
 * of each. `out` may be `z`.
 */
export function transform(table: MarginalTable, z: Float64Array, out: Float64Array, count: number): void {
  if (table.kind === 'steps') return transformBySteps(table, z, out, count);
  const { from, cellsPerUnit, coefficients } = table;
  const cells = coefficients.length / 4;
  for (let i = 0; i < count; i += 1) {
    const place = Math.min(Math.max((z[i]! - from) * cellsPerUnit, 0), cells);
    const cell = Math.min(Math.floor(place), cells - 1);
    const t = place - cell;
    const at = 4 * cell;
    out[i] = coefficients[at]! + t * (coefficients[at + 1]! + t * (coefficients[at + 2]! + t * coefficients[at + 3]!));
  }
  if (table.kind === 'smoothLog') for (let i = 0; i < count; i += 1) out[i] = exp(out[i]!);
}

function transformBySteps({ values, thresholds }: StepTable, z: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const at = z[i]!;
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (thresholds[middle]! < at) low = middle + 1;
      else high = middle;
    }
    out[i] = values[low]!;
  }
}
