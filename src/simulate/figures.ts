import type { Kernel } from '../kernel/kernel.ts';
import { saturate } from './channel/effect.ts';
import { type SaturateInput } from './channel/saturate-input.ts';
import { withVolume } from './channel/effective-spend.ts';
import { evaluate } from './outcome/evaluate.ts';
import type { FigureInBlock } from './goal/figure-in-block.ts';
import { addBaseline, figureSums, noSums, sumOfBaseline, type FigureSums } from './goal/goal.ts';
import { sweepCompiled, type AskedSweep } from './channel/kernel-sweep.ts';
import type { UsedMemory } from './block/memory.ts';
import { arrivingOf, pooledBound, type PooledBound } from './bounds/pooled-bound.ts';
import { sharedSums } from './bounds/shared-sums.ts';
import { addSpending, addSpendingByDraw } from './goal/spending.ts';
import { sweep } from './channel/sweep.ts';
import { volumesOf } from './channel/volume.ts';
import { weighedFigure } from './goal/weighed-figure.ts';
import type { FiguresInput } from './figures-input.ts';

/** Figures of a plan and their derivatives, summed over the draws of a block: the same as of the plan's outcome. */
export function figuresIn(input: FiguresInput, memory: UsedMemory, kernel: Kernel | undefined): readonly FigureSums[] {
  memory.reset();
  const { model, plan, used, conditions, relaxation, figures, values, weights = [] } = input;
  const counted = figures.map((figure, k) => {
    const own = weights[k];
    return own === undefined ? figure : weighedFigure(model, conditions, figure, own);
  });
  if (relaxation?.shared !== undefined) return sharedSums(input, relaxation.shared, counted, memory, kernel);
  if (figures.every(({ alone }) => alone !== undefined)) return separateSums(input, counted, memory, kernel);
  const evaluation = evaluate(model, plan, conditions, used, memory, relaxation, kernel);
  // What figures share stays, so it is worked out before memory is lent to one of them.
  if (figures.some(({ ofPlanOnly }) => ofPlanOnly)) evaluation.effects.map(({ fromBefore }) => fromBefore);
  return figures.map((figure, k) => memory.lend(() => figureSums(model, evaluation, figure, values[k], counted[k])));
}

/** Figures whose rows the kernel's memory holds beside those of a channel, whatever their number. */
const AT_ONCE = 4;

/** Where channels do nothing to each other: one at a time, all figures of it while its numbers are at hand. */
function separateSums(
  { model, plan, used, conditions, relaxation, figures, values }: FiguresInput,
  counted: readonly FigureInBlock[],
  memory: UsedMemory,
  kernel: Kernel | undefined,
): readonly FigureSums[] {
  const { count } = conditions.block;
  const { periods } = model;
  const volumes = volumesOf(model, plan, relaxation?.box);
  const sums = figures.map(() => noSums(model));
  const table = () => memory.table(periods + model.tail, count);
  memory.reset();
  const [value, slope] = [table(), table()];
  model.channels.forEach((channel, c) => {
    const own = conditions.channels[c]!;
    const { arrivals, carry } = own;
    const input: SaturateInput = {
      channel,
      conditions: own,
      arrivals: withVolume(arrivals, volumes.amount[c]!),
      periods,
      count,
      envelope: relaxation?.envelopes[c],
    };
    const asked = figures.map(({ alone }, k): AskedSweep => ({
      worth: counted[k]!.alone![c]!,
      byDraw: alone![c]!,
      output: { ...sums[k]!, firstCell: c * (periods + model.tail), firstColumn: c * periods, values: values[k] },
    }));
    if (kernel !== undefined) {
      for (let k = 0; k < asked.length; k += AT_ONCE) sweepCompiled(kernel, input, asked.slice(k, k + AT_ONCE));
    } else {
      saturate(input, value, slope);
      const { tail } = channel;
      for (const { worth, byDraw, output } of asked) {
        sweep({ carry, arrivals, value, slope, worth, byDraw, count, periods, tail, memory }, output);
      }
    }
    const pools = relaxation?.pools[c];
    if (pools !== undefined) {
      const arriving = arrivingOf(own, volumes.amount[c]!);
      for (const { worth, output } of asked) {
        const pooled = output.values === undefined ? pooledBound(channel, own, pools, worth, arriving) : undefined;
        if (pooled !== undefined) takeIfLess(pooled, own.buying.scale, output, periods + model.tail);
      }
    }
    figures.forEach(({ spending }, k) => {
      const { gradient } = sums[k]!;
      const discounts = volumes.slope[c]!;
      for (let t = 0; t < periods; t++) gradient[c * periods + t] = gradient[c * periods + t]! * discounts[t]!;
      addSpending(model, c, counted[k]!.spending[c]!, plan.spend[c]!, used[c]!, sums[k]!);
      const own = values[k];
      if (own !== undefined) addSpendingByDraw(conditions.block, spending[c]!, plan.spend[c]!, used[c]!, own);
    });
  });
  figures.forEach((figure, k) => addBaseline(conditions.block, figure, values[k]));
  return sums.map((own, k) => ({ ...own, baseline: sumOfBaseline(counted[k]!) }));
}

/** Puts a channel's pooled bound in the place of the sum of its envelopes where it is less: the least of two concave functions is one. */
function takeIfLess(
  { total, cells, gradient }: PooledBound,
  scale: Float64Array,
  output: AskedSweep['output'],
  periods: number,
): void {
  const own = output.cells.subarray(output.firstCell, output.firstCell + periods);
  if (total >= own.reduce((sum, cell) => sum + cell, 0)) return;
  own.fill(0);
  own.set(cells);
  gradient.forEach((slope, t) => (output.gradient[output.firstColumn + t] = slope * scale[t]!));
}
