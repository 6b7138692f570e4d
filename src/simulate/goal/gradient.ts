import { eachOnce, type RowsByPeriod } from '../../carryover/spread.ts';
import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { overlapGradient } from '../conditions/audience.ts';
import { rowOf, withOwnRows } from '../block/block.ts';
import { withVolume } from '../channel/effective-spend.ts';
import { servedOf } from '../conditions/capacity.ts';
import type { Evaluation } from '../outcome/evaluate.ts';
import { effectWorth } from './effect-worth.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import type { Table } from '../block/memory.ts';

/**
 * Derivative of a figure by the spend of each channel, draw by draw, before what that spend costs: tables with a row for
 * each period of the plan, per unit of effective spend bought. One backward sweep through the same factors as the outcome
 * (adjoint), about as dear as the forward one. Where the figure has a kink it is a supergradient, provided the figure is
 * concave.
 *
 * @param worths  of `servedWorth` for the same figure
 */
export function returnGradient(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  worths: readonly RowsByPeriod[],
): readonly Table[] {
  const { conditions, effects, code, memory } = evaluation;
  const { count } = conditions.block;
  const crowding = crowdingOf(model, evaluation, figure);
  const arriving = throughCapacity(evaluation, worths, crowding);
  const byEffectiveSpend = model.channels.map((channel, c) => {
    const { worth, crowded } = arriving[c]!;
    const slope = effects[c]!.slope.slice(0, model.periods + channel.tail);
    const gathered = memory.table(model.periods, count);
    code.gather(conditions.channels[c]!.carry, worth, crowded, slope, gathered);
    return gathered;
  });
  return throughHalo(model, evaluation, byEffectiveSpend);
}

/**
 * Change of a figure by draw when spend in a channel changes by so much in each period, before what that spend costs; by
 * channel.
 */
export function changeBySpend(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  spend: readonly Float64Array[],
): readonly Row[] {
  const { conditions, volumes, code, memory } = evaluation;
  const { block, channels } = conditions;
  return memory.lend(() => {
    const returns = returnGradient(model, evaluation, figure, servedWorth(model, evaluation, figure));
    return returns.map((own, c) => {
      const bought = withVolume(
        channels[c]!.buying,
        spend[c]!.map((amount, t) => amount * volumes.slope[c]![t]!),
      );
      const change = new Float64Array(block.count);
      code.addWorth(bought, own, change);
      return change;
    });
  });
}

/**
 * A figure per unit of each channel's served effect, by period of plan and tail, the others' effects as they are: the
 * figure is the sum of worth × served effect, less costs of spend. Periods that do not count, and those beyond a channel's
 * own tail, have a scale of 0.
 */
export function servedWorth(
  model: Model,
  evaluation: Evaluation,
  { channels, until, lossless }: FigureInBlock,
): readonly RowsByPeriod[] {
  const block = withOwnRows(evaluation.conditions.block, evaluation.memory);
  return model.channels.map((channel, c) => {
    const { shocks } = evaluation.conditions.channels[c]!;
    return effectWorth(model, block, channel, channels[c]!, shocks, evaluation.audience.kept[c]!, until, lossless);
  });
}

/** What of a channel's effect is served and counts: all, or only what the plan itself brings. */
export function countedOf(
  { effects, served, service, memory, code }: Evaluation,
  c: number,
  ofPlanOnly: boolean,
): Table {
  const { effect, fromBefore } = ofPlanOnly ? effects[c]! : { effect: undefined, fromBefore: undefined };
  if (effect === undefined || fromBefore === undefined) return served[c]!;
  const own = memory.table(effect.length, effect[0]!.length);
  code.difference(effect, fromBefore, own);
  return servedOf(service, c, own, memory, code);
}

/**
 * What one more unit of each channel's effect takes from all channels that share its segments, by draw; undefined
 * where none are shared.
 */
function crowdingOf(
  model: Model,
  evaluation: Evaluation,
  { kept, ofPlanOnly }: FigureInBlock,
): readonly Row[] | undefined {
  if (kept === undefined) return undefined;
  const { conditions, code, memory } = evaluation;
  const { block } = conditions;
  const zeros = () => memory.table(1, block.count)[0]!.fill(0);
  const atStake = kept.map((worth, c): Row => {
    const total = zeros();
    code.addWorth(worth, countedOf(evaluation, c, ofPlanOnly), total);
    return total;
  });
  const crowding = model.channels.map(zeros);
  overlapGradient(model, block, evaluation.audience, atStake, crowding);
  return crowding;
}

/** What one unit of a channel's effect that arrives is worth, and what it takes from others in all periods alike. */
interface Arriving {
  readonly worth: RowsByPeriod;
  readonly crowded: Row | undefined;
}

/**
 * From worths of served effect to those of arriving effect: what is served in full displaces the channel served in
 * part, and what is not served in full brings nothing more.
 */
function throughCapacity(
  { service, conditions: { block }, code, memory }: Evaluation,
  worths: readonly RowsByPeriod[],
  crowding: readonly Row[] | undefined,
): readonly Arriving[] {
  const arriving = worths.map((worth, c): Arriving => ({ worth, crowded: crowding?.[c] }));
  for (const supply of service?.supplies ?? []) {
    if (supply === undefined) continue;
    const { users, marginal, runsOut } = supply;
    const table = () => memory.table(marginal.length, block.count);
    const others = users.map(({ channel, need }) => {
      const weights = table();
      code.weigh(worths[channel]!, crowding?.[channel], weights);
      return { need, weights };
    });
    users.forEach(({ channel, need }, u) => {
      const to = table();
      const share = service!.share[channel]!;
      code.displace({ weights: others[u]!.weights, share, marginal, runsOut, need, others, to });
      arriving[channel] = { worth: eachOnce(to), crowded: undefined };
    });
  }
  return arriving;
}

/** One unit bought in a channel also works, by its halo, for others. */
export function throughHalo(
  model: Model,
  { conditions: { block }, code, memory }: Pick<Evaluation, 'conditions' | 'code' | 'memory'>,
  gradients: readonly Table[],
): readonly Table[] {
  return model.channels.map(({ halo }, from) => {
    if (halo.length === 0) return gradients[from]!;
    const total = memory.table(model.periods, block.count);
    total.forEach((row, t) => row.set(gradients[from]![t]!));
    for (const { to, share } of halo) code.addShare(rowOf(block, share), gradients[to]!, total);
    return total;
  });
}
