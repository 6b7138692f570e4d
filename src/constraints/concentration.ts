import type { ConstraintFamily } from '../families.ts';
import { allChannels, channelNames, shareSource, shareTerms } from './terms.ts';

/** How much all spend may depend on few channels: by the largest share, and by the sum of squared shares. */
export const concentration: ConstraintFamily = {
  name: 'concentration',
  about: 'The largest share of any channel in all spend, and the largest sum of squared shares (Herfindahl index).',
  limits: (scenario) => {
    const maxShare = scenario.concentration?.maxShare;
    if (maxShare === undefined) return [];
    const names = channelNames(scenario);
    const source = { ...shareSource(scenario, maxShare), name: 'largest share of one channel' };
    return allChannels(scenario).map((channel) => ({
      name: `${names[channel]!}, largest share of one channel`,
      path: 'concentration.maxShare',
      terms: shareTerms(scenario, [channel], maxShare),
      most: 0,
      source,
    }));
  },
  nonlinear: (scenario) => {
    const herfindahl = scenario.concentration?.herfindahl;
    return herfindahl === undefined
      ? []
      : [
          {
            kind: 'concentration',
            name: 'concentration (Herfindahl index), at most',
            path: 'concentration.herfindahl',
            most: herfindahl,
          },
        ];
  },
};
