import type { ChannelModel, Model } from '../../domain.ts';
import { eachAtWork, type RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { responses } from '../../responses/table.ts';
import { again } from '../block/block.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { arrivalsOfPlan, withVolume } from './effective-spend.ts';
import { raiseToEnvelope } from './envelope.ts';
import { type Envelope } from './envelope-line.ts';
import { saturateCompiled } from './kernel-effect.ts';
import type { Memory, Table } from '../block/memory.ts';
import type { TableCode } from './table-code.ts';
import type { Volumes } from './volume.ts';
import type { SaturateInput } from './saturate-input.ts';

/**
 * What one channel's spend brings before audience, capacity and value: customers (or money, for curves of revenue) by
 * draw, in the periods of the plan and of the tail.
 */
export interface ChannelEffect {
  readonly effect: Table;
  /** Derivative of `effect` by the carried effective spend of its own period. */
  readonly slope: Table;
  /** Effect that spend before the plan would have had alone, worked out when first asked for and then kept; absent when there was none. */
  readonly fromBefore?: Table;
}

/**
 * Bought, carried over, saturated and seasoned, channel by channel.
 *
 * @param envelopes  what takes the place of curves, for channels that have one
 */
export function channelEffects(
  model: Model,
  volumes: Volumes,
  conditions: Conditions,
  memory: Memory,
  code: TableCode,
  envelopes?: readonly (Envelope | undefined)[],
  kernel?: Kernel,
): readonly ChannelEffect[] {
  const arriving = arrivalsOfPlan(model, volumes, conditions, memory, code);
  const { count } = conditions.block;
  return model.channels.map((channel, c): ChannelEffect => {
    const own = conditions.channels[c]!;
    const effectOf = (arrivals: RowsByPeriod, envelope?: Envelope): ChannelEffect => {
      const effect = memory.table(model.periods + model.tail, count);
      const slope = memory.table(model.periods + model.tail, count);
      const end = model.periods + channel.tail;
      const inTime = [effect.slice(0, end), slope.slice(0, end)] as const;
      const input = { channel, conditions: own, arrivals, periods: model.periods, count, envelope };
      if (kernel !== undefined) saturateCompiled(kernel, input, ...inTime);
      else saturate(input, ...inTime);
      code.season(inTime, own.efficiency, channel.demand, own.shocks.demand);
      again(conditions.block, () => {
        for (let t = end; t < effect.length; t++) for (const table of [effect, slope]) table[t]!.fill(0);
      });
      return { effect, slope };
    };
    const full = effectOf(arriving[c]!, envelopes?.[c]);
    if (!hasBefore(channel)) return full;
    let before: Table | undefined;
    return {
      ...full,
      // As dear as the effect itself, and seldom asked for.
      get fromBefore() {
        return (before ??= effectOf(withVolume(own.arrivals, new Float64Array(model.periods))).effect);
      },
    };
  });
}

/** Whether spend before the plan still works in it. */
export function hasBefore(channel: ChannelModel): boolean {
  return channel.carryIn.some((spend) => spend !== 0);
}

/**
 * Carries over what arrives, and fills `value` with its effective spend after saturation and `slope` with the
 * derivative of that by what is carried: rows for the periods of the plan and of the channel's tail.
 */
export function saturate(
  { channel, conditions, arrivals, periods, count, envelope }: SaturateInput,
  value: readonly Row[],
  slope: readonly Row[],
): void {
  const { respond } = responses[channel.response.family]!;
  const { points } = channel.response;
  const { carry, curve: parameters } = conditions;
  eachAtWork(carry, { arrivals, count, periods, tail: channel.tail }, (t, spend) => {
    respond({ spend, parameters, points }, value[t]!, slope[t]!);
    if (envelope !== undefined) raiseToEnvelope(envelope, t * count, spend, value[t]!, slope[t]!);
  });
}
