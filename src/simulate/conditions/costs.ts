import type { ChannelModel, Model, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, isConstant, rowOf, type Block } from '../block/block.ts';
import { product, quotient, sum } from '../block/rows.ts';
import type { ShockFactors } from './shocks.ts';

/** What a channel costs apart from its customers and leads, by period of the plan and draw: `[t * count + i]`. */
export interface ChannelCosts {
  /** Money paid for media. */
  readonly media: Float64Array;
  /** All money, people included: media, agency fee, fixed cost, hours by period and by spend. */
  readonly cost: Float64Array;
  readonly hours: Float64Array;
  /** The part of `cost` that is people's time. */
  readonly people: Float64Array;
}

/** See {@link ChannelCosts}; fixed cost falls in the first period. */
export function channelCosts(
  model: Model,
  c: number,
  plan: Plan,
  block: Block,
  shocks: ShockFactors,
  used: boolean,
): ChannelCosts {
  const { count } = block;
  const channel = model.channels[c]!;
  const size = model.periods * count;
  const media = new Float64Array(size);
  const cost = new Float64Array(size);
  const hours = new Float64Array(size);
  const people = new Float64Array(size);
  const fee = rowOf(block, channel.fee);
  for (let t = 0; t < model.periods; t++) {
    const spend = plan.spend[c]![t]!;
    const on = shocks.on?.[t];
    for (let i = 0; i < count; i++) {
      const paid = on === undefined ? spend : spend * on[i]!;
      media[t * count + i] = paid;
      cost[t * count + i] = paid * (1 + fee[i]!);
    }
  }
  for (const role of channel.hours) {
    const hourly = rowOf(block, model.resources[role.resource]!.hourlyCost);
    const perPeriod = rowOf(block, role.perPeriod);
    const perThousand = rowOf(block, role.perThousandSpent);
    for (let at = 0, i = 0; at < size; at++, i = i + 1 === count ? 0 : i + 1) {
      const time = (used ? perPeriod[i]! : 0) + (perThousand[i]! * media[at]!) / 1000;
      hours[at] = hours[at]! + time;
      people[at] = people[at]! + time * hourly[i]!;
    }
  }
  for (let at = 0; at < size; at++) cost[at] = cost[at]! + people[at]!;
  if (used && !isConstant(channel.fixedCost, 0)) {
    const fixed = rowOf(block, channel.fixedCost);
    for (let i = 0; i < count; i++) cost[i] = cost[i]! + fixed[i]!;
  }
  return { media, cost, hours, people };
}

/** Cost of one more unit of spend in a period, by draw: 1, the agency's fee and the hours that spending takes. */
export function costPerSpend(model: Model, channel: ChannelModel, block: Block): Row {
  let cost = sum(block, constantRow(block, 1), rowOf(block, channel.fee));
  for (const role of channel.hours) {
    const hourly = rowOf(block, model.resources[role.resource]!.hourlyCost);
    const perThousand = product(block, rowOf(block, role.perThousandSpent), hourly);
    cost = sum(block, cost, quotient(block, perThousand, constantRow(block, 1000)));
  }
  return cost;
}
