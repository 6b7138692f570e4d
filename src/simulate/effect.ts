import type { ChannelModel, Model } from '../domain.ts';
import { spread } from '../carryover/spread.ts';
import { responses } from '../responses/table.ts';
import type { ChannelConditions, Conditions } from './conditions.ts';
import { effectiveSpend } from './effective-spend.ts';
import { raiseToEnvelope, type Envelope } from './envelope.ts';
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
  /** Effect that spend before the plan would have had alone; absent when there was none. */
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
): readonly ChannelEffect[] {
  const bought = effectiveSpend(model, volumes, conditions, allocate);
  const { count } = conditions.block;
  return model.channels.map((channel, c): ChannelEffect => {
    const own = conditions.channels[c]!;
    const full = respondTo(model, channel, own, bought[c]!, count, allocate, envelopes?.[c]);
    if (channel.carryIn.every((spend) => spend === 0)) return full;
    const nothing = allocate(bought[c]!.length);
    return { ...full, fromBefore: respondTo(model, channel, own, nothing, count, allocate).effect };
  });
}

function respondTo(
  model: Model,
  channel: ChannelModel,
  conditions: ChannelConditions,
  bought: Float64Array,
  count: number,
  allocate: Allocate,
  envelope?: Envelope,
): ChannelEffect {
  const { periods } = model;
  const carried = spread(
    conditions.carry,
    { bought, before: channel.carryIn, count, periods, tail: channel.tail },
    allocate((periods + channel.tail) * count),
  );
  const family = responses[channel.response.family]!;
  const { curve: parameters, efficiency, shocks } = conditions;
  const { points } = channel.response;
  const effect = allocate((periods + model.tail) * count);
  const slope = allocate((periods + model.tail) * count);
  for (let t = 0; t < periods + channel.tail; t++) {
    const value = effect.subarray(t * count, (t + 1) * count);
    const steep = slope.subarray(t * count, (t + 1) * count);
    const spend = carried.subarray(t * count, (t + 1) * count);
    family.respond({ spend, parameters, points }, value, steep);
    if (envelope !== undefined) raiseToEnvelope(envelope, t * count, spend, value, steep);
    const season = channel.demand[t]!;
    const demand = shocks.demand?.[t];
    for (let i = 0; i < count; i++) {
      const factor = efficiency[i]! * season * (demand === undefined ? 1 : demand[i]!);
      value[i] = value[i]! * factor;
      steep[i] = steep[i]! * factor;
    }
  }
  return { effect, slope };
}
