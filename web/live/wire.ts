/** What the page and its live worker say to each other: plain data; only the newest question is answered. */
import type { Look } from '../../src/runs/live.ts';
import type { Trial } from './trial.ts';

export interface LiveQuestion {
  /** Rises with every question. */
  readonly id: number;
  readonly text: string;
  readonly trial: Trial;
  readonly seed: string;
  /** Whether a plan is searched. */
  readonly search: boolean;
}

export type LiveMessage = { readonly id: number } & (
  | { readonly kind: 'look'; readonly look: Look }
  /** The text has errors. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly message: string }
);
