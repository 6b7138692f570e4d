import type { RunProgress } from '../../src/runs/progress.ts';

/** Relative gap at which a search is over, unless asked for less. */
const FOUND = 5e-4;

/** How much of its phase a run has done, from 0 to 1. A gap closes by powers of ten rather than by steps. */
export function shareDone(progress: RunProgress): number {
  if (progress.phase !== 'search') return progress.total === 0 ? 0 : progress.done / progress.total;
  const share = Math.log(progress.gap) / Math.log(FOUND);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : progress.gap === 0 ? 1 : 0;
}
