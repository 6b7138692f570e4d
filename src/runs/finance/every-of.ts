import type { Scenario } from '../../domain.ts';

/** Periods from one order to the next of customers of a channel, or of those who need no spend; any number where they order once. */
export function everyOf({ value, channels }: Scenario, channel?: string): number {
  const own = channel === undefined ? undefined : channels[channel]!.value.repeat;
  return (own ?? value.repeat)?.every ?? 1;
}
