import type { ChannelModel, Model } from '../domain.ts';
import { responses } from '../responses/table.ts';
import type { Block } from '../simulate/block/block.ts';
import type { ChannelConditions, Conditions } from '../simulate/conditions/conditions.ts';
import { bentChannels } from './curves.ts';
import { todaysSpend } from './plans.ts';
import type { SpendProgram } from './spend-program.ts';
import { costlyChannels } from './use-costs.ts';

/** Without limits, spend is capped at this many times the largest amount that anything speaks of. */
const ROOM = 10;
/** An amount that is large for any channel of a plan in which nothing is spent yet. */
const SMALLEST = 1000;

/**
 * How far spend per period is searched where no limit ends it, by channel; a plan that meets its cap needs a larger one.
 * What has to be spent before it pays (an S-curve, a fixed cost, a discount, a minimum if used) would not be missed by
 * such a plan: there the cap lies far above it.
 */
export function provisionalCaps(model: Model, linear: SpendProgram, looked: Conditions): readonly number[] {
  const leasts = [
    ...model.nonlinearLimits.map((limit) => (limit.kind === 'minimum if used' ? limit.amount : 0)),
    // A sum that has to be so much may have to come from a single column.
    ...linear.rows.flatMap(({ least = 0, terms }) => {
      const coefficients = terms.map(({ coefficient }) => coefficient).filter((coefficient) => coefficient > 0);
      return coefficients.length === 0 ? [] : [least / Math.max(...coefficients)];
    }),
  ];
  const uppers = linear.upper.filter((bound) => bound < Infinity);
  const known = Math.max(SMALLEST, ...todaysSpend(model), ...linear.lower, ...uppers, ...leasts);
  const bent = bentChannels(model, looked.block);
  const costly = costlyChannels(model);
  return model.channels.map((channel, c) => {
    const late = bent[c]! || costly[c]!;
    const threshold = channel.tiers.at(-1)?.above ?? 0;
    const own = late ? reachOf(channel, looked.channels[c]!, looked.block) : 0;
    return ROOM * Math.max(known, threshold, own);
  });
}

/** Doublings of spend that are looked at, from one unit of currency on. */
const DOUBLINGS = 50;
/** Spend is within reach of a curve while a unit of it brings at least this share of what it brings at best. */
const SHARE_OF_BEST = 0.25;

/** The largest spend per period at which a curve is not yet all but flat; 0 for one that never is. */
function reachOf({ response }: ChannelModel, { curve, buying }: ChannelConditions, { count }: Block): number {
  const averageAt = (spend: number): number => {
    const value = new Float64Array(count);
    const bought = buying.rows[0]!.map((factor) => factor * buying.scale[0]! * spend);
    responses[response.family]!.respond(
      { spend: bought, parameters: curve, points: response.points },
      value,
      new Float64Array(count),
    );
    return value.reduce((sum, each) => sum + each, 0) / spend;
  };
  const spends: number[] = [];
  for (let k = 0, spend = 1; k < DOUBLINGS; k++, spend *= 2) spends.push(spend);
  const averages = spends.map(averageAt);
  const best = Math.max(...averages);
  const last = averages.findLastIndex((average) => average >= SHARE_OF_BEST * best);
  return best > 0 && last + 1 < spends.length ? spends[last]! : 0;
}
