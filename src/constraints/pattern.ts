import type { LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import { allPeriods, spendOf } from './terms.ts';

/** How a channel's spend is spread over periods is given, and only its level is left to decide. */
export const pattern: ConstraintFamily = {
  name: 'pattern',
  about: 'The shape of spend over periods, of which the plan decides only the level.',
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits, plan }], channel) => {
      const given = limits.pattern ?? scenario.pattern;
      if (given === undefined) return [];
      const weights = given === 'today' ? plan : given;
      const largest = Math.max(...weights);
      const reference = weights.indexOf(largest);
      const path = limits.pattern === undefined ? 'pattern' : `channels.${name}.limits.pattern`;
      return allPeriods(scenario).flatMap((period): LinearLimit[] => {
        const limit = { name: `${name}, period ${period + 1}, pattern`, path };
        if (weights[period] === 0) return [{ ...limit, terms: spendOf([channel], [period]), most: 0 }];
        if (period === reference) return [];
        const terms = [
          { channel, period, coefficient: 1 },
          // Measured by the period with most: no coefficient is then above 1.
          { channel, period: reference, coefficient: -weights[period]! / largest },
        ];
        return [{ ...limit, terms, least: 0, most: 0 }];
      });
    }),
};
