import type { Target } from '../../domain.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import { searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { provesShort, type HowNear } from './how-near.ts';
import { meanOfFigure } from './wish-results.ts';
import { goalOfAsk, satisfactionOf, targetWishes, type Wish } from './wishes.ts';

/** How far beyond the best plan so far a ratio is tried, as a share of it. */
const FIRST_STEP = 1e-3;
/** Where nothing is proven that near, it is tried so many times as far. */
const WIDER = 4;
const MOST_ROUNDS = 10;

/**
 * How near plans come to a ratio that none was found to reach. A ratio N / D of at least r is N - r D of at least 0, and where
 * the most of that over all plans is proven to be below 0, no plan reaches r. So r is set a little beyond the best plan so
 * far: either a better plan is met, or it is proven that none reaches r.
 *
 * Source: Dinkelbach, "On nonlinear fractional programming" (1967).
 *
 * @param others  what plans have to reach beside it
 * @param best  of the search for the largest N - r D at what is asked
 */
export async function bestRatio(
  search: PlanSearch,
  others: readonly Wish[],
  target: Target,
  ratio: NonNullable<Wish['ratio']>,
  best: Outcome,
): Promise<HowNear> {
  const { atLeast, atMost = 0 } = target;
  const asked = atLeast ?? atMost;
  const better = atLeast === undefined ? -1 : 1;
  let outcome = best;
  let reached = await ratioAt(search, ratio, best.spend);
  const proven = provesShort(best, 0) ? { bound: asked, boundKind: best.boundKind } : {};
  let step = FIRST_STEP;
  for (let round = 0; round < MOST_ROUNDS && Number.isFinite(reached) && search.signal?.aborted !== true; round++) {
    const level = reached + better * step * Math.abs(reached);
    if (better * (level - asked) >= 0) break;
    const tried = { ...target, ...(atLeast === undefined ? { atMost: level } : { atLeast: level }) };
    const wish = satisfactionOf(search.model, tried) ?? targetWishes(search.model, tried)[0]!;
    const next = await searchPlan({ ...search, from: outcome.spend }, others, goalOfAsk(search.model, wish.ask));
    if (!('spend' in next)) break;
    const ofNext = await ratioAt(search, ratio, next.spend);
    if (better * (ofNext - reached) > 0) [reached, outcome] = [ofNext, next];
    if (provesShort(next, 0)) return { outcome, bound: level, boundKind: next.boundKind };
    if (next.value < 0) step *= WIDER;
  }
  return { outcome, ...proven };
}

async function ratioAt(
  { model, simulator }: PlanSearch,
  { of, per }: NonNullable<Wish['ratio']>,
  spend: Float64Array,
): Promise<number> {
  const plan = planOf(spend, model);
  const inquiry = { world: 0, plan, used: channelsUsed(plan) };
  return (await meanOfFigure(simulator, inquiry, of)) / (await meanOfFigure(simulator, inquiry, per));
}
