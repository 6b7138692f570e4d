import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { audienceOf, type Audience } from './audience.ts';
import { hasScarcePeople, serve, type Service } from './capacity.ts';
import type { Conditions } from './conditions.ts';
import { channelEffects, type ChannelEffect } from './effect.ts';
import type { Relaxation } from './envelope.ts';
import { fresh, type Allocate } from './memory.ts';
import { volumesOf, type Volumes } from './volume.ts';
import type { UnitWorth } from './worth.ts';

/**
 * What one plan leads to in one block of draws, as factors that outcomes and gradients are put together from. Arrays
 * over periods are `[t * count + i]`, plan first, then tail.
 */
export interface Evaluation {
  readonly plan: Plan;
  /** Channels whose fixed costs are paid. */
  readonly used: readonly boolean[];
  readonly conditions: Conditions;
  readonly volumes: Volumes;
  readonly effects: readonly ChannelEffect[];
  readonly service: Service | undefined;
  readonly audience: Audience;
}

/** Channels in which the plan spends anything. */
export function channelsUsed(plan: Plan): readonly boolean[] {
  return plan.spend.map((spend) => spend.some((amount) => amount > 0));
}

/**
 * Evaluates a plan in a block of draws.
 *
 * @param used  channels whose fixed costs and hours count; by default those with any spend
 * @param allocate  where the arrays of the result live
 * @param relaxation  what takes the place of response curves and discounts, if anything does
 * @param kernel  computes curves faster, with the same bits
 */
export function evaluate(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  used: readonly boolean[] = channelsUsed(plan),
  allocate: Allocate = fresh,
  relaxation?: Relaxation,
  kernel?: Kernel,
): Evaluation {
  const { block, channels } = conditions;
  const volumes = volumesOf(model, plan, relaxation?.box);
  const effects = channelEffects(model, volumes, conditions, allocate, relaxation?.envelopes, kernel);
  const service = hasScarcePeople(model)
    ? serve(
        model,
        block,
        channels.map(({ worth }) => worth),
        effects.map(({ effect }) => effect),
        channels.map(({ worth, inside }) => unitProfit(worth, inside)),
        channels.map(({ inside }) => inside),
        used,
        channels.map(({ shocks }) => shocks.value),
      )
    : undefined;
  const reached: Row[] = [];
  const audience = audienceOf(
    model,
    block,
    (c) => (reached[c] ??= sumOverPeriods(effects[c]!.effect, service?.served[c], block.count)),
    channels.map(({ worth }) => worth.won),
  );
  return { plan, used, conditions, volumes, effects, service, audience };
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
  for (let from = 0; from < effect.length; from += count) {
    if (served === undefined) for (let i = 0, at = from; i < count; i++, at++) total[i] = total[i]! + effect[at]!;
    else for (let i = 0, at = from; i < count; i++, at++) total[i] = total[i]! + effect[at]! * served[at]!;
  }
  return total;
}
