import type { Difference, LimitSide, PlanSummary, Report, Stopped } from '../../domain.ts';
import { gapFacts, goalUnit, type Found } from './goal.ts';
import { lastUnit, type LastUnit } from './last-unit.ts';
import { groupLimits, type GroupOf } from './limits.ts';
import type { NoPlan } from './no-plan.ts';
import { samePlan, type SamePlan } from './same-plan.ts';
import { isPoint, rangeOf } from './spread.ts';
import { missedUnsought, missesOf, type Miss, type Wish } from './wishes.ts';

/** What a report says, most important first: one sentence that stands alone, and those that explain it. */
export interface Headline {
  readonly first: string;
  readonly rest: readonly string[];
}

/** The sentences of a headline in one language. */
export interface HeadlineSentences {
  readonly nothingSpent: Headline;
  readonly noPlan: (report: Report, found: NoPlan) => string;
  readonly today: (report: Report, today: PlanSummary) => string;
  readonly todaysRange: (report: Report, range: readonly [number, number]) => string;
  readonly chanceOfLoss: (report: Report, today: PlanSummary) => string;
  readonly same: (report: Report, why: SamePlan) => string;
  readonly change: (report: Report, change: Difference) => string;
  readonly leastSpend: (report: Report, found: Found) => string;
  readonly chance: (report: Report, chanceOf: number) => string;
  readonly certainty: (report: Report, change: Difference) => string;
  readonly level: (report: Report, change: Difference) => string;
  readonly mix: (report: Report) => string;
  readonly worstCases: (report: Report, risk: NonNullable<Report['scenario']['goal']['risk']>) => string;
  readonly worstOf: (report: Report, found: Found, stresses: readonly string[]) => string;
  readonly underStress: (report: Report, stressed: NonNullable<Report['underStress']>, found: Found) => string;
  readonly stopped: (stopped: Stopped, whatIsKnown: 'gap' | 'nothing' | 'no plan') => string;
  readonly proof: (report: Report, found: Found) => readonly string[];
  readonly missed: (report: Report, wishes: readonly Wish[]) => string;
  readonly besideProportional: (report: Report, change: Difference, breaks: Breaks) => string;
  readonly besideEqualReturn: (report: Report, change: Difference, breaks: Breaks) => string;
  readonly lastUnit: (last: LastUnit) => string;
}

/** Which sentences a report has, in which order; each language says them in its own words. */
export function headlineOf(report: Report, say: HeadlineSentences): Headline {
  const { optimization, differences, scenario } = report;
  const last = lastUnit(report);
  const ofLast = last === undefined ? [] : [say.lastUnit(last)];
  if (optimization !== undefined && !('plan' in optimization)) {
    const rest = report.stopped === undefined ? [] : [say.stopped(report.stopped, 'no plan')];
    return { first: say.noPlan(report, optimization), rest };
  }
  const change = differences.find(({ a }) => a === 'today');
  if (optimization === undefined || change === undefined) return ofToday(report, say, ofLast);
  const { goal } = scenario;
  const unit = goalUnit(goal);
  const same = samePlan(report);
  const split = differences.find(({ a }) => a === 'pro rata');
  const equal = differences.find(({ a }) => a === 'equal marginal return');
  const proof = say.proof(report, optimization);
  const { stopped } = report;
  const missed = missedUnsought(report, optimization);
  const isGapKnown = gapFacts(optimization, goal) !== undefined;
  const speaksOfChange = same === undefined && (unit === 'money' || unit === 'count');
  return {
    first:
      same !== undefined
        ? say.same(report, same)
        : unit === 'spend'
          ? say.leastSpend(report, optimization)
          : unit === 'chance'
            ? say.chance(report, goal.chanceOf!)
            : say.change(report, change),
    rest: [
      // How far a search came that was stopped is part of what it found.
      ...(stopped === undefined ? [] : [say.stopped(stopped, isGapKnown ? 'gap' : 'nothing'), ...proof]),
      ...(missed.length === 0 ? [] : [say.missed(report, missed)]),
      ...(speaksOfChange && !isPoint(change.range) ? [say.certainty(report, change)] : []),
      say.level(report, change),
      ...(goal.plus === undefined ? [] : [say.mix(report)]),
      ...(goal.risk === undefined ? [] : [say.worstCases(report, goal.risk)]),
      ...(goal.worstOf === undefined ? [] : [say.worstOf(report, optimization, goal.worstOf)]),
      ...(report.underStress === undefined ? [] : [say.underStress(report, report.underStress, optimization)]),
      ...(stopped === undefined ? proof : []),
      ...(split === undefined || unit === 'spend'
        ? []
        : [say.besideProportional(report, split, breaksOf(report, split.a, report.proRata))]),
      ...(equal === undefined
        ? []
        : [say.besideEqualReturn(report, equal, breaksOf(report, equal.a, report.equalReturn))]),
      ...ofLast,
    ],
  };
}

/** Totals and figures that differ by less than this share are the same. */
export const SAME_SHARE = 1e-6;

/** Whether two plans bring as much: simulation noise does not tell which brings more, or it is rounding. */
export function isAlike({ plans }: Report, { a, metric, mean, interval: [least, most] }: Difference): boolean {
  const before = plans.find(({ plan }) => plan === a)?.metrics[metric]?.mean.value ?? 0;
  return (least <= 0 && most >= 0) || Math.abs(mean.value) <= SAME_SHARE * Math.abs(before);
}

/** Limits that are named in a sentence; further ones are counted. */
const MOST_NAMED = 3;

/** What a plan beside the recommended one does not keep to. */
export interface Breaks {
  readonly named: readonly GroupOf<LimitSide>[];
  /** Further limits. */
  readonly others: number;
  /** Targets and limits on risk. */
  readonly missed: readonly Miss[];
}

function breaksOf(report: Report, plan: string, beside: Report['equalReturn']): Breaks {
  const groups = groupLimits(report, beside?.breaks ?? []);
  const summary = report.plans.find((one) => one.plan === plan);
  return {
    named: groups.slice(0, MOST_NAMED),
    others: Math.max(0, groups.length - MOST_NAMED),
    missed: summary === undefined ? [] : missesOf(report, summary),
  };
}

function ofToday(report: Report, say: HeadlineSentences, ofLast: readonly string[]): Headline {
  const today = report.plans[0]!;
  if (today.totalSpend === 0) return say.nothingSpent;
  const range = rangeOf(today);
  const spread =
    range === undefined || isPoint(range) ? [] : [say.todaysRange(report, range), say.chanceOfLoss(report, today)];
  return { first: say.today(report, today), rest: [...spread, ...ofLast] };
}
