import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { rowsOf } from '../carryover/spread.ts';
import { withOwnRows } from './block.ts';
import { hasHalo } from './effective-spend.ts';
import { effectWorth } from './effect-worth.ts';
import type { Evaluation } from './evaluate.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import { crowdingOf, effectWeights, returnGradient } from './gradient.ts';
import { fresh, type Allocate } from './memory.ts';
import { addSpending } from './spending.ts';
import { sweep } from './sweep.ts';

/** Sums over draws of a figure and of its derivative: what an optimizer asks of the simulator. */
export interface FigureSums {
  /** The figure by channel and period, plan then tail: `[channel * (periods + tail) + t]`. */
  readonly cells: Float64Array;
  /** The part that needs no spend. */
  readonly baseline: number;
  /** Derivative by spend: `[channel * periods + t]`. */
  readonly gradient: Float64Array;
}

/** Nothing yet, to add to. */
export function noSums(model: Model): FigureSums {
  const channels = model.channels.length;
  return {
    cells: new Float64Array(channels * (model.periods + model.tail)),
    baseline: 0,
    gradient: new Float64Array(channels * model.periods),
  };
}

/**
 * A figure of an evaluated plan and its derivative, summed over the draws of a block: the same numbers as the
 * outcome's (a test holds them together), by a shorter way that leaves out what a figure does not need.
 *
 * @param values  the figure is added to it draw by draw, if given
 */
export function figureSums(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  values?: Row,
  allocate: Allocate = fresh,
): FigureSums {
  const sums = noSums(model);
  const split = evaluation.service !== undefined || hasHalo(model) || (figure.ofPlanOnly && holdsBefore(evaluation));
  if (split) addByArrays(model, evaluation, figure, sums, values, allocate);
  else addBySweeps(model, evaluation, figure, sums, values, allocate);
  model.channels.forEach((_, c) => {
    const discounts = evaluation.volumes.slope[c]!;
    for (let t = 0; t < model.periods; t++) {
      const column = c * model.periods + t;
      sums.gradient[column] = sums.gradient[column]! * discounts[t]!;
    }
    addSpending(model, c, figure.spending[c]!, evaluation.plan.spend[c]!, evaluation.used[c]!, { ...sums, values });
  });
  return { ...sums, baseline: addBaseline(figure, values) };
}

function holdsBefore({ effects }: Evaluation): boolean {
  return effects.some(({ fromBefore }) => fromBefore !== undefined);
}

/** Channel by channel, each in one pass: where they share segments at most. */
function addBySweeps(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  { cells, gradient }: FigureSums,
  values: Row | undefined,
  allocate: Allocate,
): void {
  const { channels } = evaluation.conditions;
  const block = withOwnRows(evaluation.conditions.block);
  const { periods } = model;
  const all = periods + model.tail;
  const crowding = crowdingOf(model, evaluation, figure);
  model.channels.forEach((channel, c) => {
    const { carry, arrivals, shocks } = channels[c]!;
    const { effect, slope } = evaluation.effects[c]!;
    const share = evaluation.audience.kept[c]!;
    sweep(
      {
        carry,
        arrivals,
        value: rowsOf(effect, block.count),
        slope: rowsOf(slope, block.count),
        worth: effectWorth(model, block, channel, figure.channels[c]!, shocks, share, figure.until, figure.lossless),
        crowding: crowding?.[c],
        count: block.count,
        periods,
        tail: channel.tail,
        allocate,
      },
      { cells, firstCell: c * all, gradient, firstColumn: c * periods, values },
    );
  });
}

/** All channels step by step, each step in all cells: where spend or people are shared, or only the plan counts. */
function addByArrays(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  { cells, gradient }: FigureSums,
  values: Row | undefined,
  allocate: Allocate,
): void {
  const { channels, block } = evaluation.conditions;
  const { count } = block;
  const weights = effectWeights(model, evaluation, figure, allocate);
  const periods = model.periods + model.tail;
  const counted = allocate(count);
  model.channels.forEach((channel, c) => {
    const weight = weights[c]!;
    for (let t = 0; t < Math.min(figure.until, model.periods + channel.tail); t++) {
      countInto(counted, evaluation, c, figure.ofPlanOnly, t);
      let sum = 0;
      for (let i = 0, at = t * count; i < count; i++, at++) {
        const value = weight[at]! * counted[i]!;
        counted[i] = value;
        sum += value;
      }
      cells[c * periods + t] = sum;
      if (values !== undefined) for (let i = 0; i < count; i++) values[i] = values[i]! + counted[i]!;
    }
  });
  // With `ofPlanOnly` a plan that moves does not change what earlier spend brings, but for the shares of crowded
  // segments and busy people, which the weights of the sweep hold.
  returnGradient(model, evaluation, figure, weights, allocate).forEach((returns, c) => {
    const { buying } = channels[c]!;
    for (let t = 0; t < model.periods; t++) {
      const row = buying.rows[t]!;
      let sum = 0;
      for (let i = 0, at = t * count; i < count; i++, at++) sum += returns[at]! * row[i]!;
      gradient[c * model.periods + t] = buying.scale[t]! * sum;
    }
  });
}

/** Fills a row with what of a channel's effect in period t is served and counts: all, or only what the plan itself brings. */
function countInto(row: Row, { effects, service }: Evaluation, c: number, ofPlanOnly: boolean, t: number): void {
  const { effect, fromBefore } = effects[c]!;
  const own = (all: Float64Array) => all.subarray(t * row.length, (t + 1) * row.length);
  row.set(own(effect));
  if (ofPlanOnly && fromBefore !== undefined) {
    const before = own(fromBefore);
    for (let i = 0; i < row.length; i++) row[i] = row[i]! - before[i]!;
  }
  const served = service?.served[c];
  if (served === undefined) return;
  const share = own(served);
  for (let i = 0; i < row.length; i++) row[i] = row[i]! * share[i]!;
}

/** What needs no spend, summed over draws and added to the values of draws. */
export function addBaseline({ baseline }: FigureInBlock, values: Row | undefined): number {
  let total = 0;
  if (baseline === undefined) return total;
  for (let i = 0; i < baseline.length; i++) {
    total += baseline[i]!;
    if (values !== undefined) values[i] = values[i]! + baseline[i]!;
  }
  return total;
}

/** Sums of two runs of draws as one. */
export function addFigureSums(a: FigureSums, b: FigureSums): FigureSums {
  return {
    cells: a.cells.map((value, k) => value + b.cells[k]!),
    baseline: a.baseline + b.baseline,
    gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  };
}
