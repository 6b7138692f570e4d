/** What the page and the worker of its studies say to each other: plain data, one question at a time. */
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Details } from '../../src/details.ts';
import type { Frontier, FrontierBy, Report } from '../../src/domain.ts';
import type { Issue } from '../../src/errors.ts';
import type { RunProgress } from '../../src/run.ts';
import type { RunSettings } from '../engine/wire.ts';
import type { Deviation } from '../compare/deviations.ts';

/** Questions that take some time, by kind, and their answers. */
export interface StudyKinds {
  /** What pictures of a report show beyond it. */
  readonly details: { readonly question: { readonly text: string; readonly report: Report }; readonly answer: Details };
  readonly frontier: {
    readonly question: { readonly text: string; readonly by: FrontierBy };
    readonly answer: Frontier;
  };
  /** Searched again on fresh batches of draws. */
  readonly stability: { readonly question: { readonly text: string }; readonly answer: Report };
  /** The rest of a plan that is running. */
  readonly replan: {
    readonly question: { readonly text: string; readonly after: string; readonly spent: string };
    readonly answer: Report;
  };
  /** Recommended plans of several scenarios, the base first; and what differs from the base. */
  readonly compare: {
    readonly question: { readonly scenarios: readonly { readonly name: string; readonly text: string }[] };
    readonly answer: Comparison;
  };
  /** In what each scenario differs from the first. */
  readonly deviations: {
    readonly question: { readonly texts: readonly string[] };
    readonly answer: readonly (readonly Deviation[] | undefined)[];
  };
}

export type StudyKind = keyof StudyKinds;
export type Question<K extends StudyKind> = StudyKinds[K]['question'];
export type Answer<K extends StudyKind> = StudyKinds[K]['answer'];

export interface StudyRequest<K extends StudyKind = StudyKind> {
  readonly kind: K;
  readonly question: Question<K>;
  readonly settings: RunSettings;
}

export type StudyMessage =
  { readonly kind: 'progress'; readonly progress: RunProgress } | { readonly kind: 'end'; readonly end: StudyEnd };

export type StudyEnd =
  | { readonly status: 'done'; readonly answer: unknown }
  | { readonly status: 'refused'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly message: string };
