import type { GoalMetric, Model } from '../domain.ts';
import { gather } from '../carryover/spread.ts';
import type { Row } from '../families.ts';
import { overlapGradient, overlaps } from './audience.ts';
import { rowOf } from './block.ts';
import type { ChannelConditions } from './conditions.ts';
import type { Evaluation } from './evaluate.ts';
import { figureOfChannel, type Figure, type FigureOfChannel } from './figure.ts';
import { fresh, type Allocate } from './memory.ts';

/**
 * Derivative of a figure by the spend of each channel and period, draw by draw, before what that spend costs:
 * `[channel][t * count + i]`, periods of the plan, per unit of effective spend bought. One backward sweep through the same factors as the outcome (adjoint), about as dear as the forward one.
 * Where the figure has a kink it is a supergradient, provided the figure is concave.
 *
 * @param weights  of `effectWeights` for the same figure; changed in place
 */
export function returnGradient(
  model: Model,
  evaluation: Evaluation,
  terms: FigureTerms,
  weights: readonly Float64Array[],
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const { count } = block;
  const arriving = throughCapacity(evaluation, withCrowding(model, evaluation, terms, weights), count);
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

/** Derivative of a goal by the spend of each channel and period, draw by draw: `[channel][t * count + i]`. */
export function gradientOf(model: Model, evaluation: Evaluation, goal: GoalMetric): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const terms = figureTerms(model, evaluation, { weights: { [goal]: 1 } });
  const weights = effectWeights(model, evaluation, terms);
  return returnGradient(model, evaluation, terms, weights).map((returns, c) => {
    const { buying } = channels[c]!;
    const volume = evaluation.volumes.slope[c]!;
    const gradient = returns.map((value, at) => value * buying[at]! * volume[Math.floor(at / block.count)]!);
    if (goal === 'profit') subtractCost(model, channels[c]!, gradient, block.count);
    return gradient;
  });
}

/** A figure taken apart for the block of an evaluation, channel by channel. */
export interface FigureTerms {
  readonly channels: readonly FigureOfChannel[];
  /** Periods of plan and tail that count. */
  readonly until: number;
  readonly ofPlanOnly: boolean;
}

/** See {@link FigureTerms}. */
export function figureTerms(model: Model, { conditions }: Evaluation, figure: Figure): FigureTerms {
  return {
    channels: model.channels.map((channel, c) =>
      figureOfChannel(model, channel, conditions.channels[c]!, conditions.block, figure),
    ),
    until: Math.min(model.periods + model.tail, figure.until ?? Infinity),
    ofPlanOnly: figure.ofPlanOnly === true,
  };
}

/**
 * A figure per unit of each channel's served effect, by period (plan and tail) and draw, the others' effects as they
 * are: the figure is the sum of weight × served effect, less costs of spend. Periods that do not count, and those
 * beyond a channel's own tail, are left 0.
 */
export function effectWeights(
  model: Model,
  evaluation: Evaluation,
  { channels, until }: FigureTerms,
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { count } = evaluation.conditions.block;
  return model.channels.map((channel, c) => {
    const { shocks } = evaluation.conditions.channels[c]!;
    const share = evaluation.audience.kept[c]!;
    const { plain, plainServed, kept, money, served } = channels[c]!;
    const weight = allocate((model.periods + model.tail) * count);
    const usual = share.map((value, i) => (kept[i]! + (money?.[i] ?? 0)) * value + (served?.[i] ?? 0));
    for (let t = 0; t < Math.min(until, model.periods + channel.tail); t++) {
      const discount = model.discount[t]!;
      const factor = shocks.value?.[t];
      const at = t * count;
      if (factor === undefined || money === undefined) {
        for (let i = 0; i < count; i++) weight[at + i] = usual[i]! * discount;
      } else {
        for (let i = 0; i < count; i++) {
          weight[at + i] = (usual[i]! + money[i]! * (factor[i]! - 1) * share[i]!) * discount;
        }
      }
      if (plain !== undefined) {
        for (let i = 0; i < count; i++) weight[at + i] = weight[at + i]! + plain[i]! * share[i]!;
      }
      if (plainServed !== undefined) {
        for (let i = 0; i < count; i++) weight[at + i] = weight[at + i]! + plainServed[i]!;
      }
    }
    return weight;
  });
}

/** What of a channel's effect counts for a figure: all, or only what the plan itself brings. */
export function countedEffect({ effects }: Evaluation, c: number, ofPlanOnly: boolean, at: number): number {
  const { effect, fromBefore } = effects[c]!;
  return ofPlanOnly && fromBefore !== undefined ? effect[at]! - fromBefore[at]! : effect[at]!;
}

/** Adds what one more unit of a channel's effect takes from all channels that share its segments. */
function withCrowding(
  model: Model,
  evaluation: Evaluation,
  { channels, until, ofPlanOnly }: FigureTerms,
  weights: readonly Float64Array[],
): readonly Float64Array[] {
  if (!overlaps(model)) return weights;
  const { block } = evaluation.conditions;
  const { count } = block;
  const atStake = model.channels.map((channel, c): Row => {
    const { shocks } = evaluation.conditions.channels[c]!;
    const served = evaluation.service?.served[c];
    const { plain, kept, money } = channels[c]!;
    const total = new Float64Array(count);
    for (let t = 0; t < Math.min(until, model.periods + channel.tail); t++) {
      const discount = model.discount[t]!;
      const factor = shocks.value?.[t];
      for (let i = 0; i < count; i++) {
        const at = t * count + i;
        const worth = money === undefined ? 0 : factor === undefined ? money[i]! : money[i]! * factor[i]!;
        const effect = countedEffect(evaluation, c, ofPlanOnly, at);
        const through = served === undefined ? effect : effect * served[at]!;
        total[i] = total[i]! + ((kept[i]! + worth) * discount + (plain?.[i] ?? 0)) * through;
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
