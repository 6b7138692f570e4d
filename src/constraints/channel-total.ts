import type { ConstraintFamily } from '../families.ts';
import { allPeriods, rangeLimits, spendOf } from './terms.ts';

/** The least and the most that a channel gets over the whole plan. */
export const channelTotal: ConstraintFamily = {
  name: 'channelTotal',
  about: 'The least and the most that a channel gets over the whole plan.',
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      rangeLimits(
        limits.total,
        `${name}, whole plan`,
        `channels.${name}.limits.total`,
        spendOf([channel], allPeriods(scenario)),
      ),
    ),
};
