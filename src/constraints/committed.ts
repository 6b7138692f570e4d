import type { ConstraintFamily } from '../families.ts';
import { eachPeriod, inPeriod } from './terms.ts';

/** What a channel gets whatever the plan says, because it has been bought. */
export const committed: ConstraintFamily = {
  name: 'committed',
  about: 'What has been bought already in a channel: the plan spends at least that.',
  limits: (scenario) =>
    eachPeriod(scenario, 'committed', (amounts, { period, terms, where, path }) => {
      const spent = inPeriod(amounts, period);
      return spent === 0 ? [] : [{ name: `${where}, committed`, path, terms, least: spent, isFact: true }];
    }),
};
