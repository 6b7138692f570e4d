import type { GoalMetric, Model } from '../domain.ts';
import type { Row } from '../families.ts';
import type { ChannelConditions } from './conditions.ts';
import type { Evaluation } from './evaluate.ts';
import type { Figure } from './figure.ts';
import { countedEffect, effectWeights, figureTerms, returnGradient, type FigureTerms } from './gradient.ts';
import { fresh, type Allocate } from './memory.ts';

/** Sums over draws of a figure and of its derivative: what an optimizer asks of the simulator. */
export interface FigureSums {
  /** The figure by channel and period, plan then tail: `[channel * (periods + tail) + t]`. */
  readonly cells: Float64Array;
  /** The part that needs no spend. */
  readonly baseline: number;
  /** Derivative by spend: `[channel * periods + t]`. */
  readonly gradient: Float64Array;
}

/**
 * A figure of an evaluated plan and its derivative, summed over the draws of a block: the same numbers as the
 * outcome's (a test holds them together), by a shorter way that leaves out what a figure does not need.
 *
 * @param drawWeights  how much each draw counts; all alike without them
 * @param values  filled with the figure draw by draw, if given
 */
export function figureSums(
  model: Model,
  evaluation: Evaluation,
  figure: Figure,
  { drawWeights, values }: { readonly drawWeights?: Row; readonly values?: Row } = {},
  allocate: Allocate = fresh,
): FigureSums {
  const { conditions } = evaluation;
  const { count } = conditions.block;
  const terms = figureTerms(model, evaluation, figure);
  const weights = effectWeights(model, evaluation, terms, allocate);
  if (drawWeights !== undefined) weights.forEach((weight) => scale(weight, drawWeights));
  const periods = model.periods + model.tail;
  const cells = new Float64Array(model.channels.length * periods);
  model.channels.forEach((channel, c) => {
    const { effect, fromBefore } = evaluation.effects[c]!;
    const served = evaluation.service?.served[c];
    const weight = weights[c]!;
    const plainly = served === undefined && (fromBefore === undefined || !terms.ofPlanOnly) && values === undefined;
    for (let t = 0; t < Math.min(terms.until, model.periods + channel.tail); t++) {
      let sum = 0;
      if (plainly) {
        for (let at = t * count; at < (t + 1) * count; at++) sum += weight[at]! * effect[at]!;
      } else {
        for (let i = 0, at = t * count; i < count; i++, at++) {
          const counted = countedEffect(evaluation, c, terms.ofPlanOnly, at);
          const value = weight[at]! * (served === undefined ? counted : counted * served[at]!);
          sum += value;
          if (values !== undefined) values[i] = values[i]! + value;
        }
      }
      cells[c * periods + t] = sum;
    }
  });
  const gradient = new Float64Array(model.channels.length * model.periods);
  // With `ofPlanOnly` a plan that moves does not change what earlier spend brings, but for the shares of crowded
  // segments and busy people, which the weights of the sweep hold.
  returnGradient(model, evaluation, withDrawWeights(terms, drawWeights), weights, allocate).forEach((returns, c) => {
    const { buying } = conditions.channels[c]!;
    for (let t = 0; t < model.periods; t++) {
      let sum = 0;
      for (let at = t * count; at < (t + 1) * count; at++) sum += returns[at]! * buying[at]!;
      gradient[c * model.periods + t] = sum * evaluation.volumes.slope[c]![t]!;
    }
  });
  const bill = { model, evaluation, terms, cells, gradient, drawWeights, values };
  model.channels.forEach((_, c) => addSpending(bill, c));
  return { cells, baseline: terms.ofPlanOnly ? 0 : baselineOf(conditions.baseline, figure, bill), gradient };
}

interface Bill {
  readonly model: Model;
  readonly evaluation: Evaluation;
  readonly terms: FigureTerms;
  readonly cells: Float64Array;
  readonly gradient: Float64Array;
  readonly drawWeights: Row | undefined;
  readonly values: Row | undefined;
}

