import type { Model } from '../domain.ts';
import { isBent } from '../simulate/channel/bend.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import { isSeparable } from '../simulate/goal/figure-in-block.ts';
import { canPool } from '../simulate/bounds/pools.ts';
import type { Ask } from './asks.ts';
import type { SpendProgram } from './spend-program.ts';

/** Where so many amounts are each cut once, there are about as many parts as are searched. */
const MOST_TO_CUT = 8;

/** Whether more amounts lie between bounds than can each be cut once. */
export function isMuchToCut({ lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array }): boolean {
  return lower.filter((least, k) => least < upper[k]!).length > MOST_TO_CUT;
}

/**
 * Whether a search should bound draws together. That takes most of the gap at once but leaves some for good; a bound for
 * each draw leaves nothing in small parts, so it is better where few amounts decide.
 *
 * @param looked  some of the search draws
 */
export function boundsDrawsTogether(
  model: Model,
  { lower, upper }: SpendProgram,
  asks: readonly Ask[],
  looked: Conditions,
): boolean {
  if (!isSeparable(model) || asks.some(({ kind }) => kind !== 'mean')) return false;
  const pooled = model.channels.map(
    (channel, c) => isBent(channel, looked.block) && canPool(channel, looked.channels[c]!),
  );
  const free = lower.filter((least, k) => pooled[Math.floor(k / model.periods)]! && least < upper[k]!);
  return free.length > MOST_TO_CUT;
}
