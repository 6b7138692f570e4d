import type { Extract } from './extract.ts';
import type { ImportWords } from './languages/words.ts';
import type { Imports } from './scenario.ts';
import type { Budget } from './budget.ts';
import { FEWEST_ORDERS } from './worth.ts';

/** What was read, and what no export can tell. */
export function notesOn(
  extracts: readonly Extract[],
  { channels, worth, baseline }: Pick<Imports, 'channels' | 'worth' | 'baseline'>,
  plan: Budget,
  words: ImportWords,
): readonly string[] {
  const { notes, exportName } = words;
  return [
    ...new Set(
      extracts.map(({ fingerprint: { name }, place, rows }) => notes.read(place, exportName(name), rows.length)),
    ),
    notes.response(),
    plan.ratio === 1 ? notes.limits() : notes.limitsMoved(plan),
    worth?.orderValue === undefined ? notes.noWorth(FEWEST_ORDERS) : notes.margin(),
    ...(channels.some(({ steps }) => steps.some(({ claimed }) => claimed)) ? [notes.claims()] : []),
    ...(worth !== undefined && worth.orders > 0 && worth.repeats === undefined
      ? [worth.place === undefined ? notes.noRepeats() : notes.onlyCounted()]
      : []),
    ...(baseline === undefined ? [] : [baseline.said(words)]),
    ...(worth === undefined || worth.orders === 0 ? [] : [notes.orders(worth.orders, worth.revenue)]),
  ];
}
