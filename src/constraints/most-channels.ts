import type { NonlinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allChannels, channelNames } from './terms.ts';

const fields = ({ channelCount }: FieldKinds) => ({
  file: { mostChannels: channelCount('Channels that get anything over the plan, at most.').exactOptional() },
  group: {
    mostUsed: channelCount('Channels of the group that get anything over the plan, at most.').exactOptional(),
  },
});

/** How many channels get anything: few are easier to run than many. */
export const mostChannels: ConstraintFamily<typeof fields> = {
  name: 'mostChannels',
  about: 'How many channels, of all or of a group, get anything over the plan.',
  fields,
  limits: () => [],
  nonlinear: (scenario) => {
    const names = channelNames(scenario);
    return [
      ...counted('number of channels', 'mostChannels', allChannels(scenario), scenario.mostChannels),
      ...Object.entries(scenario.groups).flatMap(([name, { channels, mostUsed }]) =>
        counted(
          `group ${name}, number of channels`,
          `groups.${name}.mostUsed`,
          channels.map((channel) => names.indexOf(channel)),
          mostUsed,
        ),
      ),
    ];
  },
};

function counted(
  name: string,
  path: string,
  channels: readonly number[],
  most: number | undefined,
): readonly NonlinearLimit[] {
  // All of them is no limit.
  if (most === undefined || most >= channels.length) return [];
  return [{ kind: 'most channels', name: `${name}, at most`, path, channels, most }];
}
