import type { BoxStepProgress } from '../optimize/concave/box-step.ts';

/** How far a run is. */
export type RunProgress =
  | ({ readonly phase: 'search'; readonly point?: PointProgress } & BoxStepProgress)
  | { readonly phase: CountedPhase; readonly done: number; readonly total: number };

/** Phases that know how much there is to do. */
export type CountedPhase = 'judge' | 'ranges' | 'stability';

/** Which of several plans is being searched, from 1. */
export interface PointProgress {
  readonly number: number;
  readonly of: number;
}
