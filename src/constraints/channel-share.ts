import type { ConstraintFamily } from '../families/constraint.ts';
import { orderedInChannels } from '../scenario/check/ordered.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { shareLimits } from './terms.ts';

const fields = ({ shareRange }: FieldKinds) => ({
  channel: { share: shareRange("This channel's share of all spend").exactOptional() },
});

/** The least and the largest share of all spend that a channel gets: no dependence on one channel. */
export const channelShare: ConstraintFamily<typeof fields> = {
  name: 'channelShare',
  fields,
  floors: ['min'],
  ceilings: ['channels.share.max'],
  rules: [orderedInChannels('share', 'rate')],
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      shareLimits(scenario, [channel], limits.share, name, `channels.${name}.limits.share`),
    ),
};
