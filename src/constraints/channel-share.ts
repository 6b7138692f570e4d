import type { ConstraintFamily } from '../families.ts';
import { shareLimits } from './terms.ts';

/** The least and the largest share of all spend that a channel gets: no dependence on one channel. */
export const channelShare: ConstraintFamily = {
  name: 'channelShare',
  about: 'The least and the largest share of all spend that a channel gets over the plan.',
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      shareLimits(scenario, [channel], limits.share, name, `channels.${name}.limits.share`),
    ),
};
