import type { ConstraintFamily } from '../families/constraint.ts';
import { error, shown, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
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
  fields,
  rules: [sharesCanBeSmall],
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

/** Equal shares are as little concentrated as a plan can be. */
function* sharesCanBeSmall({ file, names }: Facts): Generator<Fault> {
  if (names.channels === undefined) return;
  const count = Math.min(names.channels.length, file.mostChannels ?? Infinity);
  for (const field of ['maxShare', 'herfindahl'] as const) {
    const most = file.concentration?.[field];
    if (most === undefined || most >= 1 / count) continue;
    const unit = field === 'maxShare' ? 'rate' : 'number';
    // Rounded up, so that the number in the message is one that can be kept.
    const least = shown(Math.ceil(1e4 / count) / 1e4, 4, unit);
    const got = shown(most, 15, unit);
    const message =
      count === 1
        ? `must be ${least} or more, got ${got}: one channel alone has all spend`
        : `must be ${least} or more, got ${got}: ${count} channels can do no better than equal shares`;
    yield error(['concentration', field], message);
  }
}
