import type { Goal, GoalMetric, Optimization } from '../../domain.ts';

export type Found = Extract<Optimization, { readonly plan: unknown }>;

/** What the value of a plan is counted in, as the optimizer sees it. */
export type GoalUnit = 'money' | 'count' | 'spend' | 'chance';

export function goalUnit({ maximize, minimize, chanceOf }: Goal): GoalUnit {
  if (minimize !== undefined) return 'spend';
  if (chanceOf !== undefined) return 'chance';
  return maximize === 'customers' ? 'count' : 'money';
}

/** Whether the goal is the mean of one figure and nothing else. */
export function isMeanOfOne({ plus, minimize, chanceOf, risk, worstOf }: Goal): boolean {
  return [plus, minimize, chanceOf, risk?.weight, worstOf].every((wish) => wish === undefined);
}

/** Whether money that is spent counts against the goal. */
export function countsCost({ maximize, plus, minimize }: Goal): boolean {
  return maximize === 'profit' || plus?.profit !== undefined || minimize !== undefined;
}

/** Other figures of a mix, and what one of each counts. */
export function othersOf({ plus = {} }: Goal): readonly (readonly [GoalMetric, number])[] {
  return Object.entries(plus) as [GoalMetric, number][];
}

/**
 * Units of currency for which the worth of more room in a limit is shown: few customers come from one. Undefined for a
 * chance, which is searched by way of other figures, so that nothing has a price in it.
 */
export function roomUnits(goal: Goal): number | undefined {
  const unit = goalUnit(goal);
  if (unit === 'chance') return undefined;
  return unit === 'count' ? 1000 : 1;
}

/** How far from the best possible a plan can be at most; undefined where nothing is known. */
export interface GapFacts {
  /** (upper - lower) in units of the goal, and as a share; the same for a chance. */
  readonly by: number;
  readonly share: number;
  /** What the share is of: what the plan reaches, or, where that is near nothing, so much money. */
  readonly of: 'reached' | number;
  /** The largest value that any plan can have. */
  readonly most: number;
}

export function gapFacts({ gapKind, gap, lowerBound, upperBound }: Found, goal: Goal): GapFacts | undefined {
  if (gapKind === 'none' || !Number.isFinite(gap)) return undefined;
  // That no chance is above 1 is known without a search, and proof enough for a plan that has it.
  if (goalUnit(goal) === 'chance' && upperBound >= 1 && lowerBound < 1) return undefined;
  const by = upperBound - lowerBound;
  const base = by / gap;
  const ofReached = !(gap > 0) || Math.abs(base - Math.abs(lowerBound)) <= SAME * base;
  return { by, share: gap, of: ofReached ? 'reached' : base, most: upperBound };
}

/** Whether a chance is a single draw from what no plan exceeds: no search could come closer without reaching it. */
export function isOneDraw({ by }: GapFacts, { searchDraws }: Found): boolean {
  return Math.round(by * searchDraws) === 1;
}

/** Rounding of a quotient of differences, far below the digits that are shown. */
const SAME = 1e-3;
