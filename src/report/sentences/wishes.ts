/** What a plan is asked to reach, apart from its goal: targets, and what the worst cases may be. */
import type {
  Goal,
  Optimization,
  PlanSummary,
  Report,
  RiskWish,
  Target,
  TotalName,
  Verdict,
  WishResult,
} from '../../domain.ts';
import { chanceFigure, figure, type Figure } from '../numbers/estimate.ts';
import type { FigureKind } from '../numbers/exact.ts';
import { magnitude } from '../../numeric/digits.ts';
import { totalSpend } from '../../optimize/plans.ts';
import { ratioTarget } from '../../targets/table.ts';
import { goalUnit, type Found } from './goal.ts';

/** What a figure of a wish counts. */
export type WishUnit = FigureKind | 'periods' | 'share';

export interface Wish {
  readonly about:
    | { readonly kind: 'figure' | 'chance'; readonly target: Target }
    | { readonly kind: 'worst cases'; readonly risk: RiskWish };
  readonly side: 'atLeast' | 'atMost';
  /** A share where a chance is asked for. */
  readonly asked: number;
  readonly unit: WishUnit;
}

const UNITS: Readonly<Record<TotalName, WishUnit>> = {
  spend: 'money',
  cost: 'money',
  leads: 'count',
  customers: 'count',
  referred: 'count',
  revenue: 'money',
  margin: 'money',
  profit: 'money',
  hours: 'hours',
  peopleCost: 'money',
  outsideTarget: 'money',
  lostLeads: 'count',
  carryInProfit: 'money',
  tailProfit: 'money',
};

/** What the figure of a target counts; figures of the planner's own have no unit that is known. */
export function unitOf(metric: string): WishUnit {
  return ratioTarget(metric)?.unit ?? (UNITS as Readonly<Record<string, WishUnit>>)[metric] ?? 'ratio';
}

export function wishOf(wish: WishResult['wish'], goal: Goal): Wish {
  if ('risk' in wish) {
    const { risk } = wish;
    return { about: { kind: 'worst cases', risk }, side: 'atLeast', asked: risk.atLeast!, unit: unitOf(goal.maximize) };
  }
  const { target } = wish;
  const side = target.atLeast === undefined ? 'atMost' : 'atLeast';
  return target.probability === undefined
    ? { about: { kind: 'figure', target }, side, asked: target[side]!, unit: unitOf(target.metric) }
    : { about: { kind: 'chance', target }, side: 'atLeast', asked: target.probability, unit: 'share' };
}

/** One line for each wish: what each plan reaches of it, and whether the last plan reaches what is asked. */
export interface WishRow extends Wish {
  readonly reached: readonly Figure[];
  readonly verdict: Verdict;
}

/** What all plans of a report reach of each wish, on the draws they are judged on. */
export function wishRows({ plans, scenario: { goal } }: Report): readonly WishRow[] {
  const last = plans.at(-1)!;
  const ofTargets = last.targets.map(({ target, verdict }, k): WishRow => {
    const wish = wishOf({ target }, goal);
    const reached = plans.map(({ targets, draws }) => {
      const { value, chance } = targets[k]!;
      return wish.unit === 'share' ? chanceFigure(chance!, draws) : figure(value, kindOf(wish.unit));
    });
    return { ...wish, reached, verdict };
  });
  const { risk } = goal;
  const { worstVerdict } = last.goal;
  if (risk === undefined || worstVerdict === undefined) return ofTargets;
  const wish = wishOf({ risk }, goal);
  const worst = ({ goal: { worst } }: PlanSummary) => figure(worst, kindOf(wish.unit));
  return [...ofTargets, { ...wish, reached: plans.map(worst), verdict: worstVerdict }];
}

/** Wishes that no search is limited by: they are judged and nothing else. */
export function onlyJudged(report: Report, found: Found): readonly Wish[] {
  return notSought(report, found).map(({ target }) => wishOf({ target }, report.scenario.goal));
}

