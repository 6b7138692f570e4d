import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { again, isConstant, rowOf, zeroRow, type Block } from '../block/block.ts';
import { difference, product } from '../block/rows.ts';
import { replicateSums } from '../tally/replicate-sums.ts';
import { sumsOfPeriod, type PeriodSums, type Tally } from '../tally/tally.ts';
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
  const sales = salesOf(model, block);
  for (let t = 0; t < model.periods; t++) {
    const inPeriod = (values: Float64Array) => values.subarray(t * count, (t + 1) * count);
    const { customers, revenue, margin, profit } = outcome;
    addPeriod(model, sales, t, inPeriod(customers), inPeriod(revenue), inPeriod(margin), inPeriod(profit));
  }
  return outcome;
}

/** See {@link BaselineTotals}. */
export function baselineTotals(model: Model, block: Block): BaselineTotals {
  if (isConstant(model.baseline.customers, 0)) return {};
  const sales = salesOf(model, block);
  const none = () => zeroRow(block);
  const [customers, revenue, margin, profit] = [none(), none(), none(), none()];
  again(block, () => {
    for (let t = 0; t < model.periods; t++) addPeriod(model, sales, t, customers, revenue, margin, profit);
  });
  return { customers, revenue, margin, profit };
}

/** By draw, of any period. */
interface Sales {
  readonly usual: Row;
  readonly perCustomer: Row;
  readonly grossMargin: Row;
  readonly service: Row;
}

function salesOf({ baseline: { customers, value } }: Model, block: Block): Sales {
  return {
    usual: rowOf(block, customers),
    perCustomer: customerRevenue(value, block),
    grossMargin: rowOf(block, value.grossMargin),
    service: rowOf(block, value.serviceCost),
  };
}

/** Adds what comes in one period to rows. */
function addPeriod(
  { baseline: { demand }, discount }: Model,
  { usual, perCustomer, grossMargin, service }: Sales,
  t: number,
  customers: Row,
  revenue: Row,
  margin: Row,
  profit: Row,
): void {
  for (let i = 0; i < usual.length; i++) {
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
    again(block, () => {
      for (let t = 0; t < model.periods; t++) {
        const factor = model.discount[t]! * demand[t]!;
        const own = sumsOfPeriod(all, t);
        for (let r = 0; r < own.length; r++) own[r] = own[r]! + factor * sums[r]!;
      }
    });
  };
  addByPeriod(revenue, to.revenue);
  addByPeriod(profit, to.profit);
}
