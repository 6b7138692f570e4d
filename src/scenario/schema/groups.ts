import { section, text } from './leaf.ts';
import { limitFields } from './limit-fields.ts';
import { named } from './name.ts';
import { quantity } from './quantity.ts';
import { channelList } from './reference.ts';

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
    ...limitFields('group'),
  }),
);

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
