import type { Figure } from '../../simulate/goal/figure.ts';
import type { PlanSearch } from '../search-plan.ts';
import { goalAsks, type GoalAsks } from './wishes.ts';

/** The goal with so much for each unit of a figure in the part of it that is a mean; undefined where no part is. */
export function pricedGoal({ model, looked, today }: PlanSearch, figure: Figure, price: number): GoalAsks | undefined {
  const goal = goalAsks(model, looked.length, today);
  let priced = false;
  const parts = goal.parts.map((part) => {
    const [ask] = part.asks;
    if (part.asks.length > 1 || ask?.kind !== 'mean') return part;
    priced = true;
    const weights: Record<string, number> = { ...ask.figure.weights };
    for (const [name, weight] of Object.entries(figure.weights)) weights[name] = (weight * price) / part.weight;
    return { ...part, asks: [{ ...ask, figure: { ...ask.figure, weights } }] };
  });
  return priced ? { ...goal, parts } : undefined;
}
