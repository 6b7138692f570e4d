import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import { audienceOf, type Audience } from './audience.ts';
import type { Block } from './block.ts';
import { serve, type Service } from './capacity.ts';
import { channelCosts, type ChannelCosts } from './costs.ts';
import { buyingFactor, channelEffect, effectiveSpend, type BuyingFactor, type ChannelEffect } from './effect.ts';
import { shockFactors, type ShockFactors } from './shocks.ts';
import { unitWorth, type UnitWorth } from './worth.ts';

/**
 * Everything one plan leads to in one block of draws, as factors that outcomes and gradients are put together from.
 * Arrays over periods are `[t * count + i]`, plan first, then tail.
 */
export interface Evaluation {
  readonly plan: Plan;
  /** Channels whose fixed costs are paid. */
  readonly used: readonly boolean[];
  readonly shocks: readonly ShockFactors[];
  readonly factors: readonly BuyingFactor[];
  readonly effects: readonly ChannelEffect[];
  readonly worth: readonly UnitWorth[];
  readonly service: Service | undefined;
  readonly audience: Audience;
  readonly costs: readonly ChannelCosts[];
}

/** Channels in which the plan spends anything. */
export function channelsUsed(plan: Plan): readonly boolean[] {
  return plan.spend.map((spend) => spend.some((amount) => amount > 0));
}

/**
 * Evaluates a plan in a block of draws.
 *
 * @param used  channels whose fixed costs and hours count; by default those with any spend
 */
export function evaluate(
  model: Model,
  plan: Plan,
  block: Block,
  used: readonly boolean[] = channelsUsed(plan),
): Evaluation {
  const shocks = shockFactors(model, block);
  const factors = model.channels.map((channel, c) => buyingFactor(model, channel, block, shocks[c]!));
  const bought = effectiveSpend(model, plan, block, factors);
  const effects = model.channels.map((channel, c) => channelEffect(model, channel, block, bought[c]!, shocks[c]!));
  const worth = model.channels.map((channel) => unitWorth(model, channel, block));
  const nothing = model.channels.map(() => new Float64Array(block.count));
  const { inside } = audienceOf(model, block, nothing);
  const service = serve(
    model,
    block,
    worth,
    effects.map((channel) => channel.effect),
    worth.map((unit, c) => unitProfit(unit, inside[c]!)),
    inside,
    used,
  );
  const reached = effects.map((channel, c) => sumOverPeriods(channel.effect, service?.served[c], block.count));
  const audience = audienceOf(model, block, reached);
  const costs = model.channels.map((_, c) => channelCosts(model, c, plan, block, shocks[c]!, used[c]!));
  return { plan, used, shocks, factors, effects, worth, service, audience, costs };
}

/** Profit of one served unit of effect when the share `kept` of it becomes customers, before media and fixed costs. */
export function unitProfit(unit: UnitWorth, kept: Row): Row {
  return kept.map(
    (share, i) =>
      share * (unit.margin[i]! - unit.perCustomerCost[i]! - unit.hoursCost[i]!) -
      unit.leadCost[i]! -
      unit.leadHoursCost[i]!,
  );
}

function sumOverPeriods(effect: Float64Array, served: Float64Array | undefined, count: number): Row {
  const total = new Float64Array(count);
  for (let at = 0, i = 0; at < effect.length; at++, i = i + 1 === count ? 0 : i + 1) {
    total[i] = total[i]! + (served === undefined ? effect[at]! : effect[at]! * served[at]!);
  }
  return total;
}
