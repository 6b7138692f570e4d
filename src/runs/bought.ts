/** What media bought in each draw, told back from the customers that it brought. */
import type { Channel, Model, Resource, Scenario } from '../domain.ts';
import type { Row } from '../families.ts';
import { boughtStage } from '../scenario/schema/price.ts';
import { rowOf, type Block } from '../simulate/block.ts';
import { quantityRow } from './quantity-row.ts';

export type BoughtStage = 'impression' | 'click' | 'lead';

/**
 * The stage of the funnel that the price of a channel buys. Undefined where what was bought cannot be told from customers: without
 * price and funnel, where people or segments may turn customers away, and where
 * customers bring others.
 */
export function stageBought({ resources, segments, value }: Scenario, channel: Channel): BoughtStage | undefined {
  const { price, funnel, efficiency, response, hours, audience } = channel;
  const stage = price === undefined ? undefined : boughtStage[price.unit];
  if (stage === undefined || stage === 'customer' || funnel[0]?.from !== stage) return undefined;
  if (efficiency !== undefined || response.ceiling !== undefined) return undefined;
  const full = Object.keys(audience).some((name) => segments[name]?.size !== undefined);
  const busy = Object.keys(hours).some((role) => isLimited(resources[role]!));
  const referred = (channel.value.referral ?? value.referral) !== undefined;
  return full || busy || referred ? undefined : stage;
}

function isLimited({ hourlyCost: _cost, ...limits }: Resource): boolean {
  return Object.keys(limits).length > 0;
}

/** The share of what is bought that becomes customers, draw by draw. */
export function customersPerBought(model: Model, c: number, { funnel }: Channel, block: Block): Row {
  const { name, audience, precision } = model.channels[c]!;
  const inTarget =
    audience.length === 0
      ? rowOf(block, precision)
      : audience.map(({ share }) => rowOf(block, share)).reduce((so, row) => so.map((value, i) => value + row[i]!));
  return funnel
    .map(({ key, rate }) => quantityRow(model, block, `channels.${name}.funnel.${key}`, rate))
    .reduce((so, row) => so.map((value, i) => value * row[i]!), inTarget);
}
