import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, type Block } from '../block/block.ts';
import type { ShockFactors } from '../conditions/shocks.ts';
import type { FigureOfChannel } from './figure.ts';
import { addTimes, product, sum } from '../block/rows.ts';

/** What spending in a channel, and using it at all, counts for in a figure, whatever it brings; in a block of draws. */
export interface Spending {
  /** By period of the plan, per unit of spend and draw; the same row where periods are alike. Empty where it counts for nothing. */
  readonly perUnit: readonly Row[];
  /** The same, summed over draws: when first asked for. */
  readonly perUnitSum: Float64Array;
  /** By draw, in all periods together; undefined where use counts for nothing. */
  readonly use: Row | undefined;
  /** By period of the plan, summed over draws. */
  readonly useSum: Float64Array;
}

type OfSpending = Pick<FigureOfChannel, 'spend' | 'plainSpend' | 'use' | 'usePerPeriod' | 'plainUsePerPeriod'>;

/**
 * See {@link Spending}.
 *
 * @param until  periods that count
 */
export function spendingOf(
  model: Model,
  block: Block,
  { spend, plainSpend, use, usePerPeriod, plainUsePerPeriod }: OfSpending,
  { on }: ShockFactors,
  until: number,
): Spending {
  const periods = Math.min(until, model.periods);
  const perUnit: Row[] = [];
  if (spend !== undefined || plainSpend !== undefined) {
    for (let t = 0; t < periods; t++) {
      const discount = model.discount[t]!;
      const alike = t > 0 && discount === model.discount[t - 1] && on?.[t] === on?.[t - 1];
      perUnit.push(alike ? perUnit[t - 1]! : unitRow(block, spend, plainSpend, discount, on?.[t]));
    }
  }
  const discounts = model.discount.subarray(0, periods);
  const useSum = new Float64Array(periods);
  let inUse: Row | undefined;
  const add = (row: Row, times: Float64Array): void => {
    const all = times.reduce((total, factor) => total + factor, 0);
    const present = product(block, row, constantRow(block, all));
    inUse = inUse === undefined ? present : sum(block, inUse, present);
    const total = sumOf(row);
    times.forEach((factor, t) => (useSum[t] = useSum[t]! + total * factor));
  };
  if (usePerPeriod !== undefined) add(usePerPeriod, discounts);
  if (plainUsePerPeriod !== undefined) add(plainUsePerPeriod, new Float64Array(periods).fill(1));
  if (use !== undefined) add(use, discounts.subarray(0, 1));
  let sums: Float64Array | undefined;
  return {
    perUnit,
    get perUnitSum() {
      return (sums ??= sumsOf(perUnit));
    },
    use: inUse,
    useSum,
  };
}

function unitRow(
  block: Block,
  spend: Row | undefined,
  plainSpend: Row | undefined,
  discount: number,
  on: Row | undefined,
): Row {
  const present = spend && product(block, spend, constantRow(block, discount));
  const both = present && plainSpend ? sum(block, plainSpend, present) : (present ?? plainSpend)!;
  return on === undefined ? both : product(block, both, on);
}

function sumsOf(rows: readonly Row[]): Float64Array {
  const sums = new Float64Array(rows.length);
  rows.forEach((row, t) => (sums[t] = row === rows[t - 1] ? sums[t - 1]! : sumOf(row)));
  return sums;
}

function sumOf(row: Row): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += row[i]!;
  return total;
}

interface Sums {
  readonly cells: Float64Array;
  readonly gradient: Float64Array;
}

/** Adds what a plan's spend and use of channel c count for. */
export function addSpending(
  model: Model,
  c: number,
  { perUnit, perUnitSum, useSum }: Spending,
  spend: Float64Array,
  used: boolean,
  { cells, gradient }: Sums,
): void {
  const firstCell = c * (model.periods + model.tail);
  for (let t = 0; t < perUnit.length; t++) {
    const column = c * model.periods + t;
    gradient[column] = gradient[column]! + perUnitSum[t]!;
    cells[firstCell + t] = cells[firstCell + t]! + spend[t]! * perUnitSum[t]!;
  }
  if (used) for (let t = 0; t < useSum.length; t++) cells[firstCell + t] = cells[firstCell + t]! + useSum[t]!;
}

/** The same, draw by draw. */
export function addSpendingByDraw(
  block: Block,
  { perUnit, use }: Pick<Spending, 'perUnit' | 'use'>,
  spend: Float64Array,
  used: boolean,
  values: Row,
): void {
  for (let t = 0, from = 0; t < perUnit.length; t++) {
    if (perUnit[t] === perUnit[t + 1]) continue;
    let amount = 0; // of all periods in which a unit counts the same
    while (from <= t) amount += spend[from++]!;
    addTimes(block, values, perUnit[t]!, amount);
  }
  if (used && use !== undefined) addTimes(block, values, use, 1);
}
