import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { isConstant, rowOf, type Block } from './block.ts';
import { difference, product } from './rows.ts';
import { replicateSums } from './replicate-sums.ts';
import { sumsOfPeriod, type PeriodSums, type Tally } from './tally.ts';
import { customerRevenue } from './worth.ts';

/** Sales that need no spend: `[t * count + i]`, periods of the plan. Money is at present value. */
export type BaselineOutcome = Readonly<Record<'customers' | 'revenue' | 'margin' | 'profit', Float64Array>>;

/** See {@link BaselineOutcome}. */
export function baselineOutcome(model: Model, block: Block): BaselineOutcome {
  const { count } = block;
  const size = model.periods * count;
  const [sold, revenue, margin, profit] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const { value } = model.baseline;
  const customers = rowOf(block, model.baseline.customers);
  const perCustomer = customerRevenue(value, block);
  const grossMargin = rowOf(block, value.grossMargin);
  const service = rowOf(block, value.serviceCost);
  for (let t = 0; t < model.periods; t++) {
    const discount = model.discount[t]!;
    for (let i = 0; i < count; i++) {
      const at = t * count + i;
      sold[at] = customers[i]! * model.baseline.demand[t]!;
      revenue[at] = sold[at] * perCustomer[i]! * discount;
      margin[at] = revenue[at] * grossMargin[i]!;
      profit[at] = margin[at] - sold[at] * service[i]! * discount;
    }
  }
  return { customers: sold, revenue, margin, profit };
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
