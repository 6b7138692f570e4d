import type { LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import { eachPeriod, type PeriodOfChannel } from './terms.ts';

/**
 * How far a channel may move from one period to the next. As a share it says nothing of the first period, and a channel
 * at nothing stays there: a share of nothing is nothing.
 */
export const maxStep: ConstraintFamily = {
  name: 'maxStep',
  about: 'The largest change of a channel from one period to the next, as a share or in money.',
  limits: (scenario) => [
    ...eachPeriod(scenario, 'maxStep', (share, at) => [
      ...step(at, 'step down', 1 - share, (terms) => ({ terms, least: 0 })),
      ...step(at, 'step up', 1 + share, (terms) => ({ terms, most: 0 })),
    ]),
    ...eachPeriod(scenario, 'maxStepAmount', (amount, at) => [
      ...step(at, 'step down in money', 1, (terms) => ({ terms, least: -amount })),
      ...step(at, 'step up in money', 1, (terms) => ({ terms, most: amount })),
    ]),
  ],
};

/** A limit on this period's spend less `factor` times that of the period before; none where it says nothing. */
function step(
  { index, period, where, path }: PeriodOfChannel,
  what: string,
  factor: number,
  limit: (terms: LinearLimit['terms']) => Pick<LinearLimit, 'terms' | 'least' | 'most'>,
): LinearLimit[] {
  if (period === 0 || factor <= 0) return [];
  const terms = [
    { channel: index, period, coefficient: 1 },
    { channel: index, period: period - 1, coefficient: -factor },
  ];
  return [{ name: `${where}, ${what}`, path, ...limit(terms) }];
}
