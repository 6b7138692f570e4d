import type { ChannelModel, Model } from '../domain.ts';
import { eachAtWork, rowsOf, type RowsByPeriod } from '../carryover/spread.ts';
import type { Row } from '../families.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { responses } from '../responses/table.ts';
import type { ChannelConditions, Conditions } from './conditions.ts';
import { arrivalsOfPlan, withVolume } from './effective-spend.ts';
import { raiseToEnvelope, type Envelope } from './envelope.ts';
import { saturateCompiled } from './kernel-effect.ts';
import type { Allocate } from './memory.ts';
import type { Volumes } from './volume.ts';

/**
 * What one channel's spend brings before audience, capacity and value: `effect[t * count + i]` customers (or money,
 * for curves of revenue) in period t of draw i, for the periods of the plan and of the tail.
 */
export interface ChannelEffect {
  readonly effect: Float64Array;
  /** Derivative of `effect` by the carried effective spend of its own period. */
  readonly slope: Float64Array;
  /** Effect that spend before the plan would have had alone, worked out when first asked for; absent when there was none. */
  readonly fromBefore?: Float64Array;
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
  allocate: Allocate,
  envelopes?: readonly (Envelope | undefined)[],
  kernel?: Kernel,
): readonly ChannelEffect[] {
  const arriving = arrivalsOfPlan(model, volumes, conditions, allocate);
  const { count } = conditions.block;
  return model.channels.map((channel, c): ChannelEffect => {
    const own = conditions.channels[c]!;
    const effectOf = (arrivals: RowsByPeriod, envelope?: Envelope): ChannelEffect => {
      const effect = allocate((model.periods + model.tail) * count);
      const slope = allocate((model.periods + model.tail) * count);
      const input = { channel, conditions: own, arrivals, periods: model.periods, count, envelope };
      if (kernel !== undefined) saturateCompiled(kernel, input, rowsOf(effect, count), rowsOf(slope, count));
      else saturate(input, rowsOf(effect, count), rowsOf(slope, count));
      inSeason(model, channel, own, count, effect, slope);
      return { effect, slope };
    };
    const full = effectOf(arriving[c]!, envelopes?.[c]);
    if (!hasBefore(channel)) return full;
    let before: Float64Array | undefined;
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

export interface SaturateInput {
  readonly channel: ChannelModel;
  readonly conditions: ChannelConditions;
  /** What starts to work, in periods before the plan and of it. */
  readonly arrivals: RowsByPeriod;
  readonly periods: number;
  readonly count: number;
  /** What takes the place of the curve, if anything does. */
  readonly envelope: Envelope | undefined;
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

/** From effective spend after saturation to customers (or money), in the demand of each period; none after the channel's tail. */
function inSeason(
  model: Model,
  channel: ChannelModel,
  { efficiency, shocks }: ChannelConditions,
  count: number,
  effect: Float64Array,
  slope: Float64Array,
): void {
  for (let t = 0; t < model.periods + channel.tail; t++) {
    const season = channel.demand[t]!;
    const demand = shocks.demand?.[t];
    for (let i = 0, at = t * count; i < count; i++, at++) {
      const factor = efficiency[i]! * season * (demand === undefined ? 1 : demand[i]!);
      effect[at] = effect[at]! * factor;
      slope[at] = slope[at]! * factor;
    }
  }
  effect.fill(0, (model.periods + channel.tail) * count);
  slope.fill(0, (model.periods + channel.tail) * count);
}
