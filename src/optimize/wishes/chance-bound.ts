import type { Model, Target } from '../../domain.ts';
import { searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { chanceWishes, goalOfAsk, type Wish } from './wishes.ts';

/** Worst shares of draws that are tried, and the single worst draw. */
const SHARES = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16];

/** A chance that no plan exceeds need not be known to more than this share. */
const NEAR_ENOUGH = 0.01;

/** Figures that are never below 0. */
const NEVER_NEGATIVE: ReadonlySet<string> = new Set(['customers', 'leads', 'revenue', 'hours']);

/** A chance that no plan exceeds. */
export interface ChanceBound {
  readonly bound: number;
  readonly boundKind: Outcome['boundKind'];
}

/**
 * A chance that no plan exceeds of reaching a target of at least L with a figure that is never negative. In a plan that reaches L with
 * a chance of c, no more than 1 - c of the draws miss it, so that of the worst share s of them at least s - (1 - c) reach L, and the mean over
 * these is at least (s - 1 + c) L / s. No plan has a larger such mean than U, so that c is at most 1 - s (1 - U / L): Markov's
 * inequality where s is 1, and what the worst draws say where it is less. Of any figure, L is not reached for sure where the worst
 * draw of every plan misses it.
 *
 * @param others  what plans have to reach beside it
 * @returns  undefined where nothing below the chance that is asked is proven
 */
export async function chanceBound(
  search: PlanSearch,
  others: readonly Wish[],
  target: Target,
): Promise<ChanceBound | undefined> {
  const { probability = 0 } = target;
  const { draws } = search.simulator;
  const isSure = probability > 1 - 1 / draws;
  const isLarge = isOfLarge(target);
  const shares = [
    ...(isLarge ? SHARES.filter((share) => share > 1 - probability) : []),
    ...(isSure ? [1 / draws] : []),
  ];
  const loose = { ...search, tolerance: Math.max(search.tolerance, NEAR_ENOUGH) };
  let best: ChanceBound | undefined;
  for (const share of shares) {
    // Were the worst draws to bring nothing at all, these would say no more.
    if (isLarge && best !== undefined && 1 - share >= best.bound) break;
    // What has to hold by several periods is missed where it does not by the first.
    const [wish] = chanceWishes(search.model, target, share);
    if (wish === undefined || search.signal?.aborted === true) return best;
    const found = await searchPlan(loose, others, goalOfAsk(search.model, wish.ask));
    if (!('spend' in found) || !found.concave) continue;
    const { bound: most, boundKind } = found;
    if (!(most < wish.least)) continue;
    const bound = isLarge ? 1 - share * (1 - Math.max(0, most) / wish.least) : 1 - 1 / draws;
    if (bound < (best?.bound ?? probability)) best = { bound, boundKind };
  }
  return best;
}

/** What a target on a chance asks of the means over the worst shares of draws, for the reason told above; nothing of figures that may be negative. */
export function impliedWishes(model: Model, target: Target): readonly Wish[] {
  const { probability = 0 } = target;
  if (!isOfLarge(target)) return [];
  return SHARES.filter((share) => share > 1 - probability).flatMap((share) =>
    chanceWishes(model, target, share).map((wish) => ({
      ...wish,
      least: ((share - (1 - probability)) / share) * wish.least,
    })),
  );
}

function isOfLarge({ metric, atLeast }: Target): boolean {
  return atLeast !== undefined && atLeast > 0 && NEVER_NEGATIVE.has(metric);
}
