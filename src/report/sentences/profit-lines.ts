import type { FinanceView, PeriodLine } from '../../finance/finance-view.ts';

/**
 * A line of profit and loss: some periods together, what comes after the end of the plan from its own spend or from spend before
 * it, or all.
 */
export interface ProfitLine {
  readonly kind: 'periods' | 'after the end' | 'carry-in after the end' | 'total';
  /** First and last period, from 1. */
  readonly from: number;
  readonly to: number;
  readonly line: PeriodLine;
  /** Profit from the start on; absent in the line of all. */
  readonly soFar?: number;
  /** Cash in hand at the end of the line; absent in the line of all, and where another line is of the same time. */
  readonly cash?: number;
}

/**
 * Profit and loss line by line.
 *
 * @param most  lines for the periods of the plan; where there are more periods, several go into one line
 */
export function profitLines({ periods, afterEnd, total, cash }: FinanceView, most: number): readonly ProfitLine[] {
  const step = Math.ceil(periods.length / most);
  const lines: ProfitLine[] = [];
  let soFar = 0;
  for (let first = 0; first < periods.length; first += step) {
    const part = periods.slice(first, first + step);
    const line = part.reduce(added);
    const to = first + part.length;
    soFar += line.profit.value;
    lines.push({ kind: 'periods', from: first + 1, to, line, soFar, cash: cash.path[to - 1]! });
  }
  const ends = { from: periods.length + 1, to: cash.path.length };
  const { plan, carryIn } = afterEnd;
  const lasting = [
    ...(hasAny(plan) || cash.path.length > periods.length ? [{ kind: 'after the end' as const, line: plan }] : []),
    ...(hasAny(carryIn) ? [{ kind: 'carry-in after the end' as const, line: carryIn }] : []),
  ];
  return [
    ...lines,
    ...lasting.map(({ kind, line }, k): ProfitLine => {
      soFar += line.profit.value;
      return { kind, ...ends, line, soFar, ...(k === lasting.length - 1 ? { cash: cash.path.at(-1)! } : {}) };
    }),
    { kind: 'total', from: 1, to: ends.to, line: total },
  ];
}

function hasAny({ customers, profit }: PeriodLine): boolean {
  return customers !== 0 || profit.value !== 0;
}

function added(a: PeriodLine, b: PeriodLine): PeriodLine {
  return {
    customers: a.customers + b.customers,
    revenue: a.revenue + b.revenue,
    media: a.media + b.media,
    otherCosts: a.otherCosts + b.otherCosts,
    // Of sums of periods only the value is shown.
    profit: { value: a.profit.value + b.profit.value, standardError: 0 },
  };
}
