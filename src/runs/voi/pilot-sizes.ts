import { counted } from '../../information/pilot.ts';
import { scoresOf } from '../../information/basis.ts';
import type { PilotOfChannel, PilotSize } from '../../information/information-value.ts';
import { meanOf } from '../../simulate/tally/row-estimates.ts';
import { CLEAR, isClear, type Decision } from './decision.ts';
import { broughtBy, COUNTS, type Brought } from './pilot-brings.ts';
import { sizeOf, usualSpend, type PilotWish, type Size } from './pilot-wish.ts';

/** Sizes that are tried: periods, and the share of a period's usual spend. */
const SIZES = [
  { periods: 1, share: 0.25 },
  { periods: 2, share: 0.5 },
  { periods: 4, share: 0.5 },
  { periods: 4, share: 1 },
  { periods: 8, share: 1 },
] as const;

/** A pilot that spends more than this share of what the channel usually gets over the plan is no test any more. */
const LARGEST_SHARE = 0.25;

/** What pilots of a channel would cost and be worth: of the size asked for, or of several. */
export async function pilotsOf(
  decision: Decision,
  channel: number,
  asked: PilotWish | undefined,
): Promise<PilotOfChannel> {
  const { model } = decision;
  const usual = usualSpend(decision, channel);
  const wished =
    asked?.spend === undefined && asked?.periods === undefined
      ? SIZES.filter(({ periods }) => periods <= model.periods).map(({ periods, share }) => ({
          periods,
          spend: periods * share * usual,
        }))
      : [sizeOf(model, asked, usual)];
  const brought = await broughtBy(decision, channel, wished);
  const sizes = wished.map((size, k) => pilotOf(decision, channel, size, brought[k]!));
  const small = sizes.filter(({ spend }) => spend <= LARGEST_SHARE * model.periods * usual);
  const best = smallestOfBest(small.length === 0 ? sizes : small);
  const { net, value } = sizes[best]!;
  const pays = net > 0 && isClear(value);
  return { channel: model.channels[channel]!.name, sizes, ...(pays ? { best } : {}) };
}

/** The smallest pilot with as much left as any, as far as noise lets one tell. */
function smallestOfBest(sizes: readonly PilotSize[]): number {
  const most = sizes.reduce((a, b) => (b.net > a.net ? b : a));
  return sizes.findIndex(
    ({ net, value }) => net >= most.net - CLEAR * Math.max(value.standardError, most.value.standardError),
  );
}

/** What a pilot should bring, cost and be worth. */
function pilotOf(
  { model, worth, draws }: Decision,
  channel: number,
  { periods, spend }: Size,
  { profit, counts }: Brought,
): PilotSize {
  const { name } = model.channels[channel]!;
  const signals = counts.map((row, k) => counted(row, `${name}, ${COUNTS[k]}`, draws.seed));
  const value = worth(signals.map(scoresOf));
  const gain = meanOf(profit);
  const cost = { value: -gain.value, standardError: gain.standardError };
  return {
    periods,
    spend,
    customers: meanOf(counts[0]!).value,
    cost,
    value,
    net: value.value - Math.max(0, cost.value),
  };
}
