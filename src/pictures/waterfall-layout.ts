import type { BarRow } from './bars-layout.ts';

export interface WaterfallRow extends BarRow {
  readonly kind: 'total' | 'gain' | 'loss';
}

/** From one total by its changes to the other: each change begins where the one before it ended. */
export function waterfallRows(start: number, changes: readonly number[]): readonly WaterfallRow[] {
  let reached = start;
  const steps = changes.map((change): WaterfallRow => {
    const from = reached;
    reached += change;
    return { from, to: reached, kind: change < 0 ? 'loss' : 'gain' };
  });
  return [{ from: 0, to: start, kind: 'total' }, ...steps, { from: 0, to: reached, kind: 'total' }];
}
