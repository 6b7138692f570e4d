import type { ChannelModel, Model, ValueModel } from '../domain.ts';
import type { Row } from '../families.ts';
import { isConstant, rowOf, type Block } from './block.ts';

/**
 * What one unit of a channel's effect leads to in one draw, before audience and capacity: a unit is a customer, or a
 * unit of currency for curves of revenue. Everything is linear in the effect, which keeps profit concave.
 */
export interface UnitWorth {
  /** Customers won, before any are referred: 1, or for curves of revenue as many as pay one unit of it. */
  readonly won: Row;
  /** Customers, those they refer included. */
  readonly customers: Row;
  readonly referred: Row;
  /** Over the life of the customers, at present value. */
  readonly revenue: Row;
  /** Revenue × gross margin − commission. */
  readonly margin: Row;
  /** Money paid per customer: service, acquisition bonus. */
  readonly perCustomerCost: Row;
  /** The part of it that serves customers, and wins none. */
  readonly service: Row;
  readonly hours: Row;
  readonly hoursCost: Row;
  /** Served leads per unit of effect before audience, and what each costs in money, hours and hours' cost. */
  readonly leads: Row;
  readonly leadCost: Row;
  readonly leadHours: Row;
  readonly leadHoursCost: Row;
}

/** Revenue of one new customer over their life, at present value: first order and repeat orders, less returns. */
export function customerRevenue(value: ValueModel, block: Block): Row {
  const orderValue = rowOf(block, value.orderValue);
  const returns = rowOf(block, value.returns);
  const rate = rowOf(block, value.repeatRate);
  const repeats = value.repeatDiscount.length > 0 && !isConstant(value.repeatRate, 0);
  return orderValue.map((order, i) => {
    let orders = 1;
    if (repeats) {
      let again = 1;
      for (const discount of value.repeatDiscount) {
        again *= rate[i]!;
        orders += again * discount;
      }
    }
    return order * (1 - returns[i]!) * orders;
  });
}

/**
 * Customers referred per acquired customer: each brings `rate` others, who bring others in turn, so rate / (1 - rate)
 * in all, never more than the cap.
 */
export function referredPerCustomer(value: ValueModel, block: Block): Row {
  return rowOf(block, value.referralRate).map((rate) =>
    rate >= 1 ? value.referralCap : Math.min(value.referralCap, rate / (1 - rate)),
  );
}

/** See {@link UnitWorth}. */
export function unitWorth(model: Model, channel: ChannelModel, block: Block): UnitWorth {
  const { count } = block;
  const { value } = channel;
  const revenueOfCustomer = customerRevenue(value, block);
  const referred = referredPerCustomer(value, block);
  const ofRevenue = channel.response.of === 'revenue';

  // Where a customer brings no revenue, nobody can tell how many stand behind it.
  const won = revenueOfCustomer.map((money) => (!ofRevenue ? 1 : money > 0 ? 1 / money : 0));
  const customers = referred.map((extra, i) => won[i]! * (1 + extra));
  const revenue = referred.map((extra, i) => (ofRevenue ? 1 + extra : (1 + extra) * revenueOfCustomer[i]!));
  const grossMargin = rowOf(block, value.grossMargin);
  const commission = rowOf(block, channel.commission);
  const margin = revenue.map((money, i) => money * (grossMargin[i]! - commission[i]!));
  const serviceCost = rowOf(block, value.serviceCost);
  const bonus = rowOf(block, channel.costPerCustomer);
  const service = customers.map((number, i) => number * serviceCost[i]!);
  const perCustomerCost = service.map((cost, i) => cost + customers[i]! * bonus[i]!);

  const leads = new Float64Array(count);
  if (channel.countsLeads) {
    leads.set(won);
    for (const rate of channel.leadToCustomer) {
      const row = rowOf(block, rate);
      for (let i = 0; i < count; i++) leads[i] = row[i]! > 0 ? leads[i]! / row[i]! : 0;
    }
  }
  const leadPrice = rowOf(block, channel.costPerLead);
  const leadCost = leads.map((number, i) => number * leadPrice[i]!);

  const hours = new Float64Array(count);
  const hoursCost = new Float64Array(count);
  const leadHours = new Float64Array(count);
  const leadHoursCost = new Float64Array(count);
  for (const role of channel.hours) {
    const hourly = rowOf(block, model.resources[role.resource]!.hourlyCost);
    const perCustomer = rowOf(block, role.perCustomer);
    const perLead = rowOf(block, role.perLead);
    for (let i = 0; i < count; i++) {
      const forCustomers = customers[i]! * perCustomer[i]!;
      const forLeads = leads[i]! * perLead[i]!;
      hours[i] = hours[i]! + forCustomers;
      hoursCost[i] = hoursCost[i]! + forCustomers * hourly[i]!;
      leadHours[i] = leadHours[i]! + forLeads;
      leadHoursCost[i] = leadHoursCost[i]! + forLeads * hourly[i]!;
    }
  }
  return {
    won,
    customers,
    referred: referred.map((extra, i) => won[i]! * extra),
    revenue,
    margin,
    perCustomerCost,
    service,
    hours,
    hoursCost,
    leads,
    leadCost,
    leadHours,
    leadHoursCost,
  };
}
