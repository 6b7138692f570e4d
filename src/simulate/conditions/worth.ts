import type { ChannelModel, Model, Source, ValueModel } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, filledRow, isConstant, rowOf, type Block } from '../block/block.ts';
import { difference, product, quotient, sum } from '../block/rows.ts';

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
  const one = constantRow(block, 1);
  let orders = one;
  let again = one;
  for (const discount of isConstant(value.repeatRate, 0) ? [] : value.repeatDiscount) {
    again = product(block, again, rowOf(block, value.repeatRate));
    orders = sum(block, orders, product(block, again, constantRow(block, discount)));
  }
  const kept = difference(block, one, rowOf(block, value.returns));
  return product(block, product(block, rowOf(block, value.orderValue), kept), orders);
}

/**
 * Customers referred per acquired customer: each brings `rate` others, who bring others in turn, so rate / (1 - rate)
 * in all, never more than the cap.
 */
function referredPerCustomer(value: ValueModel, block: Block): Row {
  if (isConstant(value.referralRate, 0)) return constantRow(block, 0);
  const rates = rowOf(block, value.referralRate);
  const cap = value.referralCap;
  return filledRow(block, (row) => {
    for (let i = 0; i < row.length; i++) row[i] = rates[i]! >= 1 ? cap : Math.min(cap, rates[i]! / (1 - rates[i]!));
  });
}

/** See {@link UnitWorth}. */
export function unitWorth(model: Model, channel: ChannelModel, block: Block): UnitWorth {
  const { value } = channel;
  const row = (source: Source) => rowOf(block, source);
  const times = (a: Row, b: Row) => product(block, a, b);
  const nothing = constantRow(block, 0);
  const one = constantRow(block, 1);
  const revenueOfCustomer = customerRevenue(value, block);
  const referred = referredPerCustomer(value, block);
  const ofRevenue = channel.response.of === 'revenue';

  // Where a customer brings no revenue, nobody can tell how many stand behind it.
  const won = ofRevenue ? quotient(block, one, revenueOfCustomer) : one;
  const withReferred = sum(block, one, referred);
  const customers = times(won, withReferred);
  const revenue = ofRevenue ? withReferred : times(withReferred, revenueOfCustomer);
  const margin = times(revenue, difference(block, row(value.grossMargin), row(channel.commission)));
  const service = times(customers, row(value.serviceCost));
  const perCustomerCost = sum(block, service, times(customers, row(channel.costPerCustomer)));

  const leads = channel.countsLeads
    ? channel.leadToCustomer.reduce((number, rate) => quotient(block, number, row(rate)), won)
    : nothing;
  const leadCost = times(leads, row(channel.costPerLead));

  let hours = nothing;
  let hoursCost = nothing;
  let leadHours = nothing;
  let leadHoursCost = nothing;
  for (const role of channel.hours) {
    const { hourlyCost, inHours } = model.resources[role.resource]!;
    const hourly = row(hourlyCost);
    const forCustomers = times(customers, row(role.perCustomer));
    const forLeads = times(leads, row(role.perLead));
    if (inHours) {
      hours = sum(block, hours, forCustomers);
      leadHours = sum(block, leadHours, forLeads);
    }
    hoursCost = sum(block, hoursCost, times(forCustomers, hourly));
    leadHoursCost = sum(block, leadHoursCost, times(forLeads, hourly));
  }
  return {
    won,
    customers,
    referred: times(won, referred),
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
