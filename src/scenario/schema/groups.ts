import { list, section, text } from './leaf.ts';
import { shareRange, spendRange } from './limits.ts';
import { named } from './name.ts';
import { quantity } from './quantity.ts';

export const MOST_CHANNELS = 200;

/** A channel, segment or resource that stands elsewhere in the file. */
export const reference = (about: string) => text(about, 80);

export const channelList = (about: string, least: number) =>
  list(about, reference('Name of a channel.'), { least, most: MOST_CHANNELS });

export const segments = named(
  'Groups of people (or firms) that channels reach.',
  section('One segment.', {
    size: quantity('People in the segment who could become customers; without it there is no end to them.', 'count', {
      least: 0,
      open: true,
    }).exactOptional(),
  }),
);

export const groups = named(
  'Limits on several channels together.',
  section('One group of channels.', {
    channels: channelList('Channels of the group.', 1),
    total: spendRange('Spend of the group over the whole plan').exactOptional(),
    perPeriod: spendRange('Spend of the group per period').exactOptional(),
    share: shareRange("The group's share of all spend").exactOptional(),
  }),
);

export const resources = named(
  'People and other things in limited supply, by role.',
  section('One role.', {
    capacity: quantity('Hours available per period; without it there is no end to them.', 'hours', {
      least: 0,
    }).exactOptional(),
    hourlyCost: quantity('Cost of an hour, in currency.', 'money', { least: 0 }).exactOptional(),
  }),
);
