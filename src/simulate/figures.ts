import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import type { Conditions } from './conditions.ts';
import { saturate } from './effect.ts';
import { withVolume } from './effective-spend.ts';
import type { Relaxation } from './envelope.ts';
import { evaluate } from './evaluate.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import { addBaseline, figureSums, noSums, type FigureSums } from './goal.ts';
import type { recycled } from './memory.ts';
import { addSpending } from './spending.ts';
import { sweep } from './sweep.ts';
import { volumesOf } from './volume.ts';

/** A plan in a block of draws. */
export interface FiguresInput {
  readonly model: Model;
  readonly plan: Plan;
  /** Channels whose fixed costs and hours count. */
  readonly used: readonly boolean[];
  readonly conditions: Conditions;
  /** What takes the place of response curves and discounts, if anything does. */
  readonly relaxation: Relaxation | undefined;
  readonly figures: readonly FigureInBlock[];
  /** By figure: filled with it draw by draw, if given. Zeros before. */
  readonly values: readonly (Row | undefined)[];
}

/** Figures of a plan and their derivatives, summed over the draws of a block: the same as of the plan's outcome. */
export function figuresIn(input: FiguresInput, memory: ReturnType<typeof recycled>): readonly FigureSums[] {
  memory.reset();
  const { model, plan, used, conditions, relaxation, figures, values } = input;
  if (figures.every(({ alone }) => alone !== undefined)) return separateSums(input, memory);
  const evaluation = evaluate(model, plan, conditions, used, memory.allocate, relaxation);
  return figures.map((figure, k) => figureSums(model, evaluation, figure, values[k], memory.allocate));
}

/** Where channels do nothing to each other: one at a time, all figures of it while its numbers are at hand. */
function separateSums(
  { model, plan, used, conditions, relaxation, figures, values }: FiguresInput,
  { allocate, reset }: ReturnType<typeof recycled>,
): readonly FigureSums[] {
  const { count } = conditions.block;
  const { periods } = model;
  const volumes = volumesOf(model, plan, relaxation?.box);
  const sums = figures.map(() => noSums(model));
  const rows = () => Array.from({ length: periods + model.tail }, () => allocate(count));
  reset();
  const value = rows();
  const slope = rows();
  model.channels.forEach((channel, c) => {
    const own = conditions.channels[c]!;
    const { arrivals, carry } = own;
    const arriving = withVolume(own.arrivals, volumes.amount[c]!);
    const envelope = relaxation?.envelopes[c];
    saturate({ channel, conditions: own, arrivals: arriving, periods, count, envelope }, value, slope);
    figures.forEach(({ alone, spending }, k) => {
      const { cells, gradient } = sums[k]!;
      const firstColumn = c * periods;
      const firstCell = c * (periods + model.tail);
      const worth = alone![c]!;
      sweep(
        { carry, arrivals, value, slope, worth, crowding: undefined, count, periods, tail: channel.tail, allocate },
        { cells, firstCell, gradient, firstColumn, values: values[k] },
      );
      const discounts = volumes.slope[c]!;
      for (let t = 0; t < periods; t++) gradient[firstColumn + t] = gradient[firstColumn + t]! * discounts[t]!;
      addSpending(model, c, spending[c]!, plan.spend[c]!, used[c]!, { cells, gradient, values: values[k] });
    });
  });
  return sums.map((own, k) => ({ ...own, baseline: addBaseline(figures[k]!, values[k]) }));
}
