import type { Observation } from '../../families/distribution.ts';
import { firstStageOf, knowsCustomers, unitsGiven } from '../bought.ts';
import { chainOf } from '../chain.ts';
import type { ChannelFields } from '../check/rule.ts';
import { boughtStage } from '../schema/price.ts';
import { USUAL_DRIFT } from '../schema/pilot.ts';

export type PilotFields = NonNullable<ChannelFields['pilot']>;

/** What a pilot says of one number of its channel. */
export interface Lesson {
  /** From the channel to the number. */
  readonly path: readonly [string, ...string[]];
  readonly seen: Observation;
}

/**
 * What a pilot says of the numbers of its channel. Each step of the funnel of which both ends were counted is a rate that was counted;
 * spend over what it bought is a price that was measured, and customers over spend an efficiency. Given these numbers the
 * counts do not depend on each other, so each is learned by itself.
 */
export function lessonsOf(channel: ChannelFields): readonly Lesson[] {
  const { pilot } = channel;
  if (pilot === undefined) return [];
  const { steps } = chainOf(Object.keys(channel.funnel ?? {}), firstStageOf(channel));
  const rates = steps.flatMap(({ key, from, to }): Lesson[] => {
    const [trials, successes] = [countAt(pilot, from), countAt(pilot, to)];
    if (trials === undefined || successes === undefined || trials === 0) return [];
    return [{ path: ['funnel', key], seen: { kind: 'counted', successes, trials } }];
  });
  return [...priceOf(channel, pilot), ...rates];
}

/** How many reached a stage, where it was counted. */
export function countAt(pilot: PilotFields, stage: string): number | undefined {
  const { impressions, clicks, leads, customers, stages = {} } = pilot;
  const known: Readonly<Record<string, number | undefined>> = {
    impression: impressions,
    click: clicks,
    lead: leads,
    customer: customers,
  };
  return Object.hasOwn(known, stage) ? known[stage] : Object.hasOwn(stages, stage) ? stages[stage] : undefined;
}

function priceOf(channel: ChannelFields, pilot: PilotFields): readonly Lesson[] {
  const measured = (path: Lesson['path'], count: number | undefined, value: (count: number) => number): Lesson[] => {
    if (count === undefined || count === 0) return [];
    const drift = pilot.priceDrift ?? USUAL_DRIFT;
    // Of so many counted by chance (Poisson), the logarithm has about this variance.
    const spread = Math.sqrt(drift * drift + 1 / count);
    return [{ path, seen: { kind: 'measured', value: value(count), spread } }];
  };
  if (channel.efficiency !== undefined) {
    return measured(['efficiency'], countAt(pilot, 'customer'), (count) => count / pilot.spend);
  }
  const [unit] = unitsGiven(channel);
  const stage = unit === undefined || knowsCustomers(channel) ? undefined : boughtStage[unit];
  if (unit === undefined || stage === undefined) return [];
  return measured(
    ['price', unit],
    countAt(pilot, stage),
    (count) => (pilot.spend / count) * (unit === 'cpm' ? 1000 : 1),
  );
}
