import type { ConstraintFamily } from '../families.ts';
import { orderedRange } from '../scenario/check/ordered.ts';
import { channelsOf, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { shareLimits } from './terms.ts';

const fields = ({ shareRange }: FieldKinds) => ({
  channel: { share: shareRange("This channel's share of all spend").exactOptional() },
});

/** The least and the largest share of all spend that a channel gets: no dependence on one channel. */
export const channelShare: ConstraintFamily<typeof fields> = {
  name: 'channelShare',
  about: 'The least and the largest share of all spend that a channel gets over the plan.',
  fields,
  rules: [leastIsNotMost],
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      shareLimits(scenario, [channel], limits.share, name, `channels.${name}.limits.share`),
    ),
};

function* leastIsNotMost({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    yield* orderedRange([...at, 'limits', 'share'], channel.limits?.share, 'rate');
  }
}
