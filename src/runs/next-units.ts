import type { BindingLimit, Model, NextUnit } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { worthDraws } from './draws.ts';
import { sum, type AtPlan } from '../optimize/explain/at-plan.ts';
import type { Prices } from '../optimize/explain/prices.ts';
import { planOf } from '../optimize/task.ts';
import { unitDirection } from '../optimize/explain/unit-direction.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { isMean } from './plain-goal.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';

/** Limits looked at, the most valuable first: one of each kind. */
const MOST_LIMITS = 3;
/** Share of all money that is moved to see the change. */
const STEP = 1e-3;

/**
 * The limits that hold the plan back, the most valuable with what their next unit does draw by draw, on draws that the
 * search has not seen. Only where the goal is a mean: of worst cases and stresses no draw alone has a say.
 */
export async function withNextUnits(
  engine: Engine,
  at: AtPlan,
  prices: Prices,
  options: RunOptions,
): Promise<readonly BindingLimit[]> {
  const { model } = at.search;
  if (!isMean(model.goal)) return prices.binding;
  const moves = mostValuable(prices.binding).flatMap((limit) => {
    const direction = unitDirection(at, prices, limit);
    if (direction === undefined) return [];
    const step = stepAlong(model, at.spend, direction, limit.over);
    // What is told over some money is not to be told over less.
    if (step === 0 || (limit.over !== undefined && step < limit.over)) return [];
    const moved = at.spend.map((amount, k) => Math.max(0, amount + step * direction[k]!));
    return [{ limit, step, plan: planOf(moved, model) }];
  });
  if (moves.length === 0) return prices.binding;
  const plans = [at.found.plan, ...moves.map(({ plan }) => plan)];
  const [before, ...after] = await byDraw(engine, model, plans, goalFigure(model.goal), worthDraws(options), options);
  const found = new Map<BindingLimit, NextUnit>();
  moves.forEach(({ limit, step }, k) => {
    found.set(limit, nextUnitOf(after[k]!.map((value, i) => (value - before![i]!) / step)));
  });
  return prices.binding.map((limit) => {
    const nextUnit = found.get(limit);
    return nextUnit === undefined ? limit : { ...limit, nextUnit };
  });
}

/** Of each path in the file the most valuable limit, the most valuable first. */
function mostValuable(binding: readonly BindingLimit[]): readonly BindingLimit[] {
  const byPath = new Map<string, BindingLimit>();
  for (const limit of binding.toSorted((a, b) => Math.abs(b.worth) - Math.abs(a.worth))) {
    const path = `${limit.side} ${limit.limit.path.replace(/\[\d+\]$/, '')}`;
    if (!byPath.has(path)) byPath.set(path, limit);
  }
  return [...byPath.values()].slice(0, MOST_LIMITS);
}

/** So much of the limit as is asked, else what moves a thousandth of all money over all channels and periods; less where anything would fall below 0. */
export function stepAlong(model: Model, spend: Float64Array, direction: Float64Array, asked?: number): number {
  const money = sum(spend) || sum(model.channels.map(({ plan }) => sum(plan)));
  let step = asked ?? (STEP * money) / Math.max(sum(direction.map(Math.abs)), Number.MIN_VALUE);
  direction.forEach((change, k) => {
    if (change < 0) step = Math.min(step, spend[k]! / -change);
  });
  return step;
}

/** What moving something by one unit does, from what it does in each draw. */
export function nextUnitOf(changes: Float64Array): NextUnit {
  const sorted = changes.toSorted();
  return {
    mean: meanOf(changes),
    range: [quantileOfSorted(sorted, 0.05), quantileOfSorted(sorted, 0.95)],
  };
}
