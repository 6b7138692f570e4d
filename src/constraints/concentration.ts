import type { ConstraintFamily } from '../families.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allChannels, channelNames, shareSource, shareTerms } from './terms.ts';

const fields = ({ section, share }: FieldKinds) => ({
  file: {
    concentration: section('How much the plan may depend on few channels.', {
      maxShare: share('Share of all spend that any one channel gets, at most, from 0 to 1.').exactOptional(),
      herfindahl: share(
        'Sum of the squared shares of all channels (Herfindahl index), at most: 1 is all in one channel, 0.25 four in equal parts.',
      ).exactOptional(),
    }).exactOptional(),
  },
});

/** How much all spend may depend on few channels: by the largest share, and by the sum of squared shares. */
export const concentration: ConstraintFamily<typeof fields> = {
  name: 'concentration',
  about: 'The largest share of any channel in all spend, and the largest sum of squared shares (Herfindahl index).',
  fields,
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
