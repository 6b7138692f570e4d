import type { Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Conditions } from './conditions/conditions.ts';
import { channelsUsed, evaluate } from './outcome/evaluate.ts';
import { figureInBlock } from './goal/figure-in-block.ts';
import type { Figure } from './goal/figure.ts';
import { addBaseline } from './goal/goal.ts';
import { countedOf, servedWorth } from './goal/gradient.ts';
import type { UsedMemory } from './block/memory.ts';
import type { RuledChannels } from './quadrature/ruled-values.ts';
import { addSeparateValues } from './separate-values.ts';
import { addSpendingByDraw } from './goal/spending.ts';

/** Adds figures of a plan draw by draw to `values`, one row each: the same as `figuresIn`, without sums and derivatives. */
export function addFigureValues(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  figures: readonly Figure[],
  values: readonly Row[],
  memory: UsedMemory,
  kernel: Kernel | undefined,
  ruled?: RuledChannels,
): void {
  const inBlock = figures.map((figure) => figureInBlock(model, conditions, figure));
  const used = channelsUsed(plan);
  if (inBlock.every(({ alone }) => alone !== undefined)) {
    addSeparateValues({ model, plan, used, conditions, figures: inBlock, values }, memory, kernel, ruled);
    return;
  }
  memory.reset();
  const evaluation = evaluate(model, plan, conditions, used, memory, undefined, kernel);
  inBlock.forEach((figure, k) => {
    const worths = servedWorth(model, evaluation, figure);
    model.channels.forEach((_, c) => {
      evaluation.code.addWorth(worths[c]!, countedOf(evaluation, c, figure.ofPlanOnly), values[k]!);
      addSpendingByDraw(conditions.block, figure.spending[c]!, plan.spend[c]!, used[c]!, values[k]!);
    });
    addBaseline(conditions.block, figure, values[k]);
  });
}
