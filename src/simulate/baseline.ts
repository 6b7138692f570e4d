import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { isConstant, rowOf, type Block } from './block.ts';
import { difference, product } from './rows.ts';
import { replicateSums } from './replicate-sums.ts';
import { sumsOfPeriod, type PeriodSums, type Tally } from './tally.ts';
import { customerRevenue } from './worth.ts';

/** Sales that need no spend: `[t * count + i]`, periods of the plan. Money is at present value. */
export type BaselineOutcome = Readonly<Record<'customers' | 'revenue' | 'margin' | 'profit', Float64Array>>;

/** The same over all periods, by draw; nothing where there are no such sales. */
export type BaselineTotals = Readonly<Partial<Record<keyof BaselineOutcome, Row>>>;

/** See {@link BaselineOutcome}. */
export function baselineOutcome(model: Model, block: Block): BaselineOutcome {
  const { count } = block;
  const all = () => new Float64Array(model.periods * count);
  const outcome = { customers: all(), revenue: all(), margin: all(), profit: all() };
  for (let t = 0; t < model.periods; t++) {
    const inPeriod = (values: Float64Array) => values.subarray(t * count, (t + 1) * count);
    const { customers, revenue, margin, profit } = outcome;
    addPeriod(model, block, t, inPeriod(customers), inPeriod(revenue), inPeriod(margin), inPeriod(profit));
  }
  return outcome;
}

/** See {@link BaselineTotals}. */
export function baselineTotals(model: Model, block: Block): BaselineTotals {
  if (isConstant(model.baseline.customers, 0)) return {};
  const none = () => new Float64Array(block.count);
  const totals = { customers: none(), revenue: none(), margin: none(), profit: none() };
  const { customers, revenue, margin, profit } = totals;
  for (let t = 0; t < model.periods; t++) addPeriod(model, block, t, customers, revenue, margin, profit);
  return totals;
}

/** Adds what comes in one period to rows. */
function addPeriod(
  { baseline: { value, customers: arriving, demand }, discount }: Model,
  block: Block,
  t: number,
  customers: Row,
  revenue: Row,
  margin: Row,
  profit: Row,
): void {
  const usual = rowOf(block, arriving);
  const perCustomer = customerRevenue(value, block);
  const grossMargin = rowOf(block, value.grossMargin);
  const service = rowOf(block, value.serviceCost);
  for (let i = 0; i < block.count; i++) {
    const sold = usual[i]! * demand[t]!;
    const paid = sold * perCustomer[i]! * discount[t]!;
    const earned = paid * grossMargin[i]!;
    customers[i] = customers[i]! + sold;
    revenue[i] = revenue[i]! + paid;
    margin[i] = margin[i]! + earned;
    profit[i] = profit[i]! + (earned - sold * service[i]! * discount[t]!);
  }
}

/** Adds revenue and profit of it, summed over the draws of each replicate. */
export function addBaselineSums(model: Model, block: Block, to: Tally['baseline']): void {
  const { value, customers, demand } = model.baseline;
  if (isConstant(customers, 0)) return;
  const times = (a: Row, b: Row) => product(block, a, b);
  const sold = rowOf(block, customers);
  const revenue = times(sold, customerRevenue(value, block));
  const margin = times(revenue, rowOf(block, value.grossMargin));
  const profit = difference(block, margin, times(sold, rowOf(block, value.serviceCost)));
  const addByPeriod = (row: Row, all: PeriodSums) => {
    const sums = replicateSums(block, row);
    for (let t = 0; t < model.periods; t++) {
      const factor = model.discount[t]! * demand[t]!;
      const own = sumsOfPeriod(all, t);
      for (let r = 0; r < own.length; r++) own[r] = own[r]! + factor * sums[r]!;
    }
  };
  addByPeriod(revenue, to.revenue);
  addByPeriod(profit, to.profit);
}
