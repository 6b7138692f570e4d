import type {
  ChannelReason,
  GoalMetric,
  LimitSide,
  NearOptimal,
  PeriodUnit,
  Repair,
  Report,
  Verdict,
} from '../../src/domain.ts';
import type { Found } from '../../src/report/sentences/goal.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import type { GroupOf, LimitGroup } from '../../src/report/sentences/limits.ts';
import type { NoPlan } from '../../src/report/sentences/no-plan.ts';
import type { Unreachable, Wish } from '../../src/report/sentences/wishes.ts';
import type { ChartWords } from '../../src/pictures/words.ts';
import type { CountedPhase } from '../../src/run.ts';
import type { ViewWords } from './views.ts';
import type { KeepWords } from './en/keep.ts';
import type { SetWords } from './en/set.ts';
import type { TableWords } from './en/table.ts';

/** Every text of the page in one language. */
export interface Dictionary {
  /** For the document's `lang`. */
  readonly code: string;
  /** What the language calls itself. */
  readonly name: string;
  readonly language: string;
  readonly tagline: string;
  /** Said when the page itself is at fault. */
  readonly broken: (message: string) => string;
  readonly scenario: ScenarioWords;
  readonly keep: KeepWords;
  readonly set: SetWords;
  readonly table: TableWords;
  readonly fields: {
    /** By name in the file; one that is not here is made of its letters. */
    readonly words: Readonly<Record<string, string>>;
    /** Between two stages of a funnel. */
    readonly arrow: string;
  };
  readonly issues: IssueWords;
  readonly run: RunWords;
  readonly result: ResultWords;
  readonly report: ReportWords;
  readonly charts: ChartWords;
  readonly views: ViewWords;
}

export interface ScenarioWords {
  readonly title: string;
  readonly drop: string;
  /** Label of the text itself. */
  readonly text: string;
  /** No further scenario can be opened. */
  readonly full: string;
  /** How to leave the text by keyboard. */
  readonly leave: string;
  readonly notEdited: string;
  readonly tooLarge: (name: string) => string;
}

export interface IssueWords {
  readonly title: string;
  readonly checking: string;
  readonly none: string;
  readonly count: (errors: number, warnings: number) => string;
  readonly place: (line: number, column: number) => string;
  readonly error: string;
  readonly warning: string;
}

export interface RunWords {
  readonly start: string;
  readonly cancel: string;
  /** In its place while a plan is searched. */
  readonly stop: string;
  readonly draws: string;
  readonly seed: string;
  readonly refused: string;
  readonly cancelled: string;
  readonly failed: (message: string) => string;
  readonly starting: string;
  readonly stopping: string;
  readonly noPlanYet: string;
  /** @param gap  how far from the best possible the plan can be at most; undefined while nothing is known */
  readonly searching: (gap: string | undefined) => string;
  /** Work of which it is known how much there is. */
  readonly counting: Readonly<Record<CountedPhase, (percent: string) => string>>;
}

export interface ResultWords {
  readonly title: string;
  /** In the place of a result before there is one. */
  readonly empty: string;
  readonly emptyPoints: readonly string[];
  readonly stale: string;
  readonly save: string;
  /** Beside a figure of the recommended plan. */
  readonly today: (amount: string) => string;
  readonly figures: FigureWords;
  readonly plan: PlanWords;
  readonly reasons: ReasonWords;
  readonly ranges: RangeWords;
  readonly picture: PictureWords;
  readonly targets: TargetWords;
  readonly limits: LimitWords;
  readonly conflict: ConflictWords;
  readonly sure: string;
  readonly budget: string;
  readonly notes: string;
}

export interface FigureWords {
  readonly title: string;
  readonly expected: Readonly<Record<GoalMetric, string>>;
  readonly spend: string;
  /** Of reaching what the goal names. */
  readonly chance: string;
  readonly chanceBetter: string;
  readonly worst: string;
  readonly chanceOfLoss: string;
  readonly gap: Readonly<Record<GapKind, string>>;
  readonly noGap: string;
  readonly atMost: (share: string) => string;
}

type GapKind = Found['gapKind'];