/** Those of them that the recommended plan misses. */
export function missedUnsought(report: Report, found: Found): readonly Wish[] {
  const missed = notSought(report, found).filter(({ verdict }) => verdict === 'missed');
  return missed.map(({ target }) => wishOf({ target }, report.scenario.goal));
}

function notSought({ plans }: Report, { wishes }: Found): PlanSummary['targets'] {
  const isSought = (target: Target) => wishes.some(({ wish }) => 'target' in wish && sameTarget(wish.target, target));
  return plans.at(-1)!.targets.filter(({ target }) => !isSought(target));
}

/** A wish that the plan reaches on the draws it was searched on, but misses on fresh ones. */
export interface NearMiss extends Wish {
  /** By how much, as a share of what is asked. */
  readonly by: number;
}

/** See {@link NearMiss}: few search draws look better than they are to the plan that was chosen by them. */
export function nearMisses(report: Report, { wishes }: Found): readonly NearMiss[] {
  const { goal } = report.scenario;
  const { targets, goal: ofGoal } = report.plans.at(-1)!;
  return wishes.flatMap(({ wish, asked, reached }) => {
    const facts = wishOf(wish, goal);
    const distance = (value: number) => (facts.side === 'atLeast' ? value - asked : asked - value);
    const judged =
      'risk' in wish
        ? { verdict: ofGoal.worstVerdict, value: ofGoal.worst }
        : targets
            .filter(({ target }) => sameTarget(target, wish.target))
            // A ratio that does not exist, as where nothing is spent, is near to nothing.
            .map(({ verdict, value, chance }) => ({
              verdict,
              value: facts.unit === 'share' ? value && chance : value,
            }))[0];
    if (judged?.verdict !== 'missed' || judged.value === undefined || asked === 0) return [];
    if (distance(reached) < -SEARCHED * Math.abs(asked)) return [];
    return [{ ...facts, by: -distance(judged.value.value) / Math.abs(asked) }];
  });
}

/** Targets on what only spend has, where the plan spends nothing. */
export function keptByNothing({ plans, scenario: { goal } }: Report): readonly Wish[] {
  const { totalSpend, targets } = plans.at(-1)!;
  if (totalSpend > 0) return [];
  return targets
    .filter(({ value, verdict }) => value === undefined && verdict === 'missed')
    .map(({ target }) => wishOf({ target }, goal));
}

/** A search keeps to what is asked up to this share of it. */
const SEARCHED = 1e-5;

/** A wish that a plan misses, where the recommended one comes nearer. */
export interface Miss extends Wish {
  /** By how much, in the unit of the wish; absent where there is no figure, such as a payback that never comes. */
  readonly by?: number;
}

/** What a plan beside the recommended one misses of all that is asked, on the draws they are judged on. */
export function missesOf({ plans, scenario: { goal } }: Report, plan: PlanSummary): readonly Miss[] {
  const best = plans.at(-1)!;
  const distance = ({ side, asked }: Wish, reached: number | undefined) =>
    reached === undefined ? undefined : side === 'atLeast' ? asked - reached : reached - asked;
  const missOf = (wish: Wish, verdict: Verdict | undefined, reached: readonly (number | undefined)[]): Miss[] => {
    const [by, ofBest = Infinity] = reached.map((value) => distance(wish, value));
    if (verdict === undefined || verdict === 'reached') return [];
    if (by === undefined) return verdict === 'missed' ? [wish] : [];
    return by > 0 && by > ofBest ? [{ ...wish, by }] : [];
  };
  const ofTargets = plan.targets.flatMap(({ target, verdict }, k) => {
    const wish = wishOf({ target }, goal);
    const figures = [plan, best].map(({ targets }) => targets[k]![wish.unit === 'share' ? 'chance' : 'value']?.value);
    return missOf(wish, verdict, figures);
  });
  if (goal.risk?.atLeast === undefined) return ofTargets;
  const worst = [plan, best].map((one) => one.goal.worst?.value);
  return [...ofTargets, ...missOf(wishOf({ risk: goal.risk }, goal), plan.goal.worstVerdict, worst)];
}