/** Adds what a channel's spend and use count for, to cells, gradient and the values of draws. */
function addSpending({ model, evaluation, terms, cells, gradient, drawWeights, values }: Bill, c: number): void {
  const { spend: perSpend, plainSpend, use, usePerPeriod } = terms.channels[c]!;
  const { shocks }: ChannelConditions = evaluation.conditions.channels[c]!;
  const { count } = evaluation.conditions.block;
  const spend = evaluation.plan.spend[c]!;
  const periods = Math.min(terms.until, model.periods);
  const add = (sum: number, t: number): void => {
    const cell = c * (model.periods + model.tail) + t;
    cells[cell] = cells[cell]! + sum;
  };
  const addToDraws = (row: Row, factor: number): void => {
    if (values !== undefined) for (let i = 0; i < count; i++) values[i] = values[i]! + factor * row[i]!;
  };
  if (perSpend !== undefined || plainSpend !== 0) {
    const unitIn = (t: number): Row => {
      const on = shocks.on?.[t];
      const perUnit = new Float64Array(count).fill(plainSpend);
      if (perSpend !== undefined)
        for (let i = 0; i < count; i++) perUnit[i] = perUnit[i]! + perSpend[i]! * model.discount[t]!;
      if (on !== undefined) for (let i = 0; i < count; i++) perUnit[i] = perUnit[i]! * on[i]!;
      return perUnit;
    };
    // Where nothing is switched off or discounted, a unit of spend counts the same in every period.
    const usual = unitIn(0);
    const usualSum = weightedSum(usual, drawWeights);
    for (let t = 0; t < periods; t++) {
      const asUsual = shocks.on === undefined && model.discount[t] === model.discount[0];
      const perUnit = asUsual ? usual : unitIn(t);
      const sum = asUsual ? usualSum : weightedSum(perUnit, drawWeights);
      gradient[c * model.periods + t] = gradient[c * model.periods + t]! + sum;
      add(spend[t]! * sum, t);
      addToDraws(perUnit, spend[t]!);
    }
  }
  if (!evaluation.used[c]) return;
  if (usePerPeriod !== undefined) {
    const sum = weightedSum(usePerPeriod, drawWeights);
    for (let t = 0; t < periods; t++) {
      add(sum * model.discount[t]!, t);
      addToDraws(usePerPeriod, model.discount[t]!);
    }
  }
  if (use === undefined) return;
  add(weightedSum(use, drawWeights) * model.discount[0]!, 0);
  addToDraws(use, model.discount[0]!);
}

function baselineOf(baseline: Readonly<Partial<Record<GoalMetric, Row>>>, figure: Figure, bill: Bill): number {
  let total = 0;
  for (const [name, row] of Object.entries(baseline)) {
    const weight = figure.weights[name as GoalMetric] ?? 0;
    if (weight === 0) continue;
    total += weight * weightedSum(row, bill.drawWeights);
    const { values } = bill;
    if (values !== undefined) for (let i = 0; i < row.length; i++) values[i] = values[i]! + weight * row[i]!;
  }
  return total;
}

function weightedSum(row: Row, weights: Row | undefined): number {
  let sum = 0;
  if (weights === undefined) for (let i = 0; i < row.length; i++) sum += row[i]!;
  else for (let i = 0; i < row.length; i++) sum += row[i]! * weights[i]!;
  return sum;
}

function scale(weight: Float64Array, perDraw: Row): void {
  for (let at = 0, i = 0; at < weight.length; at++, i = i + 1 === perDraw.length ? 0 : i + 1) {
    weight[at] = weight[at]! * perDraw[i]!;
  }
}

/** The same terms per kept unit, times the weights of draws: what crowding is worth must be weighted as well. */
function withDrawWeights(terms: FigureTerms, drawWeights: Row | undefined): FigureTerms {
  if (drawWeights === undefined) return terms;
  const times = (row: Row | undefined) => row?.map((value, i) => value * drawWeights[i]!);
  return {
    ...terms,
    channels: terms.channels.map((channel) => ({
      ...channel,
      plain: times(channel.plain),
      kept: channel.kept.map((value, i) => value * drawWeights[i]!),
      money: times(channel.money),
    })),
  };
}

/** Sums of two runs of draws as one. */
export function addFigureSums(a: FigureSums, b: FigureSums): FigureSums {
  return {
    cells: a.cells.map((value, k) => value + b.cells[k]!),
    baseline: a.baseline + b.baseline,
    gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  };
}
