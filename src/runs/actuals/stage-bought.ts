/** What media bought in each draw, told back from the customers that it brought. */
import type { Channel, Model, Resource, Scenario } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { responses } from '../../responses/table.ts';
import { boughtStage } from '../../scenario/schema/price.ts';
import { rowOf, type Block } from '../../simulate/block/block.ts';
import { quantityRow } from '../quantity-row.ts';

export type BoughtStage = 'impression' | 'click' | 'lead';

/**
 * The stage of the funnel that the price of a channel buys. Undefined where what was bought cannot be told from customers: without
 * price and funnel, where customers come later than what was bought, from another channel or by customers, and where people or
 * segments may turn them away.
 */
export function stageBought({ channels, resources, segments, value }: Scenario, name: string): BoughtStage | undefined {
  const channel = channels[name]!;
  const { price, funnel, efficiency, response, carryover, hours, audience } = channel;
  const stage = price === undefined ? undefined : boughtStage[price.unit];
  if (stage === undefined || stage === 'customer' || funnel[0]?.from !== stage) return undefined;
  const tellsCustomers =
    efficiency !== undefined || response.ceiling !== undefined || responses[response.curve]!.quotes === 'absolute';
  const later = carryover.curve !== 'none' || channel.carryIn.length > 0;
  const helped = Object.values(channels).some(({ halo }) => Object.hasOwn(halo, name));
  const referred = (channel.value.referral ?? value.referral) !== undefined;
  const full = Object.keys(audience).some((segment) => segments[segment]?.size !== undefined);
  const busy = Object.keys(hours).some((role) => isLimited(resources[role]!));
  return tellsCustomers || later || helped || referred || full || busy ? undefined : stage;
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
