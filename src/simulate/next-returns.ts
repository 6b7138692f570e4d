import type { Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { UsedMemory } from './block/memory.ts';
import { withOwnRows } from './block/block.ts';
import { withVolume } from './channel/effective-spend.ts';
import { flowOfSpend } from './channel/flow-of-spend.ts';
import { volumesOf } from './channel/volume.ts';
import type { Conditions } from './conditions/conditions.ts';
import type { Figure } from './goal/figure.ts';
import type { FigureInBlock } from './goal/figure-in-block.ts';
import { changeBySpend } from './goal/gradient.ts';
import { nextUnit, spentFromNow } from './goal/next-unit.ts';
import { channelsUsed, evaluate } from './outcome/evaluate.ts';

/** What the next unit of money is asked to bring. */
export const REVENUE: Figure = { weights: { revenue: 1 } };

/** A plan in a block of draws, and what of it is asked for there. */
export interface NextReturnsInput {
  readonly model: Model;
  readonly plan: Plan;
  readonly conditions: Conditions;
  /** {@link REVENUE} in the block. */
  readonly revenue: FigureInBlock;
}

/**
 * Revenue from the next unit of spend of each channel, draw by draw, spread over periods to come as the plan spreads its spend: a row of
 * its own for each channel.
 */
export function nextReturns(
  { model, plan, conditions, revenue }: NextReturnsInput,
  memory: UsedMemory,
  kernel: Kernel | undefined,
): readonly Row[] {
  memory.reset();
  const next = nextUnit(model, plan);
  const worths = revenue.alone;
  if (worths === undefined) {
    const evaluation = evaluate(model, plan, conditions, channelsUsed(plan), memory, undefined, kernel);
    return changeBySpend(model, evaluation, revenue, next);
  }
  const { block, channels } = conditions;
  const { count } = block;
  const { periods } = model;
  const volumes = volumesOf(model, plan);
  return model.channels.map((channel, c) =>
    memory.lend(() => {
      const own = channels[c]!;
      const arrivals = withVolume(own.arrivals, volumes.amount[c]!);
      const spend = next[c]!.map((share, t) => share * volumes.slope[c]![t]!);
      const { change } = flowOfSpend(
        { channel, conditions: own, arrivals, periods, count, envelope: undefined },
        { block: withOwnRows(block, memory), byPeriod: [], byDraw: [], change: { spend, worths: [worths[c]!] } },
        memory,
        kernel,
      );
      return change[0]!.slice();
    }),
  );
}

/** The same in the channel where it is least, of those with spend in periods to come; nothing where there are none. */
export function leastNextReturn(input: NextReturnsInput, memory: UsedMemory, kernel: Kernel | undefined): Row {
  const isSpent = spentFromNow(input.model, input.plan);
  const asked = nextReturns(input, memory, kernel).filter((_, c) => isSpent[c]);
  return asked.reduce<Row>(
    (least, row, k) => (k === 0 ? row : least.map((value, i) => Math.min(value, row[i]!))),
    new Float64Array(input.conditions.block.count),
  );
}
