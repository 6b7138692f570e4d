/** Texts of the views of stress and sensitivity. */
import type { Influence } from '../../src/sensitivity/influence.ts';
import type { ReverseStress, StressResult, StressTest } from '../../src/stress/stress-test.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import type { GoalMetric } from '../../src/domain.ts';
import type { TestedPlan } from '../../src/runs/tested-plan.ts';
import type { ViewWords } from './views.ts';

/** What can be asked of a plan, each by its own button. */
export const STRESS_QUESTIONS = ['tornado', 'stresses', 'reverse', 'influence'] as const;
export type StressQuestion = (typeof STRESS_QUESTIONS)[number];

/** The title and what is drawn. */
export interface PictureWords {
  readonly title: (maximize: GoalMetric) => string;
  /** @param currency  empty where the figure is not money */
  readonly caption: (maximize: GoalMetric, currency: string) => string;
}

export interface StressWords {
  /** What is chosen among the questions. */
  readonly choose: string;
  readonly questions: Readonly<
    Record<
      StressQuestion,
      { readonly tab: string; readonly title: string; readonly about: string; readonly ask: string }
    >
  >;
  readonly plan: { readonly title: string; readonly names: Readonly<Record<TestedPlan, string>> };
  readonly assumption: ViewWords['assumption'];
  /** Values of one assumption, in digits that tell them apart. */
  readonly values: (id: string, values: readonly number[]) => readonly string[];
  /** The same with what they are counted in, where that is money. */
  readonly amounts: (
    answer: Pick<StressTest, 'assumptions'>,
    id: string,
    values: readonly number[],
  ) => readonly string[];
  readonly tornado: PictureWords & {
    readonly headline: (test: StressTest) => string;
    readonly base: string;
    readonly note: string;
    readonly columns: readonly [string, string, string, string, string, string];
    readonly turns: string;
    readonly breakEvens: (test: StressTest) => readonly string[];
    readonly sure: (test: StressTest) => readonly string[];
  };
  readonly stresses: PictureWords & {
    readonly react: string;
    readonly reactHint: string;
    readonly headline: (test: StressTest) => Headline;
    readonly label: (result: StressResult) => string;
    readonly about: (result: StressResult) => string;
    readonly action: (result: StressResult) => string | undefined;
    /** For all stresses of the file together. */
    readonly ownAction: string;
    readonly reaction: (test: StressTest, result: StressResult) => readonly string[];
    readonly without: string;
    readonly reacted: string;
    readonly note: string;
    readonly columns: readonly [
      stress: string,
      expected: string,
      change: string,
      worst: string,
      loss: string,
      standing: string,
      reacted: string,
    ];
    readonly todo: string;
    readonly sure: (test: StressTest) => readonly string[];
  };
  readonly reverse: {
    readonly level: (maximize: GoalMetric | undefined, currency: string) => string;
    readonly levelHint: string;
    readonly levelWrong: string;
    /** The first says how likely it is. */
    readonly sentences: (test: StressTest, reverse: ReverseStress) => readonly string[];
    readonly title: string;
    readonly caption: string;
    readonly note: string;
    readonly columns: readonly [string, string, string, string];
    readonly alone: {
      readonly title: string;
      readonly caption: string;
      readonly columns: readonly [string, string, string, string];
    };
    readonly sure: (test: StressTest) => readonly string[];
  };
  readonly influence: PictureWords & {
    readonly headline: (influence: Influence) => Headline;
    readonly alone: string;
    readonly note: string;
    readonly columns: readonly [
      assumption: string,
      together: string,
      alone: string,
      rank: string,
      low: string,
      high: string,
    ];
    /** Heading of a column, where assumptions move together. */
    readonly fair: string;
    readonly steps: string;
    readonly weakestSteps: (influence: Influence) => readonly string[];
    readonly sure: (influence: Influence) => readonly string[];
  };
}
