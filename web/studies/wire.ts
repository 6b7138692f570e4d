/** What the page and the worker of its studies say to each other: plain data, one question at a time. */
import type { Verification } from '../../src/runs/verify.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Details } from '../../src/runs/details.ts';
import type { Frontier, FrontierBy, Report } from '../../src/domain.ts';
import type { Reported } from '../../src/documents/reported.ts';
import type { Issue } from '../../src/errors.ts';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import type { InformationValue } from '../../src/information/information-value.ts';
import type { PilotLessons } from '../../src/pilots/pilot-lessons.ts';
import type { RunProgress } from '../../src/runs/progress.ts';
import type { Scorecard } from '../../src/screen/scorecard.ts';
import type { Influence } from '../../src/sensitivity/influence.ts';
import type { StressTest } from '../../src/stress/stress-test.ts';
import type { PilotWish } from '../../src/runs/voi/pilot-wish.ts';
import type { TestedPlan } from '../../src/runs/tested-plan.ts';
import type { RunSettings } from '../engine/wire.ts';
import type { Deviation } from '../compare/deviations.ts';
import type { FinanceTerms } from '../state/page.ts';

/** Questions that take some time, by kind, and their answers. */
export interface StudyKinds {
  /** What pictures of a report show beyond it. */
  readonly details: { readonly question: { readonly text: string; readonly report: Report }; readonly answer: Details };
  /** All that a written report of it is made from. */
  readonly gathered: {
    readonly question: {
      readonly text: string;
      readonly report: Report;
      /** Name of the file of the scenario. */
      readonly file: string;
      readonly terms: FinanceTerms;
    };
    readonly answer: Reported;
  };
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
  /** Each assumption alone at its low and high end. */
  readonly tornado: {
    readonly question: { readonly text: string; readonly plan: TestedPlan };
    readonly answer: StressTest;
  };
  /** What may happen to a plan, and what reacting would bring back. */
  readonly stresses: {
    readonly question: { readonly text: string; readonly plan: TestedPlan; readonly react: boolean };
    readonly answer: StressTest;
  };
  /** The most likely way in which the figure of the goal falls to a level. */
  readonly reverse: {
    readonly question: { readonly text: string; readonly plan: TestedPlan; readonly level: number };
    readonly answer: StressTest;
  };
  /** Where the uncertainty of a plan comes from. */
  readonly influence: {
    readonly question: { readonly text: string; readonly plan: TestedPlan };
    readonly answer: Influence;
  };
  /** What knowing more would be worth. */
  readonly information: { readonly question: { readonly text: string }; readonly answer: InformationValue };
  /** What a pilot of one's own is worth or, where it was run, what it changes. */
  readonly pilot: {
    readonly question: { readonly text: string; readonly pilot: PilotWish };
    readonly answer: InformationValue;
  };
  /** Channels by the scorecard of the file. */
  readonly scorecard: { readonly question: { readonly text: string }; readonly answer: Scorecard };
  /** What the pilots in the file have changed. */
  readonly lessons: { readonly question: { readonly text: string }; readonly answer: PilotLessons };
  /** A plan as finance sees it. */
  readonly finance: {
    readonly question: { readonly text: string; readonly plan: TestedPlan; readonly terms: FinanceTerms };
    readonly answer: FinanceView;
  };
  /** A running plan beside a table of what came of it. */
  readonly actuals: {
    readonly question: { readonly text: string; readonly table: string };
    readonly answer: PlanAgainstActuals;
  };
  /** Such a table, to start from. */
  readonly exampleActuals: { readonly question: { readonly text: string }; readonly answer: string };
  /** A recorded decision, run again. */
  readonly verified: { readonly question: { readonly record: string }; readonly answer: Verification };
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
