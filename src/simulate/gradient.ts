import type { GoalMetric, Model } from '../domain.ts';
import { gather } from '../carryover/spread.ts';
import type { Row } from '../families.ts';
import { overlapGradient, overlaps } from './audience.ts';
import { rowOf } from './block.ts';
import type { ChannelConditions } from './conditions.ts';
import type { Evaluation } from './evaluate.ts';
import { fresh, type Allocate } from './memory.ts';

/**
 * Derivative of the goal by the spend of each channel and period, draw by draw, before what that spend costs:
 * `[channel][t * count + i]`, periods of the plan, per unit of effective spend bought. One backward sweep through the same factors as the outcome (adjoint), about as dear as the forward one.
 * Where the goal has a kink it is a supergradient, provided the goal is concave.
 *
 * @param weights  of `effectWeights` for the same goal; changed in place
 */
export function returnGradient(
  model: Model,
  evaluation: Evaluation,
  goal: GoalMetric,
  weights: readonly Float64Array[],
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const { count } = block;
  const arriving = throughCapacity(evaluation, withCrowding(model, evaluation, goal, weights), count);
  const byEffectiveSpend = model.channels.map((channel, c) => {
    const { slope } = evaluation.effects[c]!;
    const weight = arriving[c]!;
    const size = (model.periods + channel.tail) * count;
    for (let at = 0; at < size; at++) weight[at] = weight[at]! * slope[at]!;
    return gather(
      channels[c]!.carry,
      { weights: weight.subarray(0, size), count, periods: model.periods, tail: channel.tail },
      allocate(model.periods * count),
    );
  });
  return throughHalo(model, evaluation, byEffectiveSpend);
}

/** Derivative of the goal by the spend of each channel and period, draw by draw: `[channel][t * count + i]`. */
export function gradientOf(model: Model, evaluation: Evaluation, goal: GoalMetric): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const weights = effectWeights(model, evaluation, goal);
  return returnGradient(model, evaluation, goal, weights).map((returns, c) => {
    const { buying } = channels[c]!;
    const gradient = returns.map((value, at) => value * buying[at]!);
    if (goal === 'profit') subtractCost(model, channels[c]!, gradient, block.count);
    return gradient;
  });
}

/**
 * Goal per unit of each channel's served effect, by period (plan and tail) and draw, the others' effects as they are:
 * the goal is the sum of weight × served effect, less costs of spend. Periods beyond a channel's own tail are left 0.
 */
export function effectWeights(
  model: Model,
  evaluation: Evaluation,
  goal: GoalMetric,
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { count } = evaluation.conditions.block;
  return model.channels.map((channel, c) => {
    const { worth, shocks } = evaluation.conditions.channels[c]!;
    const kept = evaluation.audience.kept[c]!;
    const { perKept, moneyPerKept, perServed } = unitGoal(worth, goal);
    const weight = allocate((model.periods + model.tail) * count);
    for (let t = 0; t < model.periods + channel.tail; t++) {
      const discount = goal === 'customers' ? 1 : model.discount[t]!;
      const factor = shocks.value?.[t];
      for (let i = 0; i < count; i++) {
        const money = factor === undefined ? moneyPerKept[i]! : moneyPerKept[i]! * factor[i]!;
        weight[t * count + i] = ((perKept[i]! + money) * kept[i]! + perServed[i]!) * discount;
      }
    }
    return weight;
  });
}

/** Goal per kept unit that shocks to value leave alone, the part that they multiply, and goal per served unit. */
function unitGoal(worth: ChannelConditions['worth'], goal: GoalMetric) {
  const none = new Float64Array(worth.customers.length);
  if (goal === 'customers') return { perKept: worth.customers, moneyPerKept: none, perServed: none };
  if (goal === 'revenue') return { perKept: none, moneyPerKept: worth.revenue, perServed: none };
  if (goal === 'margin') return { perKept: none, moneyPerKept: worth.margin, perServed: none };
  return {
    perKept: worth.perCustomerCost.map((cost, i) => -cost - worth.hoursCost[i]!),
    moneyPerKept: worth.margin,
    perServed: worth.leadCost.map((cost, i) => -cost - worth.leadHoursCost[i]!),
  };
}

