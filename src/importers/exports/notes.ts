import type { Extract } from './extract.ts';
import type { Imports } from './scenario.ts';
import { many, shown } from './words.ts';

/** What was read, and what no export can tell. */
export function notesOn(
  extracts: readonly Extract[],
  { channels, worth, baseline }: Omit<Imports, 'currency' | 'notes'>,
): readonly string[] {
  return [
    ...extracts.map(({ fingerprint: { name }, place, rows }) => `${place}: ${name}, ${many(rows.length, 'row')}.`),
    'How returns diminish is an assumption for every channel, with a wide range: history in which spend was not varied on purpose does not prove it.',
    `Limits are half and twice of today's spend (or of the usual, where that is more): nobody knows how a channel does far from there.`,
    ...(worth?.orderValue === undefined
      ? [
          'No file has orders or amounts, so that customers are counted and not their worth. Give `value` to see profit.',
        ]
      : ['Gross margin is set to 100%, an assumption to change: the files know revenue, but not what goods cost.']),
    ...(channels.some(({ steps }) => steps.some(({ place }) => place.startsWith('conversions as the platform')))
      ? ['Conversions as platforms tell them are their own claim: each counts what others count as well.']
      : []),
    ...(worth !== undefined && worth.orders > 0 && worth.repeats === undefined
      ? [
          'Too few customers have been known for 90 days or more to tell how many come back: later orders are not counted.',
        ]
      : []),
    ...(baseline === undefined ? [] : [baseline.said]),
    ...(worth === undefined || worth.orders === 0
      ? []
      : [`${shown(worth.orders)} orders for ${shown(worth.revenue)} were read.`]),
  ];
}
