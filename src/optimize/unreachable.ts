import type { Optimization } from '../domain.ts';
import { searchPlan, type PlanSearch } from './search-plan.ts';
import { planOf } from './task.ts';
import { wishResults } from './wish-results.ts';
import type { Wish } from './wishes.ts';

/**
 * Which wish is out of reach, and how near a plan can come: each in turn is made the goal under those before it. When
 * every one can be reached after all but the search for a plan found none, the last is named.
 */
export async function unreachable(search: PlanSearch, wishes: readonly Wish[]): Promise<Optimization> {
  const { model, simulator } = search;
  const perSpend = new Float64Array(model.channels.length * model.periods);
  for (const [k, wish] of wishes.entries()) {
    const goal = { perSpend, parts: [{ weight: 1, asks: [wish.ask] }] };
    const best = await searchPlan(search, wishes.slice(0, k), goal);
    if (best === undefined) throw new Error('a wish was out of reach that had been reached');
    if (best.value >= wish.least && k + 1 < wishes.length) continue;
    const nearest = planOf(best.spend, model, 'nearest');
    const [result] = await wishResults(model, simulator, [wish], nearest, [0]);
    if (result === undefined) throw new Error('the limit on concentration cannot hold for any plan');
    return {
      status: 'unreachable',
      goal: model.goal.maximize,
      nearest,
      wish: result.wish,
      asked: result.asked,
      reached: result.reached,
      bound: wish.ratio === undefined && result.wish !== undefined ? wish.sign * best.bound : result.reached,
      boundKind: best.concave ? best.boundKind : 'none',
      searchDraws: simulator.draws,
      iterations: best.iterations,
      simulations: best.simulations,
    };
  }
  throw new Error('no wish is out of reach');
}