function sameTarget(a: Target, b: Target): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How the digits of a figure that counts this are chosen. */
export function kindOf(unit: WishUnit): FigureKind {
  return unit === 'periods' || unit === 'share' ? 'count' : unit;
}

/** What asking for so much more (less, for `atMost`) of a wish costs, in units of the goal. */
export interface WishPrice extends Wish {
  readonly step: number;
  readonly cost: number;
}

/** Steps of a wish are at most this share of what is asked. */
const STEP = 0.05;
/** A chance is asked for in percentage points. */
const POINT = 0.01;

/** The price of each wish that holds the plan back; nothing has one where the goal is a chance. */
export function wishPrices({ scenario: { goal } }: Report, { wishes, plan }: Found): readonly WishPrice[] {
  if (goalUnit(goal) === 'chance') return [];
  return wishes
    .filter(({ worth }) => worth !== 0)
    .map(({ wish, asked, reached, worth }) => {
      const facts = wishOf(wish, goal);
      // Where nothing is asked and nothing reached, the money of the plan tells what is much.
      const spend = plan.spend.flatMap((periods) => [...periods]).reduce((sum, amount) => sum + amount, 0);
      const size = Math.abs(asked) || Math.abs(reached) || spend;
      const step = facts.unit === 'share' ? POINT : facts.unit === 'periods' ? 1 : powerOfTen(STEP * size);
      return { ...facts, step, cost: Math.abs(worth) * step };
    });
}

function powerOfTen(value: number): number {
  return Number(`1e${magnitude(value)}`);
}

/** The wish that cannot be reached, what the nearest plan reaches, and what any plan can. */
export interface BeyondReach extends Wish {
  readonly reached: number;
  readonly bound: number;
  readonly boundKind: Unreachable['boundKind'];
  /** What the nearest plan spends. */
  readonly spend: number;
  /** More money than it spends brings hardly more, or more and more, but was searched up to so much in a channel and period; absent where limits end it. */
  readonly beyond?: 'hardly more' | { readonly spendUpTo: number };
}

export type Unreachable = Extract<Optimization, { readonly status: 'unreachable' }>;

export function beyondReach({ scenario: { goal } }: Report, found: Unreachable): BeyondReach {
  const { reached, bound, boundKind, nearest, ofNearest, spendUpTo } = found;
  const wish = wishOf(found.wish, goal);
  // A bound beyond what is asked proves nothing about it.
  const isShort = wish.side === 'atLeast' ? bound <= wish.asked : bound >= wish.asked;
  return {
    ...wish,
    reached,
    bound,
    boundKind: isShort ? boundKind : 'none',
    spend: totalSpend(nearest),
    ...(ofNearest === undefined ? {} : { beyond: 'hardly more' }),
    ...(spendUpTo === undefined ? {} : { beyond: { spendUpTo } }),
  };
}

/** Two figures that differ by this share are the same in all digits that are shown. */
const ROUNDING = 1e-6;

/** A proven limit to what plans reach, rounded outwards; undefined where so few digits do not tell it from what is asked. */
export function toldBound({ bound, reached, side, asked }: BeyondReach): number | undefined {
  // What a solver is off by is no digit: 9,999.9999 and the 10,000 that a plan has are the same.
  const most = Math.abs(bound - reached) <= ROUNDING * Math.abs(bound) ? reached : bound;
  const limit = Number.isFinite(most) ? safely(most, side === 'atLeast' ? 'atMost' : 'atLeast') : most;
  return (side === 'atLeast' ? limit < asked : limit > asked) ? limit : undefined;
}

/** A bound further from the nearest plan, as a share of it, is no figure that plans are known to have. */
const NEAR_BOUND = 0.01;

/** Whether the nearest plan is about as good as is proven to be possible. */
export function isNearBound({ bound, reached }: BeyondReach): boolean {
  return Math.abs(bound - reached) <= NEAR_BOUND * Math.abs(bound);
}

