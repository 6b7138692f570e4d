import type { ConstraintFamily } from '../families.ts';
import { eachPeriod, inPeriod } from './terms.ts';

/** What a channel gets in each period is settled. */
export const fixed: ConstraintFamily = {
  name: 'fixed',
  about: 'What a channel gets in each period, no less and no more.',
  limits: (scenario) =>
    eachPeriod(scenario, 'fixed', (amounts, { period, terms, where, path }) => {
      const settled = inPeriod(amounts, period);
      return [{ name: `${where}, settled`, path, terms, least: settled, most: settled }];
    }),
};
