import type { GoalMetric, Model } from '../domain.ts';
import { gather } from '../carryover/spread.ts';
import type { Row } from '../families.ts';
import { overlapGradient } from './audience.ts';
import { rowOf, withOwnRows } from './block.ts';
import type { ChannelConditions } from './conditions.ts';
import type { Evaluation } from './evaluate.ts';
import { effectWorth } from './effect-worth.ts';
import { figureInBlock, type FigureInBlock } from './figure-in-block.ts';
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
  figure: FigureInBlock,
  weights: readonly Float64Array[],
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const { count } = block;
  addCrowding(crowdingOf(model, evaluation, figure), weights, count);
  const arriving = throughCapacity(evaluation, weights, count);
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
export function gradientOf(
  model: Model,
  evaluation: Evaluation,
  goal: GoalMetric,
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const { block, channels } = evaluation.conditions;
  const figure = figureInBlock(model, evaluation.conditions, { weights: { [goal]: 1 } });
  const weights = effectWeights(model, evaluation, figure, allocate);
  return returnGradient(model, evaluation, figure, weights, allocate).map((returns, c) => {
    const { rows, scale } = channels[c]!.buying;
    const volume = evaluation.volumes.slope[c]!;
    const gradient = allocate(returns.length);
    rows.forEach((row, t) => {
      const factor = scale[t]! * volume[t]!;
      for (let i = 0, at = t * block.count; i < block.count; i++, at++) gradient[at] = returns[at]! * factor * row[i]!;
    });
    if (goal === 'profit') subtractCost(model, channels[c]!, gradient, block.count);
    return gradient;
  });
}

/**
 * A figure per unit of each channel's served effect, by period (plan and tail) and draw, the others' effects as they
 * are: the figure is the sum of weight × served effect, less costs of spend. Periods that do not count, and those
 * beyond a channel's own tail, are left 0.
 */
export function effectWeights(
  model: Model,
  evaluation: Evaluation,
  { channels, until, lossless }: FigureInBlock,
  allocate: Allocate = fresh,
): readonly Float64Array[] {
  const block = withOwnRows(evaluation.conditions.block);
  const { count } = block;
  return model.channels.map((channel, c) => {
    const { shocks } = evaluation.conditions.channels[c]!;
    const share = evaluation.audience.kept[c]!;
    const { rows, scale } = effectWorth(model, block, channel, channels[c]!, shocks, share, until, lossless);
    const weight = allocate(rows.length * count);
    rows.forEach((row, t) => {
      for (let i = 0, at = t * count; i < count; i++, at++) weight[at] = scale[t]! * row[i]!;
    });
    return weight;
  });
}

/**
 * What one more unit of each channel's effect takes from all channels that share its segments, by draw; undefined
 * where none are shared.
 */
export function crowdingOf(
  model: Model,
  evaluation: Evaluation,
  { kept, ofPlanOnly }: FigureInBlock,
): readonly Row[] | undefined {
  if (kept === undefined) return undefined;
  const { block } = evaluation.conditions;
  const { count } = block;
  const atStake = kept.map(({ rows, scale }, c): Row => {
    const served = evaluation.service?.served[c];
    const { effect, fromBefore } = evaluation.effects[c]!;
    const before = ofPlanOnly ? fromBefore : undefined;
    const total = new Float64Array(count);
    rows.forEach((row, t) => {
      const factor = scale[t]!;
      if (factor === 0) return;
      if (served === undefined && before === undefined) {
        for (let i = 0, at = t * count; i < count; i++, at++) total[i] = total[i]! + factor * row[i]! * effect[at]!;
        return;
      }
      for (let i = 0, at = t * count; i < count; i++, at++) {
        const counted = effect[at]! - (before?.[at] ?? 0);
        total[i] = total[i]! + factor * row[i]! * counted * (served?.[at] ?? 1);
      }
    });
    return total;
  });
  const crowding = model.channels.map(() => new Float64Array(count));
  overlapGradient(model, block, evaluation.audience, atStake, crowding);
  return crowding;
}

function addCrowding(crowding: readonly Row[] | undefined, weights: readonly Float64Array[], count: number): void {
  crowding?.forEach((row, c) => {
    const weight = weights[c]!;
    for (let at = 0, i = 0; at < weight.length; at++, i = i + 1 === count ? 0 : i + 1) {
      weight[at] = weight[at]! + row[i]!;
    }
  });
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
    const served = service.served[c]!;
    const runsOut = service.runsOut[resource];
    const through = weight.slice();
    for (let from = 0; from < through.length; from += count) {
      for (let i = 0, at = from; i < count; i++, at++) {
        const paying = marginal[at]!;
        if (paying === -1) continue;
        const paid = runsOut === undefined ? at : runsOut[i]! * count + i;
        const displaced =
          served[at]! < 1 ? weight[at]! : (need[i]! / service.need[paying]![i]!) * weights[paying]![paid]!;
        through[at] = weight[at]! - displaced;
      }
    }
    return through;
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
