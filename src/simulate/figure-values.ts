import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Conditions } from './conditions.ts';
import { channelsUsed, evaluate, type Evaluation } from './evaluate.ts';
import { figureInBlock, type FigureInBlock } from './figure-in-block.ts';
import type { Figure } from './figure.ts';
import { addBaseline } from './goal.ts';
import { effectWeights } from './gradient.ts';
import type { recycled } from './memory.ts';
import { addSeparateValues } from './separate-values.ts';
import { addSpendingByDraw } from './spending.ts';

/** Adds figures of a plan draw by draw to `values`, one row each: the same as `figuresIn`, without sums and derivatives. */
export function addFigureValues(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  figures: readonly Figure[],
  values: readonly Row[],
  memory: ReturnType<typeof recycled>,
  kernel: Kernel | undefined,
): void {
  const inBlock = figures.map((figure) => figureInBlock(model, conditions, figure));
  const used = channelsUsed(plan);
  if (inBlock.every(({ alone }) => alone !== undefined)) {
    addSeparateValues({ model, plan, used, conditions, figures: inBlock, values }, memory, kernel);
    return;
  }
  memory.reset();
  const evaluation = evaluate(model, plan, conditions, used, memory.allocate, undefined, kernel);
  inBlock.forEach((figure, k) => {
    const weights = effectWeights(model, evaluation, figure, memory.allocate);
    model.channels.forEach((_, c) => {
      addEffect(evaluation, figure, c, weights[c]!, values[k]!);
      addSpendingByDraw(figure.spending[c]!, plan.spend[c]!, used[c]!, values[k]!);
    });
    addBaseline(figure, values[k]);
  });
}

/** What a channel's effect counts for, where it is served and, with `ofPlanOnly`, comes of the plan. */
function addEffect(
  { effects, service }: Evaluation,
  { ofPlanOnly }: FigureInBlock,
  c: number,
  weights: Float64Array,
  values: Row,
): void {
  const { effect } = effects[c]!;
  const before = ofPlanOnly ? effects[c]!.fromBefore : undefined;
  const served = service?.served[c];
  for (let at = 0, i = 0; at < weights.length; at++, i = i + 1 === values.length ? 0 : i + 1) {
    const counted = before === undefined ? effect[at]! : effect[at]! - before[at]!;
    values[i] = values[i]! + weights[at]! * counted * (served === undefined ? 1 : served[at]!);
  }
}
