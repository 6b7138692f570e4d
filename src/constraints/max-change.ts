import type { ConstraintFamily } from '../families.ts';
import { eachPeriod } from './terms.ts';

/** How far a channel may move from today's plan in each period. */
export const maxChange: ConstraintFamily = {
  name: 'maxChange',
  about: "The largest change of a channel against today's plan in each period, as a share of it.",
  limits: (scenario) =>
    eachPeriod(scenario, 'maxChange', (change, { channel, period, terms, where, path }) => {
      const today = channel.plan[period]!;
      return [
        { name: `${where}, largest cut`, path, terms, least: Math.max(0, today * (1 - change)) },
        { name: `${where}, largest rise`, path, terms, most: today * (1 + change) },
      ];
    }),
};
