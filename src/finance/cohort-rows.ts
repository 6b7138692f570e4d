import type { Model } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { rowOf } from '../simulate/block/block.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Outcome } from '../simulate/outcome/outcome.ts';
import type { CohortSpan } from './cohort-spans.ts';

/** Customers of a channel who are won in the same periods, draw by draw; money is over their life, at present value. */
export interface CohortRows {
  readonly customers: Row;
  /** Margin on their orders, less a partner's commission. */
  readonly margin: Row;
  readonly service: Row;
  /** All that is paid in these periods to win customers, people's time included. */
  readonly cost: Row;
}

/** A channel's cohorts, with the chance of one more order after each, draw by draw. */
export interface ChannelCohortRows {
  readonly repeatRate: Row;
  readonly cohorts: readonly CohortRows[];
}

/** Room for the cohorts of all channels. */
export function emptyCohorts(
  { channels }: Model,
  spans: readonly CohortSpan[],
  draws: number,
): readonly ChannelCohortRows[] {
  const row = () => new Float64Array(draws);
  return channels.map(() => ({
    repeatRate: row(),
    cohorts: spans.map(() => ({ customers: row(), margin: row(), service: row(), cost: row() })),
  }));
}

/**
 * Writes a block of draws into the room for it. What spend before the plan would have brought alone is left out, with what it
 * costs to win these, as it is in what a customer costs.
 */
export function addToCohorts(
  model: Model,
  spans: readonly CohortSpan[],
  { block }: Conditions,
  { channels }: Outcome,
  rows: readonly ChannelCohortRows[],
): void {
  const { first, count } = block;
  channels.forEach(({ customers, revenue, profit, before }, c) => {
    const { value, commission } = model.channels[c]!;
    const [grossMargin, paidAway, service] = [value.grossMargin, commission, value.serviceCost].map((source) =>
      rowOf(block, source),
    ) as [Row, Row, Row];
    rows[c]!.repeatRate.set(rowOf(block, value.repeatRate), first);
    spans.forEach(({ from, to }, g) => {
      const cohort = rows[c]!.cohorts[g]!;
      for (let t = from - 1; t < to; t++) {
        const discount = model.discount[t]!;
        for (let i = 0; i < count; i++) {
          const at = t * count + i;
          const all = customers[at]!;
          const won = before === undefined ? all : all - before.customers[at]!;
          if (all > 0) {
            const share = won / all;
            const margin = revenue[at]! * share * (grossMargin[i]! - paidAway[i]!);
            const serving = won * service[i]! * discount;
            add(cohort.customers, first + i, won);
            add(cohort.margin, first + i, margin);
            add(cohort.service, first + i, serving);
            add(cohort.cost, first + i, margin - serving);
          }
          add(cohort.cost, first + i, (before?.profit[at] ?? 0) - profit[at]!);
        }
      }
    });
  });
}

function add(row: Row, at: number, amount: number): void {
  row[at] = row[at]! + amount;
}
