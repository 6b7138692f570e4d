import type { Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { AfterEnd, PeriodLine } from './finance-view.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { mean } from '../statistics/mean.ts';
import { addRows, type PlanByPeriod } from '../simulate/by-period.ts';

/** Of money: what is left of equal sums by less than this share of them is nothing. */
const ROUNDING = 1e-12;

/** What comes in some periods, one number per draw; money at present value. */
export interface LineRows {
  readonly customers: Row;
  readonly revenue: Row;
  readonly profit: Row;
}

/** Lines of profit and loss. */
export interface ProfitAndLoss {
  readonly periods: readonly PeriodLine[];
  readonly afterEnd: AfterEnd;
  readonly total: PeriodLine;
  /** Spent in each period of plan and tail, at present value. */
  readonly media: readonly number[];
  /** Profit over plan and tail, one row for each channel and one for what needs no spend. */
  readonly profits: readonly Row[];
}

/**
 * What a plan leads to, line by line, all channels and what needs no spend together.
 *
 * @param carryIn  what spend before the plan still brings after its end
 */
export function profitAndLoss(
  model: Model,
  plan: Plan,
  { channels, baseline }: PlanByPeriod,
  carryIn: LineRows,
): ProfitAndLoss {
  const draws = carryIn.profit.length;
  const parts = [...channels, baseline];
  const ends = model.periods + model.tail;
  const media = Array.from(
    { length: ends },
    (_, t) => model.discount[t]! * plan.spend.reduce((sum, row) => sum + (row[t] ?? 0), 0),
  );
  const sum = (name: keyof LineRows, from: number, to: number) =>
    addRows(
      parts.flatMap((part) => part[name].slice(from, to)),
      draws,
    );
  const rows = (from: number, to: number): LineRows => ({
    customers: sum('customers', from, to),
    revenue: sum('revenue', from, to),
    profit: sum('profit', from, to),
  });
  const byPeriod = media.map((_, t) => rows(t, t + 1));
  const after = rows(model.periods, ends);
  return {
    periods: byPeriod.slice(0, model.periods).map((line, t) => lineOf(line, media[t])),
    afterEnd: {
      plan: lineOf({
        customers: less(after.customers, carryIn.customers),
        revenue: less(after.revenue, carryIn.revenue),
        profit: less(after.profit, carryIn.profit),
      }),
      carryIn: lineOf(carryIn),
    },
    total: lineOf(
      rows(0, ends),
      media.reduce((all, amount) => all + amount, 0),
    ),
    media,
    profits: parts.map(({ profit }) => addRows(profit, draws)),
  };
}

/** @param media  none are paid after the end of a plan */
function lineOf({ customers, revenue: revenues, profit: profits }: LineRows, media = 0): PeriodLine {
  const [revenue, profit] = [mean(revenues), meanOf(profits)];
  const left = revenue - media - profit.value;
  const otherCosts = Math.abs(left) > ROUNDING * Math.max(revenue, media) ? left : 0;
  return { customers: mean(customers), revenue, media, otherCosts, profit };
}

function less(row: Row, part: Row): Row {
  return row.map((value, i) => value - part[i]!);
}
