import type { ConstraintFamily } from '../families.ts';
import { eachPeriod, inPeriod } from './terms.ts';

/** The least and the most that a channel gets in each period. */
export const perPeriod: ConstraintFamily = {
  name: 'perPeriod',
  about: 'The least and the most that a channel gets in each period.',
  limits: (scenario) => [
    ...eachPeriod(scenario, 'min', (min, { period, terms, where, path }) => [
      { name: `${where}, at least`, path, terms, least: inPeriod(min, period) },
    ]),
    ...eachPeriod(scenario, 'max', (max, { period, terms, where, path }) => [
      { name: `${where}, at most`, path, terms, most: inPeriod(max, period) },
    ]),
  ],
};
