import type { Goal, Model, Optimization, Target } from '../../domain.ts';
import { totalSpend } from '../plans.ts';
import type { SpendProgram } from '../spend-program.ts';
import type { StopSign } from '../stop-sign.ts';
import type { Unreachable } from './unreachable.ts';

/** A wish that no plan within so much spend reaches. */
export interface MissedWithin {
  readonly result: Unreachable;
  readonly linear: SpendProgram;
}

/** Near a ceiling a hundred times the money brings hardly more: this share of what the nearest plan reaches is as good. */
const AS_NEAR = 0.99;
/** What the most that can be had rises by, as a share, where a hundred times the money does not end it. */
const STILL_RISES = 0.01;
/** Of the money of the nearest plan, what another one may take that is told in its place. */
const MUCH_LESS = 0.5;
/** What more money brings more of. */
const SUMS: ReadonlySet<string> = new Set(['profit', 'revenue', 'margin', 'customers', 'leads', 'hours']);

/**
 * A wish that is missed however much is spent, with a nearest plan that somebody might pay: where more and more money hardly brings
 * more, the one that spends the least for all but a hundredth of it; where it goes on bringing more, the one within the first caps.
 *
 * @param missed  what was found within caps, each larger than the one before
 * @param within  searches another model within caps; undefined when it is stopped
 */
export async function withSensibleSpend(
  model: Model,
  missed: readonly MissedWithin[],
  within: (model: Model, linear: SpendProgram) => Promise<Optimization | undefined>,
  signal: StopSign | undefined,
): Promise<Unreachable> {
  const { result: last, linear } = missed.at(-1)!;
  const alike = missed.filter(({ result }) => isSameWish(result.wish, last.wish));
  const before = alike.at(-2)?.result;
  if (before === undefined || signal?.aborted === true) return last;
  const isOnTheWay = last.bound > (1 + STILL_RISES) * before.bound;
  // Beside sums far from any that is spent, a search may come less far than it did among smaller ones.
  const [best] = isOnTheWay ? alike : alike.toSorted((a, b) => b.result.reached - a.result.reached);
  const { nearest, reached: most } = best!.result;
  const result = { ...last, nearest, reached: most };
  const cheaper = leastSpendAsNear(model, result);
  if (cheaper === undefined) return last;
  if (isOnTheWay) return { ...result, spendUpTo: Math.max(...linear.upper) };
  const enough = alike.find((one) => one.result.reached >= cheaper.asked)!;
  const least = await within(cheaper.model, enough.linear);
  if (least === undefined || !('plan' in least)) return result;
  if (totalSpend(least.plan) > MUCH_LESS * totalSpend(nearest)) return result;
  const { reached } = least.wishes.find(({ asked }) => asked === cheaper.asked)!;
  return { ...result, nearest: { ...least.plan, name: 'nearest' }, reached, ofNearest: AS_NEAR };
}

function isSameWish(a: Unreachable['wish'], b: Unreachable['wish']): boolean {
  return 'risk' in a ? 'risk' in b : 'target' in b && a.target === b.target;
}

/**
 * The model in which as little is spent as may be for about as much of a wish as the nearest plan reaches, beside what is asked before
 * it; with how much is asked of it then. Undefined where less money need not bring less of it.
 */
function leastSpendAsNear(
  model: Model,
  { wish, reached }: Unreachable,
): { readonly model: Model; readonly asked: number } | undefined {
  if (!(reached > 0)) return undefined;
  const { chanceOf: _chance, worstOf: _worst, ...rest } = model.goal;
  const goal: Goal = { ...rest, minimize: 'spend' };
  const asked = AS_NEAR * reached;
  if ('risk' in wish) {
    return { model: { ...model, goal: { ...goal, risk: { ...wish.risk, atLeast: asked } }, targets: [] }, asked };
  }
  const { target } = wish;
  if (target.atLeast === undefined || !SUMS.has(target.metric)) return undefined;
  const eased: Target =
    target.probability === undefined ? { ...target, atLeast: asked } : { ...target, probability: asked };
  // Chances are sought after all else.
  const before = model.targets.filter(
    (other, k) =>
      k < model.targets.indexOf(target) || (target.probability !== undefined && other.probability === undefined),
  );
  return { model: { ...model, goal, targets: [...before, eased] }, asked };
}
