/** The budget that would earn the most, beside the asked one. */
import type { FreeBudget, Model, Optimization, Plan } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { judgingDraws, MOST_KEPT_DRAWS } from './draws.ts';
import { totalSpend } from '../optimize/plans.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { groundOfFirst, search, type SearchGround } from './search.ts';
import { changeOf } from '../simulate/summary/difference.ts';

/** It is shown for orientation: a tenth of a percent is enough. */
const GAP = 1e-3;

const PROFIT = { weights: { profit: 1 } };

/** The same model with its total budget free, to be searched for profit. */
export function freed(model: Model): Model {
  return {
    ...model,
    goal: { maximize: 'profit' },
    targets: [],
    limits: model.limits.filter((limit) => !limit.path.startsWith('budget.')),
  };
}

/** The plan that earns the most with any budget, searched from another one. */
export async function searchFreely(
  engine: Engine,
  model: Model,
  from: Plan,
  ground: SearchGround,
  options: RunOptions,
): Promise<Optimization> {
  return search(engine, freed(model), options, { gap: GAP, from, ground: groundOfFirst(ground) });
}

/**
 * What such a search tells beside a plan: how much more profit it would be, draw by draw on the draws that plans are judged
 * on, or the first of them where there are too many to keep; nothing where there is no such plan.
 */
export async function freeBudgetOf(
  engine: Engine,
  model: Model,
  plan: Plan,
  free: Optimization | undefined,
  options: RunOptions,
): Promise<FreeBudget | undefined> {
  if (free?.status === 'unbounded') return { status: 'unbounded', totalSpend: 0, spend: [], gap: 0 };
  if (free === undefined || !('plan' in free)) return undefined;
  const request = judgingDraws(options);
  const draws = { ...request, draws: Math.min(MOST_KEPT_DRAWS, request.draws) };
  const [asked, freely] = await byDraw(engine, model, [plan, free.plan], PROFIT, draws, options);
  return {
    status: 'found',
    totalSpend: totalSpend(free.plan),
    spend: free.plan.spend.map((periods) => [...periods]),
    gap: free.gap,
    difference: { a: plan.name, b: 'free budget', metric: 'profit', ...changeOf(asked!, freely!) },
  };
}
