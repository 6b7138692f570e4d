import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import type { ShockFactors } from './shocks.ts';
import type { FigureOfChannel } from './figure.ts';

/** What spending in a channel, and using it at all, counts for in a figure, whatever it brings; in a block of draws. */
export interface Spending {
  /** By period of the plan, per unit of spend and draw; the same row where periods are alike. Empty where it counts for nothing. */
  readonly perUnit: readonly Row[];
  /** The same, summed over draws. */
  readonly perUnitSum: Float64Array;
  /** By draw, in all periods together; undefined where use counts for nothing. */
  readonly use: Row | undefined;
  /** By period of the plan, summed over draws. */
  readonly useSum: Float64Array;
}

/**
 * See {@link Spending}.
 *
 * @param until  periods that count
 */
export function spendingOf(
  model: Model,
  { spend, plainSpend, use, usePerPeriod }: FigureOfChannel,
  { on }: ShockFactors,
  until: number,
  count: number,
): Spending {
  const periods = Math.min(until, model.periods);
  const perUnit: Row[] = [];
  if (spend !== undefined || plainSpend !== undefined) {
    for (let t = 0; t < periods; t++) {
      const discount = model.discount[t]!;
      const alike = t > 0 && discount === model.discount[t - 1] && on?.[t] === on?.[t - 1];
      perUnit.push(alike ? perUnit[t - 1]! : unitRow(spend, plainSpend, discount, on?.[t], count));
    }
  }
  const useSum = new Float64Array(periods);
  let inUse: Row | undefined;
  const add = (row: Row, t: number): void => {
    const discount = model.discount[t]!;
    inUse ??= new Float64Array(count);
    for (let i = 0; i < count; i++) inUse[i] = inUse[i]! + row[i]! * discount;
    useSum[t] = useSum[t]! + sum(row) * discount;
  };
  if (usePerPeriod !== undefined) for (let t = 0; t < periods; t++) add(usePerPeriod, t);
  if (use !== undefined) add(use, 0);
  const perUnitSum = new Float64Array(perUnit.length);
  perUnit.forEach((row, t) => (perUnitSum[t] = row === perUnit[t - 1] ? perUnitSum[t - 1]! : sum(row)));
  return { perUnit, perUnitSum, use: inUse, useSum };
}

function unitRow(
  spend: Row | undefined,
  plainSpend: Row | undefined,
  discount: number,
  on: Row | undefined,
  count: number,
): Row {
  const row = plainSpend?.slice() ?? new Float64Array(count);
  if (spend !== undefined) addTimes(row, spend, discount);
  if (on !== undefined) for (let i = 0; i < count; i++) row[i] = row[i]! * on[i]!;
  return row;
}

function sum(row: Row): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += row[i]!;
  return total;
}

interface Sums {
  readonly cells: Float64Array;
  readonly gradient: Float64Array;
  /** By draw, if asked for. */
  readonly values: Row | undefined;
}

/** Adds what a plan's spend and use of channel c count for. */
export function addSpending(
  model: Model,
  c: number,
  { perUnit, perUnitSum, use, useSum }: Spending,
  spend: Float64Array,
  used: boolean,
  { cells, gradient, values }: Sums,
): void {
  const firstCell = c * (model.periods + model.tail);
  for (let t = 0; t < perUnit.length; t++) {
    const column = c * model.periods + t;
    gradient[column] = gradient[column]! + perUnitSum[t]!;
    cells[firstCell + t] = cells[firstCell + t]! + spend[t]! * perUnitSum[t]!;
  }
  if (values !== undefined) {
    for (let t = 0, from = 0; t < perUnit.length; t++) {
      if (perUnit[t] === perUnit[t + 1]) continue;
      let amount = 0; // of all periods in which a unit counts the same
      while (from <= t) amount += spend[from++]!;
      addTimes(values, perUnit[t]!, amount);
    }
  }
  if (!used) return;
  for (let t = 0; t < useSum.length; t++) cells[firstCell + t] = cells[firstCell + t]! + useSum[t]!;
  if (values !== undefined && use !== undefined) addTimes(values, use, 1);
}

function addTimes(target: Row, row: Row, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + factor * row[i]!;
}