export interface PlanWords {
  readonly title: string;
  readonly caption: (scenario: Report['scenario']) => string;
  readonly channel: string;
  readonly today: string;
  readonly recommended: string;
  readonly nearest: string;
  readonly change: string;
  readonly nextUnit: (currency: string) => string;
  readonly cac: string;
  readonly nextUnitNote: string;
  readonly cacNote: string;
  readonly total: string;
  readonly same: string;
  readonly new: string;
  readonly stopped: string;
}

/** Why each channel gets what it gets. */
export interface ReasonWords {
  readonly title: string;
  readonly text: (report: Report, reason: ChannelReason) => string;
}

/** How far each channel may be moved among plans that are nearly as good. */
export interface RangeWords {
  readonly title: (near: NearOptimal) => string;
  /** Says, too, what the band and the line in a picture are. */
  readonly caption: (scenario: Report['scenario']) => string;
  readonly plan: string;
  readonly from: string;
  readonly to: string;
  readonly picture: string;
  /** The picture of one channel for those who do not see it. */
  readonly describe: (plan: string, from: string, to: string) => string;
  readonly note: (report: Report, near: NearOptimal) => string;
}

export interface PictureWords {
  readonly title: string;
  readonly today: string;
  readonly recommended: string;
  readonly nearest: string;
  /** The picture for those who do not see it. */
  readonly describe: (currency: string, spreads: readonly SpreadText[]) => string;
  readonly axis: (currency: string) => string;
  readonly key: string;
  readonly loss: string;
  /** Opens the same data as a table. */
  readonly table: string;
  /** Caption of that table. */
  readonly share: string;
  readonly profit: (currency: string) => string;
  /** A class of profit; the first has no `from`, the last no `to`. */
  readonly class: (from: string | undefined, to: string | undefined) => string;
}

export interface SpreadText {
  readonly name: string;
  readonly mean: string;
  readonly range: readonly [string, string];
}

export interface TargetWords {
  readonly title: string;
  readonly caption: string;
  readonly wish: string;
  readonly asked: string;
  /** What a wish is about, and what is asked of it. */
  readonly name: (wish: Wish, scenario: Report['scenario']) => string;
  readonly askedFor: (wish: Wish) => string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** What asking for more of each wish costs, and which wishes are only judged. */
  readonly remarks: (report: Report, found: Found) => readonly string[];
  readonly close: string;
}

export interface LimitWords {
  readonly title: string;
  readonly limit: string;
  readonly name: (report: Report, group: LimitGroup) => string;
  readonly where: string;
  readonly wholePlan: string;
  readonly periods: (periods: readonly number[], unit: PeriodUnit) => string;
  readonly change: string;
  readonly raised: string;
  readonly lowered: string;
  readonly adds: string;
  /** Where no room has a price: limits that the plan meets. */
  readonly meets: string;
  /** What room in a limit adds to the goal, for so many units of currency. */
  readonly worth: (scenario: Report['scenario'], units: string) => string;
  readonly to: (from: string, to: string) => string;
  /** What a little more room in the most valuable limits brings, and how uncertain that is. */
  readonly nextUnits: (report: Report, found: Found) => readonly string[];
}

export interface ConflictWords {
  readonly title: string;
  readonly together: (report: Report, group: GroupOf<LimitSide>) => string;
  readonly repairs: string;
  readonly repair: (report: Report, group: GroupOf<Repair>) => string;
  readonly noSingleRepair: string;
  readonly advice: string;
  readonly unbounded: (report: Report, channel: string) => string;
  readonly beyondReach: (report: Report, found: Unreachable) => string;
}

/** Sentences about a report, and its numbers where languages differ. */
export interface ReportWords {
  readonly headline: (report: Report) => Headline;
  readonly noPlan: (report: Report, found: NoPlan) => string;
  /** How far from the best possible the plan can be at most. */
  readonly proof: (report: Report, found: Found) => string;
  /** How near to the best the plan is on fresh draws; nothing where it was not asked. */
  readonly stability: (report: Report) => readonly string[];
  readonly freeBudget: (report: Report) => readonly string[];
  readonly draws: (report: Report) => string;
  readonly noises: string;
  /** A number as English writes it, in the typography of the language. */
  readonly number: (text: string) => string;
  /** An amount for the axis of a picture. */
  readonly short: (value: number) => string;
}
