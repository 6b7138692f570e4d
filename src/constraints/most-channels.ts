import type { NonlinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import { allChannels, channelNames } from './terms.ts';

/** How many channels get anything: few are easier to run than many. */
export const mostChannels: ConstraintFamily = {
  name: 'mostChannels',
  about: 'How many channels, of all or of a group, get anything over the plan.',
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
