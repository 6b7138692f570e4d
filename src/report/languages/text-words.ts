import type { Bridge, Candidate, Cause, Comparison } from '../../compare/comparison.ts';
import type { Frontier, PastFacts, PeriodUnit, Report, ScenarioFacts } from '../../domain.ts';
import type { PlanAgainstActuals } from '../../finance/plan-against-actuals.ts';
import type { InformationValue } from '../../information/information-value.ts';
import type { Influence } from '../../sensitivity/influence.ts';
import type { Believed } from '../../scenario/read.ts';
import type { StressResult, StressTest, TornadoBar } from '../../stress/stress-test.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import type { FinanceWords } from './finance-words.ts';
import type { LessonWords } from './lesson-words.ts';
import type { ResultWords } from './result-words.ts';
import type { ScreenWords } from './screen-words.ts';

/** Texts of all that is shown as plain text, in one language. */
export interface TextWords {
  readonly result: ResultWords;
  /** A heading, a note or another short text of the engine, which is English. */
  readonly say: (text: string) => string;
  /** A number as English writes it, in the typography of the language. */
  readonly number: (text: string) => string;
  /** An amount on the axis of a picture, alone and as one of several. */
  readonly short: (value: number) => string;
  readonly tick: (value: number, all: readonly number[]) => string;
  /** Periods by their numbers, and how long a plan is. */
  readonly periods: (periods: readonly number[], unit: PeriodUnit) => string;
  readonly length: (scenario: Pick<ScenarioFacts, 'periods' | 'unit'>) => string;
  /** How long a plan is, from when, and its currency. */
  readonly horizon: (scenario: ScenarioFacts) => string;
  /** What more room in a limit adds to the goal. */
  readonly addsWhat: (scenario: ScenarioFacts) => string;
  /** What an assumption is called in tables, from its path in the file, and values of it in digits that tell them apart. */
  readonly assumption: (report: Pick<Report, 'scenario'>, path: string) => string;
  readonly values: (path: string, values: readonly number[]) => readonly string[];
  readonly replan: {
    /** A headline after what is past. */
    readonly afterPast: (report: Report, headline: Headline) => Headline;
    /** What is left, and how what was spent compares with what was planned. */
    readonly left: (report: Report, past: PastFacts) => readonly string[];
  };
  readonly frontier: Told<Frontier>;
  readonly compare: Told<Comparison> & {
    /** What a candidate is called, alone and in a sentence. */
    readonly candidate: (candidate: Candidate) => string;
    readonly quoted: (comparison: Comparison, k: number) => string;
    readonly cause: (comparison: Comparison, cause: Cause) => string;
    readonly revenue: (comparison: Comparison, bridge: Bridge) => readonly string[];
    readonly bridgeNote: (bridge: Bridge, judging: number) => string;
  };
  readonly stress: Told<StressTest> & {
    readonly label: (result: StressResult) => string;
    /** What one can do about a stress, if anything is known, and what reacting would bring back where that was asked. */
    readonly action: (test: StressTest, result: StressResult) => string | undefined;
    /** For all stresses of the file together. */
    readonly ownAction: string;
    /** Values at which something turns. */
    readonly turns: (test: StressTest, bars: readonly TornadoBar[]) => readonly string[];
  };
  readonly sensitivity: Told<Influence> & {
    /** The step of each funnel to look at first. */
    readonly steps: (influence: Influence) => readonly string[];
  };
  readonly voi: Told<InformationValue> & {
    /** How a plan that one could choose is called. */
    readonly plan: (found: InformationValue, k: number) => string;
  };
  readonly actuals: Told<PlanAgainstActuals>;
  readonly finance: Pick<FinanceWords, 'headline' | 'sure'>;
  readonly screen: Pick<ScreenWords, 'headline' | 'sure' | 'criterion'>;
  readonly lessons: Pick<LessonWords, 'headline' | 'sure' | 'pilot' | 'seen'>;
  /** Uncertain quantities as they were understood. */
  readonly understood: (believed: Believed) => string;
}

/** What a result says, and how far it is to be trusted. */
interface Told<Result> {
  readonly headline: (result: Result) => Headline;
  readonly sure: (result: Result) => readonly string[];
}
