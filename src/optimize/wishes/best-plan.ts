import { goalOfSpend, searchPlan, type NoPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { bestChance } from './chance-goal.ts';
import { chanceOf } from './wish-results.ts';
import { goalFigure, type Wish } from './wishes.ts';

/** The best plan by the goal, whether it is a mean or a chance. */
export function bestPlan(search: PlanSearch, wishes: readonly Wish[]): Promise<Outcome | NoPlan> {
  const least = search.model.goal.chanceOf;
  return least === undefined ? searchPlan(search, wishes) : bestChance(search, wishes, least);
}

/** What the goal comes to under a plan, whether it is a mean or a chance. */
export function goalUnder(search: PlanSearch, spend: Float64Array): Promise<number> {
  const { model, simulator } = search;
  const least = model.goal.chanceOf;
  if (least === undefined) return goalOfSpend(search, spend);
  return chanceOf(simulator, planOf(spend, model), { figures: [goalFigure(model.goal)], least });
}
