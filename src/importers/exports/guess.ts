import { group } from 'd3-array';
import type { ChannelBelief } from './channel.ts';
import type { Crm } from './customers.ts';
import type { Range } from './estimate.ts';
import { warned } from './finding.ts';
import { ownOf, stepsOfCrm } from './steps.ts';
import { weeksIn, type Observed } from './observed.ts';

/** Sources with fewer leads or customers stay without a channel. */
const FEWEST = 5;
/** The largest sources: of more of them nobody replaces guesses by prices. */
const MOST_GUESSED = 30;

/**
 * What a lead (or a customer) may cost, as a share of the revenue it brings on average. Nobody told what was spent: this is
 * wide, the same for all channels, and there to be replaced.
 */
const SHARE_OF_REVENUE: Range = [0.05, 0.5];
const WITHOUT_REVENUE: Range = [10, 100];

/** A channel for every source where no file says what was spent: rates are counted, prices guessed. */
export function guessedBeliefs(crm: Crm, observed: Observed, revenue: number): readonly ChannelBelief[] {
  const unit = crm.leads === undefined ? 'customer' : 'lead';
  const counted: readonly { readonly channel?: string }[] = crm.leads ?? crm.customers ?? [];
  const range: Range =
    revenue > 0 && counted.length > 0
      ? [(SHARE_OF_REVENUE[0] * revenue) / counted.length, (SHARE_OF_REVENUE[1] * revenue) / counted.length]
      : WITHOUT_REVENUE;
  const middle = Math.sqrt(range[0] * range[1]);
  return [...group(counted, ({ channel }) => channel)]
    .flatMap(([channel, own]) =>
      channel !== undefined && own.length >= FEWEST ? [{ channel, count: own.length }] : [],
    )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_GUESSED)
    .map(({ channel, count }) => {
      const weekly = (middle * count) / weeksIn(observed);
      return {
        name: channel,
        price: {
          kind: unit === 'lead' ? ('cpl' as const) : ('cpa' as const),
          range,
          place: ({ sources }) => sources.priceGuessed(unit),
        },
        steps: unit === 'lead' ? stepsOfCrm(ownOf(crm, channel), crm) : [],
        today: weekly,
        usual: weekly,
        spendPlace: ({ sources }) => sources.spendGuessed(count, unit),
        hours: 0,
        hourly: [],
        findings: [],
      };
    });
}

export const NO_SPEND = warned('NEED_SPEND', ({ findings }) => findings.noSpend());
