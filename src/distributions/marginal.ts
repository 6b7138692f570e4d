import type { Distribution } from '../families/distribution.ts';
import { exp } from '../numeric/exp.ts';
import { smoothTable } from './cells.ts';
import { heavyTail } from './heavy-tail.ts';
import { lawOf } from './law-of.ts';
import type { MarginalTable, StepTable } from './marginal-table.ts';
import { tailsOf } from './outcomes.ts';
import { score } from './parameters.ts';

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
