import type { Fault } from '../fault.ts';
import { error, shown, unknownName, warning, type ChannelFields, type Facts } from './rule.ts';

/** Ratios compare two different things that there are, and say something about them. */
export function* ratiosCompareTwo({ file, names }: Facts): Generator<Fault> {
  const known = names.channels && names.groups && [...names.channels, ...names.groups];
  for (const [name, ratio] of Object.entries(file.ratios ?? {})) {
    const at = ['ratios', name];
    for (const side of ['of', 'to'] as const) {
      const found = ratio[side];
      yield* unknownName([...at, side], found, known, 'channel or group');
      if (names.channels?.includes(found) !== true || names.groups?.includes(found) !== true) continue;
      const advice = 'Give the group another name.';
      yield error([...at, side], `could be the channel \`${found}\` or the group of the same name`, { advice });
    }
    if (ratio.of === ratio.to) {
      yield error([...at, 'to'], `is \`${ratio.to}\`, which would be compared with itself`);
    } else if (ratio.min === undefined && ratio.max === undefined) {
      yield error(at, 'does not say what the ratio should be', { advice: 'Give `min`, `max` or both.' });
    }
  }
}

/** No more channels must get something than may, and a limit on their number limits something. */
export function* channelsCanBeFew({ file, names }: Facts): Generator<Fault> {
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

/** Equal shares are as little concentrated as a plan can be. */
export function* sharesCanBeSmall({ file, names }: Facts): Generator<Fault> {
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

function mustBeUsed({ limits = {} }: ChannelFields): boolean {
  const { min = 0, fixed = 0, committed = 0, total } = limits;
  return [min, fixed, committed, total?.min ?? 0].flat().some((amount) => amount > 0);
}
