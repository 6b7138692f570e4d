import type { Fault } from '../fault.ts';
import type { Quantity } from '../quantity/types.ts';
import { levelOf } from './level.ts';
import { channelsOf, error, shown, warning, type Facts } from './rule.ts';

/** A share of draws this small may count a few people twice. */
const USUALLY = 0.95;

/** Segments share the people that a channel reaches: together no more than all of them. */
export function* audienceIsPartOfWhole({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const shares = Object.values(channel.audience ?? {});
    const middle = sumAt(shares, 0.5);
    const high = sumAt(shares, USUALLY);
    const path = [...at, 'audience'];
    if (middle > 1 + ROUNDING) {
      yield error(
        path,
        `adds up to ${shown(middle, 4, 'rate')}; the shares of all segments together must be 100\u00a0% or less`,
      );
    } else if (high > 1 + ROUNDING) {
      const advice = 'Lower the upper ends of the ranges.';
      yield warning(path, `can add up to ${shown(high, 4, 'rate')}, which counts people twice`, { advice });
    }
    if (channel.precision !== undefined && shares.length > 0) {
      const advice = 'Remove it: the shares of the segments add up to it.';
      yield error([...at, 'precision'], 'is given together with `audience`, which says the same', { advice });
    }
  }
}

/** Shares such as 0.1 + 0.2 + 0.7 add up to 1 with an error in the last digit. */
const ROUNDING = 1e-9;

function sumAt(shares: readonly Quantity[], p: number): number {
  return shares.reduce((sum, share) => sum + (levelOf(share, p) ?? 0), 0);
}
