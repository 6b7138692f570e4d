import type { Model, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { baselineOutcome, type BaselineOutcome } from '../conditions/baseline.ts';
import { isConstant } from '../block/block.ts';
import { channelOutcome, type ChannelOutcome } from './channel-outcome.ts';
import type { Evaluation } from './evaluate.ts';

/** Totals of each draw, in the order in which they are stored. */
export const totalNames: readonly TotalName[] = [
  'spend',
  'cost',
  'leads',
  'customers',
  'referred',
  'revenue',
  'margin',
  'profit',
  'hours',
  'peopleCost',
  'outsideTarget',
  'lostLeads',
  'carryInProfit',
  'tailProfit',
];

/** What a plan leads to by draw, channel and period. */
export interface Outcome {
  readonly count: number;
  /** One row per total. */
  readonly totals: Readonly<Record<TotalName, Row>>;
  readonly channels: readonly ChannelOutcome[];
  readonly baseline: BaselineOutcome;
}

/** Puts an evaluated plan together: what customers, revenue, cost and profit are, by draw, channel and period. */
export function outcomeOf(model: Model, evaluation: Evaluation): Outcome {
  const { block } = evaluation.conditions;
  const { count } = block;
  const totals = Object.fromEntries(totalNames.map((name) => [name, new Float64Array(count)])) as Record<
    TotalName,
    Row
  >;
  const channels = model.channels.map((_, c) => channelOutcome(model, evaluation, c, totals));
  const baseline = baselineOutcome(model, block);
  if (!isConstant(model.baseline.customers, 0)) addBaseline(baseline, totals, count);
  return { count, totals, channels, baseline };
}

function addBaseline(baseline: BaselineOutcome, totals: Record<TotalName, Row>, count: number): void {
  for (let at = 0, i = 0; at < baseline.profit.length; at++, i = i + 1 === count ? 0 : i + 1) {
    totals.customers[i] = totals.customers[i]! + baseline.customers[at]!;
    totals.revenue[i] = totals.revenue[i]! + baseline.revenue[at]!;
    totals.margin[i] = totals.margin[i]! + baseline.margin[at]!;
    totals.cost[i] = totals.cost[i]! + baseline.margin[at]! - baseline.profit[at]!;
    totals.profit[i] = totals.profit[i]! + baseline.profit[at]!;
  }
}
