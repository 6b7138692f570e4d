import type { Fault } from '../fault.ts';
import { channelsOf, warning, type Facts } from './rule.ts';

/** Twice nothing is nothing: a limit on the change of a channel needs something to change. */
export const changeNeedsPlan = (field: 'change' | 'maxChange') =>
  function* ({ file }: Facts): Generator<Fault> {
    for (const { channel, at } of channelsOf(file)) {
      if (channel.limits?.[field] === undefined || !isNothing(channel.plan ?? 0)) continue;
      const advice = "Give `plan`, today's spend per period, or limit the channel in money.";
      yield warning([...at, 'limits', field], 'keeps the channel at nothing, since nothing is spent there today', {
        advice,
      });
    }
  };

export function isNothing(amounts: number | readonly number[]): boolean {
  return typeof amounts === 'number' ? amounts === 0 : amounts.every((amount) => amount === 0);
}
