import type { ConstraintFamily } from '../families.ts';
import { allChannels, allPeriods, inPeriod, spendOf } from './terms.ts';

/** The money there is: all of it to be spent, at most so much, or so much in every period. */
export const budget: ConstraintFamily = {
  name: 'budget',
  about: 'How much is spent on media in all, over the plan or in every period.',
  limits(scenario) {
    const channels = allChannels(scenario);
    const periods = allPeriods(scenario);
    const { total, atMost, perPeriod } = scenario.budget;
    const terms = spendOf(channels, periods);
    return [
      ...(total === undefined
        ? []
        : [{ name: 'total budget', path: 'budget.total', terms, least: total, most: total }]),
      ...(atMost === undefined ? [] : [{ name: 'budget, at most', path: 'budget.atMost', terms, most: atMost }]),
      ...(perPeriod === undefined
        ? []
        : periods.map((period) => ({
            name: `budget of period ${period + 1}`,
            path: typeof perPeriod === 'number' ? 'budget.perPeriod' : `budget.perPeriod[${period}]`,
            terms: spendOf(channels, [period]),
            least: inPeriod(perPeriod, period),
            most: inPeriod(perPeriod, period),
          }))),
    ];
  },
};
