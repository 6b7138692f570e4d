import type { DrawMethod, PastFacts, Report, ScenarioFacts } from '../../domain.ts';
import type { ChartWords } from '../../pictures/words.ts';
import type { Figure } from '../../report/numbers/estimate.ts';
import type { FinanceWords } from '../../report/languages/finance-words.ts';
import type { LessonWords } from '../../report/languages/lesson-words.ts';
import type { ResultWords } from '../../report/languages/result-words.ts';
import type { Headline } from '../../report/sentences/headline-walk.ts';
import type { ScreenWords } from '../../report/languages/screen-words.ts';
import type { Believed } from '../../scenario/read.ts';
import type { StressResult } from '../../stress/stress-test.ts';

/** Every text of a written report in one language. */
export interface DocumentWords {
  readonly result: ResultWords;
  /** What the engine notes in English. */
  readonly say: (sentence: string) => string;
  readonly charts: ChartWords;
  readonly summary: SummaryWords;
  /** Of the sentences behind the summary. */
  readonly meaning: string;
  readonly asTable: string;
  /** Between a figure and its unit, and other parts of a heading. */
  readonly comma: string;
  readonly horizon: (scenario: ScenarioFacts) => string;
  readonly madeBy: (version: string) => string;
  /** What an assumption is called in tables and pictures, from its path in the file. */
  readonly assumption: (report: Pick<Report, 'scenario'>, path: string) => string;
  /** The same within a sentence. */
  readonly assumptionInText: DocumentWords['assumption'];
  /** Heading of simulation noise. */
  readonly noise: string;
  /** Plans beside today's and the recommended one, by the name the engine has for them. */
  readonly otherPlans: Readonly<Record<string, string>>;
  readonly past: PastWords;
  readonly channels: ChannelWords;
  readonly drivers: DriverWords;
  readonly stresses: StressWords;
  readonly finance: FinanceWords;
  readonly screening: ScreenWords;
  readonly lessons: LessonWords;
  readonly assumptions: AssumptionWords;
  readonly provenance: ProvenanceWords;
  readonly sheets: SheetWords;
}

export interface SummaryWords {
  readonly title: string;
  /** How likely the recommended plan is better than today's. */
  readonly chance: (chance: string) => string;
  readonly downside: (worst: string, loss: string) => string;
  readonly drivers: (names: readonly string[]) => string;
  readonly noise: (standardError: string, draws: string) => string;
  /** Where it is below the digits shown. */
  readonly noNoise: (draws: string) => string;
  /** Between the sentences of a paragraph. */
  readonly space: string;
  /** A sum of money within a sentence. */
  readonly money: (figure: Figure, currency: string) => string;
}

/** Of a plan that is made anew while it runs. */
export interface PastWords {
  /** A headline with how much of the time and of the budget is gone; of a plan that has not begun, the headline itself. */
  readonly headline: (report: Report, headline: Headline) => Headline;
  readonly title: string;
  readonly caption: (report: Report, past: PastFacts) => string;
  readonly planned: string;
  readonly spent: string;
  readonly plannedRest: string;
  /** @param plan  what the new plan is called */
  readonly newRest: (plan: string) => string;
  /** What is left, and how what was spent compares with what was planned. */
  readonly left: (report: Report, past: PastFacts) => readonly string[];
}

export interface ChannelWords {
  readonly title: string;
  readonly caption: (scenario: ScenarioFacts) => string;
  readonly customers: string;
  readonly revenue: string;
  readonly profit: string;
  readonly roas: string;
  readonly marginalRoas: string;
  readonly hours: string;
  readonly cacFull: string;
  /** Media on people outside the target, with its currency. */
  readonly outsideTarget: (money: string) => string;
  readonly lostLeads: (count: string) => string;
}

export interface DriverWords {
  readonly title: string;
  readonly caption: string;
  readonly what: string;
  readonly alone: string;
  readonly together: string;
  /** Where several move together. */
  readonly fair: string;
  readonly low: string;
  readonly high: string;
  /** Several that move together. */
  readonly and: (names: readonly string[]) => string;
}

export interface StressWords {
  readonly title: string;
  readonly caption: (currency: string | undefined) => string;
  readonly stress: string;
  readonly none: string;
  readonly mean: string;
  readonly change: string;
  readonly worst: string;
  readonly loss: string;
  readonly action: string;
  readonly label: (result: StressResult) => string;
  /** What one can do about it. */
  readonly todo: (result: StressResult) => string | undefined;
  /** For all stresses of the file together. */
  readonly ownAction: string;
}

export interface AssumptionWords {
  readonly title: string;
  readonly caption: string;
  readonly what: string;
  readonly written: string;
  readonly understood: string;
  readonly understoodAs: (believed: Believed) => string;
  readonly source: string;
  /** @param channel  undefined for all that has no source of its own */
  readonly sourceOf: (channel: string | undefined, source: string) => string;
  readonly path: string;
  /** Where the file names no source. */
  readonly noSource: string;
}

export interface ProvenanceWords {
  readonly title: string;
  readonly caption: string;
  readonly what: string;
  readonly value: string;
  readonly engine: string;
  readonly scenario: string;
  readonly source: string;
  readonly notes: string;
  readonly seed: string;
  readonly method: string;
  readonly methods: Readonly<Record<DrawMethod, string>>;
  readonly judging: string;
  readonly search: string;
  readonly iterations: string;
  /** Of a file, by its name. */
  readonly hash: (file: string) => string;
}

/** Names of sheets, and headings that only they have. */
export interface SheetWords {
  readonly summary: string;
  readonly plan: string;
  readonly channels: string;
  readonly periods: string;
  readonly stresses: string;
  readonly finance: string;
  readonly profit: string;
  readonly customers: string;
  readonly cohorts: string;
  readonly drivers: string;
  readonly screening: string;
  readonly pilots: string;
  readonly assumptions: string;
  readonly provenance: string;
  readonly figure: string;
  readonly planColumn: string;
  readonly mean: string;
  readonly sd: string;
  readonly worstMean: string;
  readonly quantile: (percent: string) => string;
  readonly period: string;
  /** Of a period. */
  readonly firstDay: string;
  readonly spend: string;
  readonly change: string;
  readonly inPercent: string;
  readonly nextUnit: string;
  readonly cacCash: string;
  readonly cashAtLeast: (chance: string) => string;
  readonly totals: Readonly<Record<string, string>>;
}
