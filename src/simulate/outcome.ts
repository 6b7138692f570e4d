import type { Model, TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import { baselineOutcome, type BaselineOutcome } from './baseline.ts';
import { isConstant } from './block.ts';
import { channelCosts } from './costs.ts';
import { unitProfit, type Evaluation } from './evaluate.ts';

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

/**
 * One channel: arrays over periods are `[t * count + i]`, plan first, then tail. Money is at present value where the
 * scenario discounts.
 */
export interface ChannelOutcome {
  readonly customers: Float64Array;
  readonly revenue: Float64Array;
  readonly profit: Float64Array;
  /** The part of customers and of profit that spend before the plan would have brought alone. */
  readonly before?: { readonly customers: Float64Array; readonly profit: Float64Array };
  /** Over all periods, by draw. */
  readonly media: Row;
  readonly cost: Row;
  readonly peopleCost: Row;
  /** The part of `cost` that serves customers once they are won. */
  readonly serviceCost: Row;
  readonly leads: Row;
  readonly hours: Row;
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

function channelOutcome(
  model: Model,
  evaluation: Evaluation,
  c: number,
  totals: Record<TotalName, Row>,
): ChannelOutcome {
  const { block } = evaluation.conditions;
  const { count } = block;
  const periods = model.periods + model.tail;
  const { worth: unit, inside, shocks } = evaluation.conditions.channels[c]!;
  const kept = evaluation.audience.kept[c]!;
  const { effect, fromBefore } = evaluation.effects[c]!;
  const served = evaluation.service?.served[c];
  const worthFactor = shocks.value;
  const costs = channelCosts(model, c, evaluation.plan, block, shocks, evaluation.used[c]!);
  const profitPerUnit = unitProfit(unit, kept);

  const customers = new Float64Array(periods * count);
  const revenue = new Float64Array(periods * count);
  const profit = new Float64Array(periods * count);
  const before =
    fromBefore === undefined
      ? undefined
      : { customers: new Float64Array(periods * count), profit: new Float64Array(periods * count) };
  const sums = {
    media: row(count),
    cost: row(count),
    peopleCost: row(count),
    serviceCost: row(count),
    leads: row(count),
    hours: row(count),
  };

  for (let t = 0; t < periods; t++) {
    const discount = model.discount[t]!;
    const worth = worthFactor?.[t];
    const inPlan = t < model.periods;
    for (let i = 0; i < count; i++) {
      const at = t * count + i;
      const share = served === undefined ? 1 : served[at]!;
      const effective = effect[at]! * share;
      const own = effective * kept[i]!;
      const extra = worth === undefined ? 0 : worth[i]! - 1;
      const margin = own * unit.margin[i]! * (1 + extra);
      const income = own * unit.revenue[i]! * (1 + extra) * discount;
      const fromCustomers = (effective * profitPerUnit[i]! + own * unit.margin[i]! * extra) * discount;
      const spent = inPlan ? costs.cost[at]! * discount : 0;
      customers[at] = own * unit.customers[i]!;
      revenue[at] = income;
      profit[at] = fromCustomers - spent;

      const hours = own * unit.hours[i]! + effective * unit.leadHours[i]! + (inPlan ? costs.hours[at]! : 0);
      const people =
        (own * unit.hoursCost[i]! + effective * unit.leadHoursCost[i]! + (inPlan ? costs.people[at]! : 0)) * discount;
      const cost = margin * discount - profit[at];
      const leads = effective * unit.leads[i]!;
      sums.cost[i] = sums.cost[i]! + cost;
      sums.peopleCost[i] = sums.peopleCost[i]! + people;
      sums.serviceCost[i] = sums.serviceCost[i]! + own * unit.service[i]! * discount;
      sums.leads[i] = sums.leads[i]! + leads;
      sums.hours[i] = sums.hours[i]! + hours;
      if (inPlan) sums.media[i] = sums.media[i]! + costs.media[at]!;
      totals.referred[i] = totals.referred[i]! + own * unit.referred[i]!;
      totals.customers[i] = totals.customers[i]! + customers[at];
      totals.revenue[i] = totals.revenue[i]! + income;
      totals.margin[i] = totals.margin[i]! + margin * discount;
      totals.profit[i] = totals.profit[i]! + profit[at];
      totals.lostLeads[i] = totals.lostLeads[i]! + (effect[at]! - effective) * unit.leads[i]!;
      let unplanned = 0;
      if (before !== undefined) {
        const ratio = effect[at]! > 0 ? fromBefore![at]! / effect[at]! : 0;
        before.customers[at] = customers[at] * ratio;
        before.profit[at] = fromCustomers * ratio;
        unplanned = before.profit[at]!;
      }
      totals.carryInProfit[i] = totals.carryInProfit[i]! + unplanned;
      if (!inPlan) totals.tailProfit[i] = totals.tailProfit[i]! + profit[at] - unplanned;
    }
  }
  for (let i = 0; i < count; i++) {
    totals.spend[i] = totals.spend[i]! + sums.media[i]!;
    totals.cost[i] = totals.cost[i]! + sums.cost[i]!;
    totals.leads[i] = totals.leads[i]! + sums.leads[i]!;
    totals.hours[i] = totals.hours[i]! + sums.hours[i]!;
    totals.peopleCost[i] = totals.peopleCost[i]! + sums.peopleCost[i]!;
    totals.outsideTarget[i] = totals.outsideTarget[i]! + sums.media[i]! * (1 - inside[i]!);
  }
  return { customers, revenue, profit, ...(before === undefined ? {} : { before }), ...sums };
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

function row(count: number): Row {
  return new Float64Array(count);
}
