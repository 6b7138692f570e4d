import type { Range } from './estimate.ts';

/** What may be spent, and how far from today's spend that lets channels go. */
export interface Budget {
  /** For all weeks. */
  readonly total: number;
  /** For all weeks, unless another one is asked for. */
  readonly usualTotal: number;
  /** What the budget is compared with: today's spend, or the usual where nothing is spent today. */
  readonly basis: 'today' | 'usual';
  /** As a multiple of that. */
  readonly ratio: number;
  /** Least and most spend of a channel, as multiples of today's. */
  readonly limits: Range;
}
