import type { NonlinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { error, warning, type ChannelFields, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
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
  fields,
  rules: [channelsCanBeFew],
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

/** No more channels must get something than may, and a limit on their number limits something. */
function* channelsCanBeFew({ file, names }: Facts): Generator<Fault> {
  if (names.channels === undefined) return;
  const counts = [
    { path: ['mostChannels'], most: file.mostChannels, members: names.channels },
    ...Object.entries(file.groups ?? {}).map(([name, { channels, mostUsed }]) => ({
      path: ['groups', name, 'mostUsed'],
      most: mostUsed,
      members: channels,
    })),
  ];
  for (const { path, most, members } of counts) {
    if (most === undefined) continue;
    const needed = members.filter((name) => {
      const channel = file.channels[name];
      return channel !== undefined && mustBeUsed(channel);
    });
    if (most < needed.length) {
      const advice = `Raise it, or lower what ${needed.map((name) => `\`${name}\``).join(', ')} must get.`;
      yield error(path, `must be ${needed.length} or more: so many channels must get something, got ${most}`, {
        advice,
      });
    } else if (most >= members.length) {
      const { length } = members;
      yield warning(
        path,
        length === 1 ? 'limits nothing: there is only one channel' : `limits nothing: there are ${length} channels`,
      );
    }
  }
}

function mustBeUsed({ limits = {} }: ChannelFields): boolean {
  const { min = 0, fixed = 0, committed = 0, total } = limits;
  return [min, fixed, committed, total?.min ?? 0].flat().some((amount) => amount > 0);
}
