import type { TextEdit } from '../text/text-edit.ts';

/** Criteria that the file tells, and how much they count at first. */
const TOLD = { cost: '3', value: '2' } as const;
/** How much each criterion of the planner's own counts, and its scores: in the middle of 1 to 5. */
const OWN = '1';
const MIDDLE = '3';

/**
 * The edits that write a scorecard into a scenario, for the planner to change.
 *
 * @param own  names of criteria that the planner scores
 */
export function firstScorecard(
  channels: readonly { readonly name: string }[],
  own: readonly string[],
): readonly TextEdit[] {
  const set = (path: readonly string[], text: string): TextEdit => ({
    kind: 'set',
    path: ['screening', ...path],
    text,
  });
  return [
    ...Object.entries(TOLD).map(([criterion, weight]) => set(['weights', criterion], weight)),
    ...own.map((criterion) => set(['weights', criterion], OWN)),
    ...channels.flatMap(({ name }) => own.map((criterion) => set(['channels', name, criterion], MIDDLE))),
  ];
}
