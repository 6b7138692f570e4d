import { scaleOf } from '../search-plan.ts';
import { USUAL_TOLERANCE } from '../usual-tolerance.ts';
import type { AtPlan } from './at-plan.ts';

/** Differences of the goal below this share of it are rounding. */
export const ROUNDING = 1e-9;

/** A loss of the goal too small to matter: what the search left open. */
export function acceptedGap({ search, found, spend }: AtPlan): number {
  const { gapKind, lowerBound, upperBound } = found;
  const scale = scaleOf(search)(lowerBound, spend);
  return gapKind === 'none' ? USUAL_TOLERANCE * scale : Math.max(upperBound - lowerBound, ROUNDING * scale);
}

/** The same where a loss is to be called none: no more than a search is usually content with, however much it left open. */
export function noLoss(at: AtPlan): number {
  return Math.min(acceptedGap(at), USUAL_TOLERANCE * scaleOf(at.search)(at.found.lowerBound, at.spend));
}