/** Whether there is anything of what is asked: no money wins no customers at any price, and some plans are never paid back. */
export function isReached({ reached, unit }: BeyondReach): boolean {
  return Number.isFinite(reached) && !(unit === 'share' && reached === 0);
}

/** From this count on, a part of one is not told. */
const MANY = 10;

/** What can be asked with the same chance instead of what is out of reach: the figure that the nearest plan has with it; undefined where there is none. */
export function askedInstead({ scenario: { goal } }: Report, { wish, atChance }: Unreachable): Wish | undefined {
  if (atChance === undefined || !('target' in wish)) return undefined;
  const side = wish.target.atLeast === undefined ? 'atMost' : 'atLeast';
  const level = safely(atChance, side);
  // Nobody asks for half a customer where there are many.
  const whole = side === 'atLeast' ? Math.floor(level) : Math.ceil(level);
  const isCount = unitOf(wish.target.metric) === 'count' && level >= MANY;
  return wishOf({ target: { ...wish.target, [side]: isCount ? whole : level } }, goal);
}

/** Wishes beside the one out of reach of which any one, left out, makes way for the rest. */
export function inTheWay({ scenario: { goal } }: Report, found: Unreachable): readonly Wish[] {
  return (found.inTheWay ?? []).map((wish) => wishOf(wish, goal));
}

/** A wish that the nearest plan misses, too, and what it reaches where there is a figure. */
export interface AlsoMissed extends Wish {
  readonly reached?: number;
}

/** What is missed by this share of it may be reached on the draws that the plan was searched on. */
const OFF = 0.005;

/** What the nearest plan misses beside the wish that cannot be reached, on the draws it is judged on. */
export function alsoMissed(
  { plans, scenario: { goal } }: Report,
  { wish, apart = [] }: Unreachable,
): readonly AlsoMissed[] {
  const isTold = (target: Target) =>
    [wish, ...apart.map((one) => one.wish)].some((told) => 'target' in told && sameTarget(told.target, target));
  const { targets, goal: ofGoal } = plans.at(-1)!;
  const missed = (facts: Wish, reached: number | undefined): AlsoMissed =>
    reached === undefined || !Number.isFinite(reached) ? facts : { ...facts, reached };
  const ofTargets = targets.flatMap(({ target, value, chance, verdict }) => {
    if (verdict !== 'missed' || isTold(target)) return [];
    const facts = wishOf({ target }, goal);
    const reached = (facts.unit === 'share' ? chance : value)?.value;
    const by = reached === undefined ? Infinity : Math.abs(reached - facts.asked);
    return by <= OFF * Math.abs(facts.asked) ? [] : [missed(facts, reached)];
  });
  const { risk } = goal;
  if (risk?.atLeast === undefined || ofGoal.worstVerdict !== 'missed' || 'risk' in wish) return ofTargets;
  return [...ofTargets, missed(wishOf({ risk }, goal), ofGoal.worst?.value)];
}

/** A wish that is beyond every plan by itself, with what none passes where a figure tells it from what is asked. */
export interface BeyondAlone extends Wish {
  readonly limit?: number;
  readonly boundKind: 'proven' | 'numerical';
}

/** Wishes beside the one that is told to be out of reach that are so by themselves. */
export function beyondAlone({ scenario: { goal } }: Report, { apart = [] }: Unreachable): readonly BeyondAlone[] {
  return apart.map(({ wish, bound, boundKind }) => {
    const facts = wishOf(wish, goal);
    const limit = toldBound({ ...facts, reached: bound, bound, boundKind, spend: 0 });
    return { ...facts, boundKind, ...(limit === undefined || !Number.isFinite(limit) ? {} : { limit }) };
  });
}

/** A figure in four digits that promises no more than it holds: down for what should be large, else up. */
export function safely(value: number, side: Wish['side']): number {
  const step = Number(`1e${magnitude(value) - 3}`);
  const steps = value / step;
  return (side === 'atLeast' ? Math.floor(steps + 1e-9) : Math.ceil(steps - 1e-9)) * step;
}
