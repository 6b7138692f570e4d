import { section } from './leaf.ts';
import { named } from './name.ts';
import { amount, number, whole } from './number.ts';

const MOST_COUNTED = 1e9;

const count = (about: string) => whole(about, { least: 0, most: MOST_COUNTED });

/** How far the price of a plan may be from that of its pilot, where the file does not say. */
export const USUAL_DRIFT = 0.1;

export const pilot = section(
  'A small test that was run, and what it brought: by it the price and the rates of the channel are known better.',
  {
    spend: amount('Media money that the pilot spent in all, in currency.', { least: 0, open: true }),
    periods: whole('How long it ran, in periods of the plan.', { least: 1, most: 520 }).exactOptional(),
    days: whole('How long it ran, in days.', { least: 1, most: 3660 }).exactOptional(),
    impressions: count('Impressions that were counted.').exactOptional(),
    clicks: count('Clicks that were counted.').exactOptional(),
    leads: count('Leads that were counted.').exactOptional(),
    customers: count('Customers that were counted.').exactOptional(),
    stages: named('How many reached stages of your own, by the name of the stage.', count('How many.')).exactOptional(),
    priceDrift: number(
      'How far the price in the plan may be from that in the pilot: standard deviation as a share; 10 % without it.',
      { least: 0, most: 2 },
    ).exactOptional(),
  },
);
