/** Texts of live answers, studies, comparisons and of what stands around charts. */
import type { ChannelReason, ScenarioFacts } from '../../src/domain.ts';
import type { ScreenWords } from '../../src/report/languages/screen-words.ts';

/** Names of the views. */
export interface TabWords {
  readonly title: string;
  readonly recommendation: string;
  readonly frontier: string;
  readonly stability: string;
  readonly replan: string;
  readonly compare: string;
  readonly stress: string;
  readonly screen: string;
  readonly pilots: string;
  readonly finance: string;
  readonly actuals: string;
  readonly verify: string;
}

export interface ViewWords {
  /** What an assumption is called; of an answer for the names of its channels. */
  readonly assumption: (answer: { readonly scenario: ScenarioFacts }, id: string) => string;
  readonly screen: ScreenViewWords;
  readonly figure: {
    /** Opens the same data as a table. */
    readonly table: string;
    readonly saveAs: (title: string, format: string) => string;
    readonly views: { readonly dots: string; readonly chances: string };
    readonly planViews: { readonly stack: string; readonly each: string };
    readonly choose: string;
  };
  readonly live: LiveWords;
  readonly study: StudyWords;
  readonly compare: CompareWords;
  readonly why: WhyWords;
}

export interface LiveWords {
  readonly title: string;
  readonly draws: (draws: string) => string;
  /** Behind them, while more are to come. */
  readonly refining: string;
  /** The text has errors. */
  readonly refused: string;
  readonly failed: (message: string) => string;
  readonly plans: { readonly none: string; readonly earlier: string; readonly found: string };
  readonly target: string;
  readonly controls: string;
  readonly controlsNote: string;
  readonly budget: string;
  readonly near: (from: string, to: string) => string;
  readonly free: string;
  readonly setFree: (name: string) => string;
  readonly adopt: string;
  readonly reset: string;
  readonly impossible: string;
}

export interface StudyWords {
  readonly ask: {
    readonly frontier: string;
    readonly stability: string;
    readonly replan: string;
    readonly compare: string;
  };
  readonly about: {
    readonly frontier: string;
    readonly stability: string;
    readonly replan: string;
    readonly compare: string;
  };
  readonly waiting: string;
  readonly running: string;
  readonly cancel: string;
  readonly refused: string;
  readonly failed: (message: string) => string;
  readonly stale: string;
  readonly by: string;
  readonly byRisk: string;
  readonly byBudget: string;
  readonly after: string;
  readonly afterHint: string;
  readonly spent: string;
  readonly spentHint: string;
  readonly past: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly columns: readonly [string, string, string, string, string];
  };
  readonly batches: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly columns: readonly [string, string, string, string];
  };
}

/** The scorecard of a file. */
export interface ScreenViewWords extends ScreenWords {
  readonly about: string;
  readonly ask: string;
  /** Where the file has none. */
  readonly none: string;
  readonly start: string;
  /** Criteria of the planner's own that it starts with. */
  readonly own: readonly string[];
}

export interface CompareWords {
  readonly needTwo: string;
  readonly copy: string;
  readonly base: string;
  readonly deviations: (name: string, count: number) => string;
  readonly same: string;
  readonly unreadable: string;
  readonly field: string;
  readonly inBase: string;
  readonly here: string;
  readonly nothing: string;
  readonly change: string;
  readonly reset: string;
  readonly resetOf: (field: string) => string;
  readonly push: string;
  readonly pushOf: (field: string) => string;
  readonly title: string;
  readonly caption: (currency: string) => string;
  readonly columns: readonly [scenario: string, spend: string, mean: string, worst: string, loss: string, best: string];
  readonly against: (a: string, b: string) => string;
  readonly mean: string;
  readonly interval: (from: string, to: string) => string;
  readonly chance: string;
  readonly worst: string;
  readonly verdict: Readonly<Record<'better' | 'worse' | 'cannot be told apart', (a: string, b: string) => string>>;
}

export interface WhyWords {
  readonly heading: string;
  /** A few words for a chip; the sentence says the rest. */
  readonly chip: Readonly<Record<ChannelReason['kind'], string>>;
  readonly held: (limit: string) => string;
  readonly apply: string;
  readonly applyOf: (change: string) => string;
}
