import type { BarRow } from './bars-layout.ts';

/** Each change begins where the one before it ended; all against what there was at first. */
export function waterfallRows(changes: readonly number[]): readonly BarRow[] {
  let reached = 0;
  return changes.map((change) => {
    const from = reached;
    reached += change;
    return { from, to: reached };
  });
}
