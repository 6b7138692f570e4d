/** What the page and its two workers say to each other: plain data, one question at a time. */
import type { Report } from '../../src/domain.ts';
import type { Issue } from '../../src/errors.ts';
import type { RunProgress } from '../../src/runs/progress.ts';
import type { Outline } from '../table/outline.ts';

/** What the reader found in a text; it can be run when no issue is an error. */
export interface Reading {
  readonly issues: readonly Issue[];
  /** Undefined where the text cannot be read at all. */
  readonly outline?: Outline;
}

export interface RunSettings {
  readonly seed: string;
  readonly draws: number;
}

export interface RunQuestion {
  readonly text: string;
  readonly settings: RunSettings;
}

/** What the page asks of the runner: to run, or to end the search of the run in progress with the best plan so far. */
export type RunRequest = { readonly kind: 'run'; readonly question: RunQuestion } | { readonly kind: 'stop' };

export type RunMessage =
  { readonly kind: 'progress'; readonly progress: RunProgress } | { readonly kind: 'end'; readonly end: RunEnd };

/** How a run ended by itself. */
export type RunEnd =
  /** `json` is what the command line prints for the same file, seed and draws. */
  | { readonly status: 'done'; readonly report: Report; readonly json: string }
  | { readonly status: 'refused'; readonly issues: readonly Issue[] }
  /** Stopped before there was a plan. */
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };
