import type { Kernel } from '../kernel/kernel.ts';
import { addValues } from './channel/added-values.ts';
import { withVolume } from './channel/effective-spend.ts';
import type { FiguresInput } from './figures-input.ts';
import { addBaseline } from './goal/goal.ts';
import type { UsedMemory } from './block/memory.ts';
import { addSpendingByDraw } from './goal/spending.ts';
import { volumesOf } from './channel/volume.ts';
import type { RuledChannels } from './quadrature/ruled-values.ts';

/**
 * Adds figures to `values` draw by draw where channels do nothing to each other: what `figuresIn` adds there, bit for bit,
 * without sums and derivatives.
 */
export function addSeparateValues(
  { model, plan, used, conditions, figures, values }: Omit<FiguresInput, 'relaxation'>,
  memory: UsedMemory,
  kernel: Kernel | undefined,
  ruled?: RuledChannels,
): void {
  const { count } = conditions.block;
  const { periods } = model;
  const volumes = volumesOf(model, plan);
  model.channels.forEach((channel, c) => {
    const own = conditions.channels[c]!;
    const arrivals = withVolume(own.arrivals, volumes.amount[c]!);
    const asked = figures.flatMap(({ alone }, k) =>
      values[k] === undefined ? [] : [{ worth: alone![c]!, to: values[k] }],
    );
    const rule = ruled?.rules[c];
    const input = { channel, conditions: own, arrivals, periods, count, envelope: undefined };
    if (ruled === undefined || rule === undefined) addValues(input, asked, memory, kernel);
    else ruled.add({ input, block: conditions.block, rule, asked }, memory, kernel);
    figures.forEach(({ spending }, k) => {
      if (values[k] !== undefined)
        addSpendingByDraw(conditions.block, spending[c]!, plan.spend[c]!, used[c]!, values[k]);
    });
  });
  figures.forEach((figure, k) => addBaseline(conditions.block, figure, values[k]));
}
