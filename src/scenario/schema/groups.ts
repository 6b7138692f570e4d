import { list, section, text, yesOrNo } from './leaf.ts';
import { shareRange, spendRange } from './limits.ts';
import { named } from './name.ts';
import { number, share, whole } from './number.ts';
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
    mostUsed: whole('Channels of the group that get anything over the plan, at most.', {
      least: 1,
      most: MOST_CHANNELS,
    }).exactOptional(),
  }),
);

const bound = { least: 0, most: 1e6 } as const;

export const ratios = named(
  'How much one channel or group gets for each unit of money in another.',
  section('One ratio, over the whole plan unless it is said to be per period.', {
    of: reference('Channel or group that is compared.'),
    to: reference('Channel or group that it is compared to.'),
    min: number('Money in the first for each unit of money in the second, at least.', bound).exactOptional(),
    max: number('Money in the first for each unit of money in the second, at most.', bound).exactOptional(),
    perPeriod: yesOrNo('True: in every period; without it over the whole plan.').exactOptional(),
  }),
);

export const mostChannels = whole('Channels that get anything over the plan, at most.', {
  least: 1,
  most: MOST_CHANNELS,
});

export const concentration = section('How much the plan may depend on few channels.', {
  maxShare: share('Share of all spend that any one channel gets, at most, from 0 to 1.').exactOptional(),
  herfindahl: share(
    'Sum of the squared shares of all channels (Herfindahl index), at most: 1 is all in one channel, 0.25 four in equal parts.',
  ).exactOptional(),
});

export const resources = named(
  'People and other things in limited supply, by role.',
  section('One role.', {
    label: text('Name for reports.', 200).exactOptional(),
    capacity: quantity('Hours available per period; without it there is no end to them.', 'hours', {
      least: 0,
    }).exactOptional(),
    perPeriod: quantity(
      'Units available per period instead of hours: leads that a team can serve, goods that can be sold.',
      'number',
      { least: 0 },
    ).exactOptional(),
    stock: quantity('Units available over the whole plan and its tail, such as goods in store.', 'number', {
      least: 0,
    }).exactOptional(),
    hourlyCost: quantity('Cost of an hour, in currency.', 'money', { least: 0 }).exactOptional(),
  }),
);
