import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Block } from '../block/block.ts';
import type { Evaluation } from '../outcome/evaluate.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import { countedOf, returnGradient, servedWorth } from './gradient.ts';
import { addTimes } from '../block/rows.ts';
import { addSpending, addSpendingByDraw } from './spending.ts';

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
 * @param counted  the same with weights of draws, of which sums are
 */
export function figureSums(
  model: Model,
  evaluation: Evaluation,
  figure: FigureInBlock,
  values?: Row,
  counted = figure,
): FigureSums {
  const sums = noSums(model);
  const { cells, gradient } = sums;
  const { code, conditions, volumes, plan, used } = evaluation;
  const worths = servedWorth(model, evaluation, counted);
  const byDraw = values === undefined || counted === figure ? worths : servedWorth(model, evaluation, figure);
  // With `ofPlanOnly` a plan that moves does not change what earlier spend brings, but for the shares of crowded
  // segments and busy people, which the derivatives hold.
  returnGradient(model, evaluation, counted, worths).forEach((returns, c) => {
    const served = countedOf(evaluation, c, figure.ofPlanOnly);
    code.sumWorth(worths[c]!, served, cells, c * (model.periods + model.tail));
    const first = c * model.periods;
    code.sumWorth(conditions.channels[c]!.buying, returns, gradient, first);
    volumes.slope[c]!.forEach((discount, t) => (gradient[first + t] = gradient[first + t]! * discount));
    addSpending(model, c, counted.spending[c]!, plan.spend[c]!, used[c]!, sums);
    if (values === undefined) return;
    code.addWorth(byDraw[c]!, served, values);
    addSpendingByDraw(conditions.block, figure.spending[c]!, plan.spend[c]!, used[c]!, values);
  });
  addBaseline(conditions.block, figure, values);
  return { ...sums, baseline: sumOfBaseline(counted) };
}

/** Adds what needs no spend to the values of draws. */
export function addBaseline(block: Block, { baseline }: FigureInBlock, values: Row | undefined): void {
  if (baseline !== undefined && values !== undefined) addTimes(block, values, baseline, 1);
}

/** What needs no spend, summed over draws. */
export function sumOfBaseline({ baseline }: FigureInBlock): number {
  return baseline?.reduce((sum, value) => sum + value, 0) ?? 0;
}

/** Sums of two runs of draws as one. */
export function addFigureSums(a: FigureSums, b: FigureSums): FigureSums {
  return {
    cells: sumOf(a.cells, b.cells),
    baseline: a.baseline + b.baseline,
    gradient: sumOf(a.gradient, b.gradient),
  };
}

function sumOf(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length);
  for (let k = 0; k < both.length; k++) both[k] = a[k]! + b[k]!;
  return both;
}
