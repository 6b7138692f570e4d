import { inPeriod } from '../../constraints/terms.ts';
import type { Budget, FrontierName, LinearLimit, Model, Scenario } from '../../domain.ts';
import { totalSpend, todaysPlan } from '../../optimize/plans.ts';
import { freed } from '../free-budget.ts';
import type { Visited, Walk } from './walk.ts';

/** Budgets closer to each other than this share of the larger are the same. */
const SAME_BUDGET = 1e-3;

/**
 * The most profit that each of several budgets can bring: equally spaced from the least that the limits allow to the larger
 * of the file's and the one that earns the most. Both of these are points in any case. Where ever more spend would pay,
 * the last point says so, and the others end at the file's budget, or at today's.
 */
export async function pointsByBudget(scenario: Scenario, model: Model, walk: Walk): Promise<readonly Visited[]> {
  const free = freed(model);
  const best = await walk.first(free, { names: ['most profit'] });
  const unbounded = 'none' in best && best.none.status === 'unbounded';
  if ('none' in best && !unbounded) return [best];
  const cheapest = await walk.search({ ...free, goal: { ...free.goal, minimize: 'spend' } });
  if (cheapest === undefined) return [best];
  const least = 'plan' in cheapest ? totalSpend(cheapest.plan) : 0;
  const bestTotal = 'plan' in best ? totalSpend(best.plan) : 0;
  const asked = askedBudget(scenario) ?? (unbounded ? totalSpend(todaysPlan(model)) : undefined);

  const most = Math.max(bestTotal, asked ?? 0, least);
  const same = (a: number, b: number) => Math.abs(a - b) <= SAME_BUDGET * most;
  const even = Array.from({ length: walk.points }, (_, k) => least + ((most - least) * k) / (walk.points - 1));
  const levels = same(least, most) ? [most] : even;
  if (asked !== undefined && asked > least && !levels.some((level) => same(level, asked))) levels.push(asked);
  const visited: Visited[] = [];
  let from = 'plan' in best ? best.plan : undefined;
  // From the largest budget down: the plan that earns the most is where the first of these searches begins.
  for (const level of levels.toSorted((a, b) => b - a)) {
    const names: FrontierName[] = asked !== undefined && same(level, asked) ? ['your budget'] : [];
    if ('plan' in best && same(level, bestTotal)) {
      visited.push({ ...best, level: bestTotal, names: [...names, 'most profit'] });
      continue;
    }
    const next = await walk.visit(withBudget(free, level), { names, level }, from);
    if (next === undefined) break;
    if ('plan' in next) from = next.plan;
    visited.push(next);
  }
  if (unbounded) return [...visited.reverse(), best];
  if (visited.some(({ names }) => names.includes('most profit'))) return visited.reverse();
  return [...visited, { ...best, level: bestTotal }].sort((a, b) => a.level! - b.level!);
}

/** The same with a total to be spent. */
function withBudget(free: Model, total: number): Model {
  const terms = free.channels.flatMap((_, channel) =>
    Array.from({ length: free.periods }, (_, period) => ({ channel, period, coefficient: 1 })),
  );
  const limit: LinearLimit = { name: 'total budget', path: 'budget.total', terms, least: total, most: total };
  return { ...free, limits: [...free.limits, limit] };
}

/** What the file gives to spend in all; undefined where it leaves that open. */
function askedBudget({ budget, horizon }: Pick<Scenario, 'budget' | 'horizon'>): number | undefined {
  const inAll = (each: Budget['perPeriod']) =>
    each === undefined
      ? undefined
      : Array.from({ length: horizon.periods }, (_, t) => inPeriod(each, t)).reduce((sum, amount) => sum + amount, 0);
  return budget.total ?? inAll(budget.perPeriod) ?? budget.atMost ?? inAll(budget.perPeriodAtMost);
}