/** Adds what one more unit of a channel's effect takes from all channels that share its segments. */
function withCrowding(
  model: Model,
  evaluation: Evaluation,
  goal: GoalMetric,
  weights: readonly Float64Array[],
): readonly Float64Array[] {
  if (!overlaps(model)) return weights;
  const { block, channels } = evaluation.conditions;
  const { count } = block;
  const atStake = model.channels.map((channel, c): Row => {
    const { worth, shocks } = channels[c]!;
    const { effect } = evaluation.effects[c]!;
    const served = evaluation.service?.served[c];
    const { perKept, moneyPerKept } = unitGoal(worth, goal);
    const total = new Float64Array(count);
    for (let t = 0; t < model.periods + channel.tail; t++) {
      const discount = goal === 'customers' ? 1 : model.discount[t]!;
      const factor = shocks.value?.[t];
      for (let i = 0; i < count; i++) {
        const at = t * count + i;
        const money = factor === undefined ? moneyPerKept[i]! : moneyPerKept[i]! * factor[i]!;
        const through = served === undefined ? effect[at]! : effect[at]! * served[at]!;
        total[i] = total[i]! + (perKept[i]! + money) * discount * through;
      }
    }
    return total;
  });
  const crowding = model.channels.map(() => new Float64Array(count));
  overlapGradient(model, block, evaluation.audience, atStake, crowding);
  weights.forEach((weight, c) => {
    for (let at = 0, i = 0; at < weight.length; at++, i = i + 1 === count ? 0 : i + 1) {
      weight[at] = weight[at]! + crowding[c]![i]!;
    }
  });
  return weights;
}

/**
 * From weights of served effect to weights of arriving effect: what is served in full displaces the channel served in
 * part, and what is not served in full brings nothing more.
 */
function throughCapacity(
  evaluation: Evaluation,
  weights: readonly Float64Array[],
  count: number,
): readonly Float64Array[] {
  const { service } = evaluation;
  if (service === undefined) return weights;
  return weights.map((weight, c) => {
    const resource = service.resource[c];
    if (resource === undefined) return weight;
    const marginal = service.marginal[resource]!;
    const need = service.need[c]!;
    return weight.map((value, at) => {
      const paying = marginal[at]!;
      if (paying === -1) return value;
      if (service.served[c]![at]! < 1) return 0;
      const i = at % count;
      return value - (need[i]! / service.need[paying]![i]!) * weights[paying]![at]!;
    });
  });
}

/** One unit bought in a channel also works, by its halo, for others. */
function throughHalo(
  model: Model,
  { conditions: { block } }: Evaluation,
  gradients: readonly Float64Array[],
): readonly Float64Array[] {
  if (model.channels.every((channel) => channel.halo.length === 0)) return gradients;
  return model.channels.map((channel, from) => {
    const total = gradients[from]!.slice();
    for (const halo of channel.halo) {
      const share = rowOf(block, halo.share);
      const source = gradients[halo.to]!;
      for (let at = 0, i = 0; at < total.length; at++, i = i + 1 === block.count ? 0 : i + 1) {
        total[at] = total[at]! + share[i]! * source[at]!;
      }
    }
    return total;
  });
}

function subtractCost(model: Model, conditions: ChannelConditions, gradient: Float64Array, count: number): void {
  const { costPerSpend, shocks } = conditions;
  for (let t = 0; t < model.periods; t++) {
    const discount = model.discount[t]!;
    const on = shocks.on?.[t];
    for (let i = 0; i < count; i++) {
      const cost = costPerSpend[i]! * discount * (on === undefined ? 1 : on[i]!);
      gradient[t * count + i] = gradient[t * count + i]! - cost;
    }
  }
}
