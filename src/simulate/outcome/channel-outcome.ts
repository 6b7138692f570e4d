import type { Model, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { channelCosts, type ChannelCosts } from '../conditions/costs.ts';
import { servedOf } from '../conditions/capacity.ts';
import { unitProfit, type Evaluation } from './evaluate.ts';

/**
 * One channel: arrays over periods are `[t * count + i]`, plan first, then tail. Money is at present value where the
 * scenario discounts.
 */
export interface ChannelOutcome {
  readonly customers: Float64Array;
  readonly revenue: Float64Array;
  readonly profit: Float64Array;
  readonly before?: BroughtBefore;
  /** Over all periods, by draw. */
  readonly media: Row;
  readonly cost: Row;
  readonly peopleCost: Row;
  /** The part of `cost` that serves customers once they are won. */
  readonly serviceCost: Row;
  readonly leads: Row;
  readonly hours: Row;
}

/** The part of a channel's outcome that spend before the plan would have brought alone. */
export interface BroughtBefore {
  readonly customers: Float64Array;
  readonly profit: Float64Array;
  /** Over all periods, by draw. */
  readonly revenue: Row;
  /** What it costs to win these customers: leads, bonuses and hours, not media or service. */
  readonly winningCost: Row;
  /** The part of `winningCost` that is people's time. */
  readonly peopleCost: Row;
}

/** See {@link ChannelOutcome}; adds the channel's part to `totals`. */
export function channelOutcome(
  model: Model,
  evaluation: Evaluation,
  c: number,
  totals: Record<TotalName, Row>,
): ChannelOutcome {
  const { block } = evaluation.conditions;
  const { count } = block;
  const { worth: unit, inside, shocks } = evaluation.conditions.channels[c]!;
  const kept = evaluation.audience.kept[c]!;
  const costs = channelCosts(model, c, evaluation.plan, block, shocks, evaluation.used[c]!);
  const { customers, revenue, profit, sums } = byPeriod(model, evaluation, c, costs);
  const before = broughtBefore(model, evaluation, c, customers, profit, costs);
  const own = {
    media: overPlan(model, costs.media, count, false),
    cost: row(count),
    peopleCost: overPlan(model, costs.people, count, true),
    serviceCost: row(count),
    leads: row(count),
    hours: overPlan(model, costs.hours, count, false),
  };
  for (let i = 0; i < count; i++) {
    const share = kept[i]!;
    const people = share * sums.served[i]!;
    const margin = share * sums.worth[i]! * unit.margin[i]!;
    own.cost[i] = margin - sums.profit[i]!;
    own.peopleCost[i] = own.peopleCost[i]! + (share * unit.hoursCost[i]! + unit.leadHoursCost[i]!) * sums.present[i]!;
    own.serviceCost[i] = share * unit.service[i]! * sums.present[i]!;
    own.leads[i] = sums.served[i]! * unit.leads[i]!;
    own.hours[i] = own.hours[i]! + people * unit.hours[i]! + sums.served[i]! * unit.leadHours[i]!;

    const unplanned = before === undefined ? 0 : before.sum[i]!;
    totals.spend[i] = totals.spend[i]! + own.media[i]!;
    totals.cost[i] = totals.cost[i]! + own.cost[i]!;
    totals.leads[i] = totals.leads[i]! + own.leads[i]!;
    totals.customers[i] = totals.customers[i]! + people * unit.customers[i]!;
    totals.referred[i] = totals.referred[i]! + people * unit.referred[i]!;
    totals.revenue[i] = totals.revenue[i]! + share * sums.worth[i]! * unit.revenue[i]!;
    totals.margin[i] = totals.margin[i]! + margin;
    totals.profit[i] = totals.profit[i]! + sums.profit[i]!;
    totals.hours[i] = totals.hours[i]! + own.hours[i]!;
    totals.peopleCost[i] = totals.peopleCost[i]! + own.peopleCost[i]!;
    totals.outsideTarget[i] = totals.outsideTarget[i]! + own.media[i]! * (1 - inside[i]!);
    totals.lostLeads[i] = totals.lostLeads[i]! + sums.lost[i]! * unit.leads[i]!;
    totals.carryInProfit[i] = totals.carryInProfit[i]! + unplanned;
    totals.tailProfit[i] = totals.tailProfit[i]! + sums.tail[i]! - (before === undefined ? 0 : before.tail[i]!);
  }
  return {
    customers,
    revenue,
    profit,
    ...(before === undefined ? {} : { before: before.outcome }),
    ...own,
  };
}

/** Sums over periods that a channel's totals are products of, by draw. */
interface EffectSums {
  /** Served effect, at face value. */
  readonly served: Row;
  /** Served effect at present value, and the same with what shocks do to the worth of customers. */
  readonly present: Row;
  readonly worth: Row;
  /** Effect that nobody could serve. */
  readonly lost: Row;
  readonly profit: Row;
  /** The part of `profit` after the plan's end. */
  readonly tail: Row;
}

/** Customers, revenue and profit by period and draw, with the sums that the channel's totals follow from. */
function byPeriod(model: Model, evaluation: Evaluation, c: number, costs: ChannelCosts) {
  const { count } = evaluation.conditions.block;
  const { worth: unit, shocks } = evaluation.conditions.channels[c]!;
  const kept = evaluation.audience.kept[c]!;
  const { effect } = evaluation.effects[c]!;
  const profitPerUnit = unitProfit(unit, kept);
  const perUnit = {
    customers: kept.map((share, i) => share * unit.customers[i]!),
    revenue: kept.map((share, i) => share * unit.revenue[i]!),
    margin: kept.map((share, i) => share * unit.margin[i]!),
  };
  const size = (model.periods + model.tail) * count;
  const [customers, revenue, profit] = [row(size), row(size), row(size)];
  const sums: EffectSums = {
    served: row(count),
    present: row(count),
    worth: row(count),
    lost: row(count),
    profit: row(count),
    tail: row(count),
  };
  for (let t = 0; t < model.periods + model.channels[c]!.tail; t++) {
    const discount = model.discount[t]!;
    const worth = shocks.value?.[t];
    const inPlan = t < model.periods;
    const [arrivingIn, servedIn] = [effect[t]!, evaluation.served[c]![t]!];
    for (let i = 0; i < count; i++) {
      const at = t * count + i;
      const arriving = arrivingIn[i]!;
      const served = servedIn[i]!;
      const present = served * discount;
      const factor = worth === undefined ? 1 : worth[i]!;
      const earned = present * (profitPerUnit[i]! + perUnit.margin[i]! * (factor - 1));
      const left = inPlan ? earned - costs.cost[at]! * discount : earned;
      customers[at] = served * perUnit.customers[i]!;
      revenue[at] = present * factor * perUnit.revenue[i]!;
      profit[at] = left;
      sums.served[i] = sums.served[i]! + served;
      sums.present[i] = sums.present[i]! + present;
      sums.worth[i] = sums.worth[i]! + present * factor;
      sums.lost[i] = sums.lost[i]! + (arriving - served);
      sums.profit[i] = sums.profit[i]! + left;
      if (!inPlan) sums.tail[i] = sums.tail[i]! + left;
    }
  }
  return { customers, revenue, profit, sums };
}

/** The share of a channel's customers and of what they earn that spend before the plan would have brought alone. */
function broughtBefore(
  model: Model,
  evaluation: Evaluation,
  c: number,
  customers: Float64Array,
  profit: Float64Array,
  costs: ChannelCosts,
) {
  const { effect, fromBefore } = evaluation.effects[c]!;
  if (fromBefore === undefined) return undefined;
  const { count } = evaluation.conditions.block;
  const { worth: unit, shocks } = evaluation.conditions.channels[c]!;
  const kept = evaluation.audience.kept[c]!;
  const served = servedOf(evaluation.service, c, fromBefore, evaluation.memory, evaluation.code);
  const outcome = {
    customers: row(customers.length),
    profit: row(customers.length),
    revenue: row(count),
    winningCost: row(count),
    peopleCost: row(count),
  };
  const [sum, tail, present] = [row(count), row(count), row(count)];
  for (let t = 0; t < model.periods + model.channels[c]!.tail; t++) {
    const inPlan = t < model.periods;
    const discount = model.discount[t]!;
    const worth = shocks.value?.[t];
    const [all, before, servedBefore] = [effect[t]!, fromBefore[t]!, served[t]!];
    for (let i = 0; i < count; i++) {
      const at = t * count + i;
      const share = all[i]! > 0 ? before[i]! / all[i]! : 0;
      const earned = inPlan ? profit[at]! + costs.cost[at]! * discount : profit[at]!;
      const units = servedBefore[i]! * discount;
      outcome.customers[at] = customers[at]! * share;
      outcome.profit[at] = earned * share;
      // Without the worth of a customer, which is the same in all periods: it follows after the sum.
      outcome.revenue[i] = outcome.revenue[i]! + (worth === undefined ? units : units * worth[i]!);
      present[i] = present[i]! + units;
      sum[i] = sum[i]! + outcome.profit[at];
      if (!inPlan) tail[i] = tail[i]! + outcome.profit[at];
    }
  }
  for (let i = 0; i < count; i++) {
    const people = kept[i]! * unit.hoursCost[i]! + unit.leadHoursCost[i]!;
    const money = kept[i]! * (unit.perCustomerCost[i]! - unit.service[i]!) + unit.leadCost[i]!;
    outcome.revenue[i] = outcome.revenue[i]! * kept[i]! * unit.revenue[i]!;
    outcome.winningCost[i] = (money + people) * present[i]!;
    outcome.peopleCost[i] = people * present[i]!;
  }
  return { outcome, sum, tail };
}

/** Sum over the periods of the plan, by draw; at present value if asked. */
function overPlan(model: Model, values: Float64Array, count: number, discounted: boolean): Row {
  const total = row(count);
  for (let t = 0; t < model.periods; t++) {
    const factor = discounted ? model.discount[t]! : 1;
    for (let i = 0; i < count; i++) total[i] = total[i]! + values[t * count + i]! * factor;
  }
  return total;
}

function row(count: number): Row {
  return new Float64Array(count);
}
