import type { LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { allChannels, allPeriods, fieldPath, inPeriod, spendOf } from './terms.ts';

/** The money there is: all of it to be spent, at least or at most so much, over the plan or in every period. */
export const budget: ConstraintFamily = {
  name: 'budget',
  limits(scenario) {
    const channels = allChannels(scenario);
    const periods = allPeriods(scenario);
    const { total, atLeast, atMost, perPeriod, perPeriodAtMost } = scenario.budget;
    const terms = spendOf(channels, periods);
    const limits: LinearLimit[] = [];
    if (total !== undefined) {
      limits.push({ name: 'total budget', path: 'budget.total', terms, least: total, most: total });
    }
    if (atLeast !== undefined) {
      limits.push({ name: 'budget, at least', path: 'budget.atLeast', terms, least: atLeast });
    }
    if (atMost !== undefined) limits.push({ name: 'budget, at most', path: 'budget.atMost', terms, most: atMost });
    for (const period of periods) {
      const name = `budget of period ${period + 1}`;
      const inOne = spendOf(channels, [period]);
      if (perPeriod !== undefined) {
        const all = inPeriod(perPeriod, period);
        limits.push({
          name,
          path: fieldPath('budget.perPeriod', perPeriod, period),
          terms: inOne,
          least: all,
          most: all,
        });
      }
      if (perPeriodAtMost !== undefined) {
        limits.push({
          name: `${name}, at most`,
          path: fieldPath('budget.perPeriodAtMost', perPeriodAtMost, period),
          terms: inOne,
          most: inPeriod(perPeriodAtMost, period),
        });
      }
    }
    return limits;
  },
};
