import type { BindingLimit, LinearLimit } from '../domain.ts';
import { slopesAt, type AtPlan } from './at-plan.ts';
import type { Prices } from './prices.ts';

/** A pivot below this share of the largest means that a row says nothing new. */
const SMALLEST_PIVOT = 1e-9;

/**
 * How the plan changes per unit of currency by which one side of a limit rises: every other limit and wish that holds the
 * plan back is kept as it is, and channels give and take in proportion to what they have (the smallest change in
 * relative terms). By the envelope theorem any such change gains the same on average to first order, which is the worth
 * of the limit; how the gain is spread over draws depends on it a little. Undefined where nothing can move.
 */
export function unitDirection(at: AtPlan, prices: Prices, raised: BindingLimit): Float64Array | undefined {
  const { model } = at.search;
  const size = at.spend.length;
  const fixed = new Float64Array(size);
  const weight = at.spend.map((amount, k) => (k % model.periods < model.settled ? 0 : amount));
  const rows: Float64Array[] = [];
  const rises: number[] = [];
  for (const { limit } of prices.binding) {
    const rise = limit === raised.limit ? 1 : 0;
    const [first, ...others] = limit.terms;
    if (first === undefined || others.length > 0) {
      rows.push(rowOf(limit, model.periods, size));
      rises.push(rise);
    } else {
      const column = first.channel * model.periods + first.period;
      weight[column] = 0;
      fixed[column] = rise / first.coefficient;
    }
  }
  slopesAt(at).guards.forEach((slopes, guard) => {
    if (prices.guards[guard] === 0) return;
    rows.push(slopes);
    rises.push(0);
  });
  const free = weightedLeastChange(
    rows,
    rises.map((rise, i) => rise - dot(rows[i]!, fixed)),
    weight,
  );
  return free?.map((change, k) => change + fixed[k]!);
}

function rowOf({ terms }: LinearLimit, periods: number, size: number): Float64Array {
  const row = new Float64Array(size);
  for (const { channel, period, coefficient } of terms) row[channel * periods + period] = coefficient;
  return row;
}

/**
 * The d with A d = b and the least sum of d² / weight: d = W Aᵀ y with A W Aᵀ y = b. Undefined when there is none.
 */
function weightedLeastChange(
  rows: readonly Float64Array[],
  rises: readonly number[],
  weight: Float64Array,
): Float64Array | undefined {
  const weighted = rows.map((row) => row.map((value, k) => value * weight[k]!));
  const y = solved(
    rows.map((row) => weighted.map((other) => dot(row, other))),
    rises,
  );
  if (y === undefined) return undefined;
  const change = new Float64Array(weight.length);
  weighted.forEach((row, i) => row.forEach((value, k) => (change[k] = change[k]! + y[i]! * value)));
  return change;
}

/** Solves a symmetric system by elimination; rows that say nothing new are left out. Undefined where it contradicts itself. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  const largest = Math.max(0, ...matrix.map((row, i) => Math.abs(row[i]!)));
  const y = Array.from({ length: n }, () => 0);
  const pivots: (number | undefined)[] = [];
  for (let column = 0; column < n; column++) {
    let at: number | undefined;
    for (let i = 0; i < n; i++) {
      if (pivots.includes(i)) continue;
      if (at === undefined || Math.abs(rows[i]![column]!) > Math.abs(rows[at]![column]!)) at = i;
    }
    if (at === undefined || Math.abs(rows[at]![column]!) <= SMALLEST_PIVOT * largest) {
      pivots.push(undefined);
      continue;
    }
    pivots.push(at);
    const pivot = rows[at]!;
    rows.forEach((row, i) => {
      if (i === at) return;
      const factor = row[column]! / pivot[column]!;
      for (let k = column; k <= n; k++) row[k] = row[k]! - factor * pivot[k]!;
    });
  }
  const size = Math.max(...right.map(Math.abs));
  if (rows.some((row, i) => !pivots.includes(i) && Math.abs(row[n]!) > 1e-6 * size)) return undefined;
  pivots.forEach((at, column) => {
    if (at !== undefined) y[column] = rows[at]![n]! / rows[at]![column]!;
  });
  return y;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((all, value, k) => all + value * b[k]!, 0);
}
