import type { ConstraintFamily } from '../families.ts';
import { allPeriods, spendOf } from './terms.ts';

/** How far a channel may move from today's plan in each period. */
export const maxChange: ConstraintFamily = {
  name: 'maxChange',
  about: "The largest change of a channel against today's plan in each period, as a share of it.",
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits, plan }], channel) => {
      const change = limits.maxChange;
      if (change === undefined) return [];
      return allPeriods(scenario).flatMap((period) => {
        const terms = spendOf([channel], [period]);
        const where = `${name}, period ${period + 1}`;
        const path = `channels.${name}.limits.maxChange`;
        const today = plan[period]!;
        return [
          { name: `${where}, largest cut`, path, terms, least: Math.max(0, today * (1 - change)) },
          { name: `${where}, largest rise`, path, terms, most: today * (1 + change) },
        ];
      });
    }),
};
