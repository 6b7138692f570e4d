import type { PilotLessons } from '../../src/pilots/pilot-lessons.ts';
import type { Scorecard } from '../../src/screen/scorecard.ts';
import { report } from '../report/sample.ts';

const { scenario, draws } = report;
const share = (value: number) => ({ value, standardError: 0.01 });
const estimate = (value: number) => ({ value, standardError: 10 });

/** A scorecard written by hand: cost is told from the file, reach is typed, and of stores nothing is known of precision. */
export const scorecard: Scorecard = {
  engine: '1',
  scenario,
  draws,
  criteria: [
    { name: 'cost', share: 0.5 },
    { name: 'reach', share: 0.25 },
    { name: 'precision', share: 0.25 },
  ],
  channels: [
    {
      name: 'search',
      score: 3.75,
      first: share(0.9),
      spend: 24_000,
      scores: [
        { from: 'data', value: 16, score: 5 },
        { from: 'typed', score: 2 },
        { from: 'data', value: 0.5, score: 3 },
      ],
    },
    {
      name: 'stores',
      score: 7 / 3,
      first: share(0.1),
      spend: 16_000,
      scores: [{ from: 'data', value: 24, score: 1 }, { from: 'typed', score: 5 }, { from: 'missing' }],
    },
  ],
  assumptions: [],
  notes: [],
};

/** A pilot written by hand: 44 of 2,100 clicks became customers. */
export const lessons: PilotLessons = {
  engine: '1',
  scenario,
  figure: { maximize: 'profit' },
  draws,
  plan: { name: 'today', totalSpend: 40_000 },
  next: 400,
  pilots: [
    {
      channel: 'search',
      pilot: { spend: 4000, periods: 2, customers: 44 },
      currency: 'EUR',
      moved: [
        {
          path: 'channels.search.funnel.clickToCustomer',
          unit: 'rate',
          seen: { kind: 'counted', successes: 44, trials: 2100 },
          before: { range: [0.01, 0.03], median: 0.02 },
          after: { range: [0.018, 0.024], median: 0.021 },
        },
      ],
      brings: { before: estimate(500), after: estimate(600) },
      against: {
        channel: 'stores',
        brings: { before: estimate(300), after: estimate(300) },
        chance: { before: share(0.7), after: share(0.9) },
      },
    },
  ],
  along: [],
  assumptions: [],
  notes: [],
};
