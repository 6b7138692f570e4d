import type { GoalMetric, Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { gather } from '../carryover/spread.ts';
import { overlapGradient, overlaps } from './audience.ts';
import { rowOf, type Block } from './block.ts';
import { costPerSpend } from './costs.ts';
import { carryWeights } from './effect.ts';
import type { Evaluation } from './evaluate.ts';

/**
 * Derivative of the goal by the spend of each channel and period, draw by draw: `[channel][t * count + i]`, periods of
 * the plan. One backward sweep through the same factors as the outcome (adjoint), about 1.3 times the cost of a forward
 * pass. Where the goal has a kink it is a supergradient, provided the goal is concave.
 */
export function gradientOf(
  model: Model,
  evaluation: Evaluation,
  block: Block,
  goal: GoalMetric,
): readonly Float64Array[] {
  const { count } = block;
  const weights = throughCapacity(evaluation, effectWeights(model, evaluation, block, goal), count);
  const byEffectiveSpend = model.channels.map((channel, c) => {
    const { slope } = evaluation.effects[c]!;
    const weight = weights[c]!;
    for (let at = 0; at < weight.length; at++) weight[at] = weight[at]! * slope[at]!;
    return gather(carryWeights(channel, block), { weights: weight, count, periods: model.periods, tail: model.tail });
  });
  const own = byEffectiveSpend.map((gradient) => gradient.slice());
  model.channels.forEach((channel, from) => {
    for (const halo of channel.halo) {
      const share = rowOf(block, halo.share);
      const source = byEffectiveSpend[halo.to]!;
      const target = own[from]!;
      for (let t = 0; t < model.periods; t++) {
        for (let i = 0; i < count; i++) {
          target[t * count + i] = target[t * count + i]! + share[i]! * source[t * count + i]!;
        }
      }
    }
  });
  own.forEach((gradient, c) => {
    const factor = evaluation.factors[c]!;
    for (let at = 0; at < gradient.length; at++) gradient[at] = gradient[at]! * factor[at]!;
    if (goal === 'profit') subtractCost(model, evaluation, block, c, gradient);
  });
  return own;
}

/** Derivative of the goal by each channel's served effect, by period (plan and tail) and draw. */
function effectWeights(model: Model, evaluation: Evaluation, block: Block, goal: GoalMetric): readonly Float64Array[] {
  const { count } = block;
  const periods = model.periods + model.tail;
  const perKept = model.channels.map((_, c) => {
    const unit = evaluation.worth[c]!;
    if (goal === 'customers') return { base: unit.customers, seasonal: undefined };
    if (goal === 'revenue') return { base: undefined, seasonal: unit.revenue };
    const costs = unit.perCustomerCost.map((cost, i) => -cost - unit.hoursCost[i]!);
    return { base: costs, seasonal: unit.margin };
  });
  const perServed = (c: number) => {
    if (goal !== 'profit') return undefined;
    const unit = evaluation.worth[c]!;
    return unit.leadCost.map((cost, i) => -cost - unit.leadHoursCost[i]!);
  };
  const weights: Float64Array[] = [];
  const atStake: Row[] = [];
  model.channels.forEach((_, c) => {
    const { base, seasonal } = perKept[c]!;
    const served = evaluation.service?.served[c];
    const { effect } = evaluation.effects[c]!;
    const kept = evaluation.audience.kept[c]!;
    const lead = perServed(c);
    const weight = new Float64Array(periods * count);
    const total = new Float64Array(count);
    for (let t = 0; t < periods; t++) {
      const discount = goal === 'customers' ? 1 : model.discount[t]!;
      const worth = evaluation.shocks[c]!.value?.[t];
      for (let i = 0; i < count; i++) {
        const at = t * count + i;
        const factor = worth === undefined ? 1 : worth[i]!;
        const customer =
          ((base === undefined ? 0 : base[i]!) + (seasonal === undefined ? 0 : seasonal[i]! * factor)) * discount;
        weight[at] = customer * kept[i]! + (lead === undefined ? 0 : lead[i]! * discount);
        total[i] = total[i]! + customer * (served === undefined ? effect[at]! : effect[at]! * served[at]!);
      }
    }
    weights.push(weight);
    atStake.push(total);
  });
  if (!overlaps(model)) return weights;
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

function subtractCost(model: Model, evaluation: Evaluation, block: Block, c: number, gradient: Float64Array): void {
  const { count } = block;
  const perUnit = costPerSpend(model, c, block);
  for (let t = 0; t < model.periods; t++) {
    const discount = model.discount[t]!;
    const on = evaluation.shocks[c]!.on?.[t];
    for (let i = 0; i < count; i++) {
      const cost = perUnit[i]! * discount * (on === undefined ? 1 : on[i]!);
      gradient[t * count + i] = gradient[t * count + i]! - cost;
    }
  }
}
