import { eachAtWork } from '../../carryover/spread.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { zeroRow } from '../block/block.ts';
import { saturate } from './effect.ts';
import { type SaturateInput } from './saturate-input.ts';
import { changeOfArrivals, flowOfRows, type FlowAsked, type FlowSums } from './flow.ts';
import { flowCompiled } from './kernel-flow.ts';
import type { Memory } from '../block/memory.ts';

/** Sums over what the saturated effective spend of a channel counts for; those by period are where they were asked for. */
export function flowOfSpend(
  input: SaturateInput,
  asked: FlowAsked,
  memory: Memory,
  kernel: Kernel | undefined,
): FlowSums {
  if (kernel !== undefined) return flowCompiled(kernel, input, asked);
  const { channel, conditions, count, periods } = input;
  const table = () => memory.table(periods + channel.tail, count);
  const [value, slope] = [table(), table()];
  saturate(input, value, slope);
  const { change } = asked;
  return {
    ...flowOfRows(value, asked),
    change: (change?.worths ?? []).map(({ rows, scale }) => {
      const total = zeroRow(asked.block);
      const arrivals = changeOfArrivals(conditions.arrivals, change!.spend);
      eachAtWork(conditions.carry, { arrivals, count, periods, tail: channel.tail }, (t, atWork) => {
        if (scale[t] === 0) return;
        const row = rows[t]!;
        const steep = slope[t]!;
        for (let i = 0; i < count; i++) total[i] = total[i]! + scale[t]! * row[i]! * (steep[i]! * atWork[i]!);
      });
      return total;
    }),
  };
}
