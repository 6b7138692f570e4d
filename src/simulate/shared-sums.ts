import { eachOnce } from '../carryover/spread.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { suppliesOf } from './capacity.ts';
import { channelEffects } from './effect.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import type { FiguresInput } from './figures.ts';
import { addBaseline, noSums, sumOfBaseline, type FigureSums } from './goal.ts';
import { throughHalo } from './gradient.ts';
import { kernelTables } from './kernel-tables.ts';
import type { Memory } from './memory.ts';
import { boundSharing } from './shared-bound.ts';
import type { SharedBox } from './shared-box.ts';
import { addSpending, addSpendingByDraw } from './spending.ts';
import { plainTables } from './table-code.ts';
import { volumesOf } from './volume.ts';

/**
 * What figures of a plan within a box are at most, whatever channels share, as a concave function of spend: sums over the draws of a block,
 * and their derivatives. See `boundSharing`.
 *
 * @param counted  the figures with weights of draws
 */
export function sharedSums(
  { model, plan, used, conditions, relaxation, figures, values, weights = [] }: FiguresInput,
  box: SharedBox,
  counted: readonly FigureInBlock[],
  memory: Memory,
  kernel: Kernel | undefined,
): readonly FigureSums[] {
  const { block, channels } = conditions;
  const { count } = block;
  const { periods, tail } = model;
  const code = kernel === undefined ? plainTables(memory) : kernelTables(kernel, memory);
  const volumes = volumesOf(model, plan, relaxation?.box);
  const effects = channelEffects(model, volumes, conditions, memory, code, relaxation?.envelopes, kernel);
  const fromBefore = figures.some(({ ofPlanOnly }) => ofPlanOnly) ? effects.map((own) => own.fromBefore) : [];
  const supplies = suppliesOf(model, block, channels, used);
  return figures.map((figure, k) =>
    memory.lend(() => {
      const sums = noSums(model);
      const { cells, gradient } = sums;
      const slopes = effects.map(() => memory.table(periods + tail, count));
      boundSharing(
        {
          worth: figure.shared,
          box,
          effects: effects.map(({ effect }) => effect),
          before: figure.ofPlanOnly ? fromBefore : [],
          supplies,
          periods: periods + tail,
          count,
          weights: weights[k],
        },
        { slopes, cells, values: values[k] },
      );
      const returns = effects.map(({ slope }, c) => {
        const gathered = memory.table(periods, count);
        const inTime = slope.slice(0, periods + model.channels[c]!.tail);
        code.gather(channels[c]!.carry, eachOnce(slopes[c]!), undefined, inTime, gathered);
        return gathered;
      });
      throughHalo(model, { conditions, code, memory }, returns).forEach((own, c) => {
        const first = c * periods;
        code.sumWorth(channels[c]!.buying, own, gradient, first);
        volumes.slope[c]!.forEach((discount, t) => (gradient[first + t] = gradient[first + t]! * discount));
        addSpending(model, c, counted[k]!.spending[c]!, plan.spend[c]!, used[c]!, sums);
        if (values[k] !== undefined) {
          addSpendingByDraw(block, figure.spending[c]!, plan.spend[c]!, used[c]!, values[k]);
        }
      });
      addBaseline(block, figure, values[k]);
      return { ...sums, baseline: sumOfBaseline(counted[k]!) };
    }),
  );
}
