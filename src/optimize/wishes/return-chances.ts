import type { Target, WishResult } from '../../domain.ts';
import { spentFromNow } from '../../simulate/goal/next-unit.ts';
import { nextUnitChance } from '../../simulate/goal/ratio-chances.ts';
import type { PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';

/** A target on the next unit of money that is to be reached with a chance. */
export interface ReturnChance {
  readonly target: Target;
  /** What the next unit must bring in every channel that is used. */
  readonly least: number;
  /** In so large a share of draws. */
  readonly asked: number;
}

/** All of them that are asked for. */
export function returnChances(targets: readonly Target[]): readonly ReturnChance[] {
  return targets.flatMap((target) => {
    const next = nextUnitChance(target);
    return next === undefined || target.probability === undefined
      ? []
      : [{ target, least: next.least, asked: target.probability }];
  });
}

/** What the next unit brings under a plan, draw by draw: of channels with spend in periods to come. */
export interface ReturnsByDraw {
  /** By channel. */
  readonly rows: readonly Float64Array[];
  /** Channels that are asked. */
  readonly used: readonly number[];
}

export async function returnsByDraw({ model, simulator }: PlanSearch, spend: Float64Array): Promise<ReturnsByDraw> {
  const plan = planOf(spend, model);
  const used = spentFromNow(model, plan).flatMap((isSpent, c) => (isSpent ? [c] : []));
  return { rows: await simulator.nextReturns(plan), used };
}

/** The least of some rows in each of so many draws; Infinity where there is no row. */
export function leastOf(rows: readonly Float64Array[], draws: number): Float64Array {
  const least = new Float64Array(draws).fill(Infinity);
  for (const row of rows) for (let i = 0; i < draws; i++) if (row[i]! < least[i]!) least[i] = row[i]!;
  return least;
}

/** What a plan reaches of such targets. */
export async function returnResults(
  search: PlanSearch,
  spend: Float64Array,
  asked: readonly ReturnChance[],
): Promise<readonly WishResult[]> {
  if (asked.length === 0) return [];
  const joint = await jointReturns(search, spend);
  return asked.map((one) => ({
    wish: { target: one.target },
    asked: one.asked,
    reached: shareWith(joint, one.least),
    worth: 0,
  }));
}

/** How far the chances of a plan are above what is asked, for the target where that is least; below 0 where one is missed. */
export async function roomOfReturns(
  search: PlanSearch,
  spend: Float64Array,
  asked: readonly ReturnChance[],
): Promise<number> {
  const joint = await jointReturns(search, spend);
  return Math.min(...asked.map((one) => shareWith(joint, one.least) - one.asked));
}

/** What the next unit brings draw by draw in the channel where it brings least, of those that are used; Infinity where none is. */
export async function jointReturns(search: PlanSearch, spend: Float64Array): Promise<Float64Array> {
  return jointOf(await returnsByDraw(search, spend), search.simulator.draws);
}

/** The same of returns that are known. */
export function jointOf({ rows, used }: ReturnsByDraw, draws: number): Float64Array {
  return leastOf(
    used.map((c) => rows[c]!),
    draws,
  );
}

/** The share of values that are so large. */
export function shareWith(values: Float64Array, least: number): number {
  return values.filter((value) => value >= least).length / values.length;
}

/** Draws are counted: a share that is one of them but for rounding is that one. */
const ROUNDING = 1e-9;

/** The largest number that so large a share of values reach. */
export function reachedBy(share: number, values: Float64Array): number {
  const missing = values.length - Math.ceil(share * values.length - ROUNDING);
  return values.toSorted()[Math.min(missing, values.length - 1)]!;
}
