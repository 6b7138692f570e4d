import type {
  ChannelReason,
  GoalMetric,
  LimitSide,
  NearOptimal,
  PeriodUnit,
  Repair,
  Report,
  Verdict,
} from '../../domain.ts';
import type { Found } from '../sentences/goal.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import type { GroupOf, LimitGroup } from '../sentences/limits.ts';
import type { NoPlan } from '../sentences/no-plan.ts';
import type { Unreachable, Wish } from '../sentences/wishes.ts';

/** Texts about a report in one language: for every face that shows one. */
export interface ResultWords {
  /** For the document's `lang`. */
  readonly code: string;
  readonly say: ReportWords;
  readonly figures: FigureWords;
  readonly plan: PlanWords;
  readonly reasons: ReasonWords;
  readonly ranges: RangeWords;
  readonly targets: TargetWords;
  readonly limits: LimitWords;
  readonly conflict: ConflictWords;
  readonly sure: string;
  readonly budget: string;
  readonly notes: string;
  /** Beside a figure of the recommended plan. */
  readonly today: (amount: string) => string;
}

export interface FigureWords {
  readonly title: string;
  /** The name of a figure that is money. */
  readonly inCurrency: (name: string, currency: string) => string;
  readonly expected: Readonly<Record<GoalMetric, string>>;
  readonly spend: string;
  /** Of reaching what the goal names. */
  readonly chance: string;
  readonly chanceBetter: string;
  readonly worst: string;
  readonly chanceOfLoss: string;
  readonly gap: Readonly<Record<GapKind, string>>;
  readonly noGap: string;
  /** A name with the unit of a difference of chances. */
  readonly inPoints: (name: string) => string;
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
  /** How the next unit of channels that get nothing is to be read: over which money, and what using them costs besides. */
  readonly firstMoney: (report: Report) => readonly string[];
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
  /** What is to be said of all reasons together: which periods may be exchanged as a whole, what draws figures are of. */
  readonly notes: (report: Report) => readonly string[];
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
  readonly name: (report: Report, limit: Pick<LimitGroup, 'name' | 'path' | 'side'>) => string;
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
  /** What a limit on the Herfindahl index costs. */
  readonly concentration: (report: Report, found: Found) => readonly string[];
  /** Which resources hold the plan back, how often, and what one more hour or unit of each would add. */
  readonly resources: (report: Report, found: Found) => readonly string[];
}

export interface ConflictWords {
  readonly title: string;
  /** Of a second clash, and of those after it. */
  readonly titleOfNext: string;
  readonly together: (report: Report, group: GroupOf<LimitSide>) => string;
  /** Of so many changes. */
  readonly repairs: (count: number) => string;
  /** Of so many changes for one of several clashes. */
  readonly repairsOfOne: (count: number) => string;
  readonly repair: (report: Report, group: GroupOf<Repair>) => string;
  /** Where no plan was met, though there may be one. */
  readonly notFound: string;
  readonly noSingleRepair: string;
  /** Changes that would do all together, and whether none are known to be smaller. */
  readonly repairTogether: (changes: readonly string[], isLeast: boolean) => string;
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
  /** Channels that would get far more than today; nothing where none would. */
  readonly farFromToday: (report: Report) => readonly string[];
  readonly freeBudget: (report: Report) => readonly string[];
  readonly draws: (report: Report) => string;
  readonly noises: string;
  /** A number as English writes it, in the typography of the language. */
  readonly number: (text: string) => string;
}
