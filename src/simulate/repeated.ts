import type { Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { DrawRange } from './draw-range.ts';
import type { Tape } from '../kernel/tape.ts';
import type { Figure } from './goal/figure.ts';
import type { Tally } from './tally/tally.ts';

/** What is asked of each draw. */
export interface AskedRows {
  readonly plans: readonly Plan[];
  readonly figures: readonly Figure[];
}

/** `[plan][figure]`. */
export type RowsOfPlans = readonly (readonly Row[])[];

/** What is asked of a range of draws, and where the answers stand. */
export interface AskedTallies {
  readonly plans: readonly Plan[];
  readonly tallies: readonly Tally[];
}

/** What was made of a range of draws, and how to make it again of others. */
export interface RepeatedWork<Asked, Made> {
  readonly asked: Asked;
  readonly range: DrawRange;
  readonly made: Made;
  /** Undefined where plain code has a part in it. */
  readonly tape: Tape | undefined;
  /** Of the room of the rows: with another number somebody else has used it since. */
  readonly clearings: number;
}
