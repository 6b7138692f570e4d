import type { Counted } from '../../simulate/goal/target-figure.ts';
import { branchByCost, type CostInput } from '../counting/branch-by-cost.ts';
import { openLevelDraws } from '../counting/level-draws.ts';
import { levelsOf, mayBeUsed, spendOfLevels } from '../counting/levels.ts';
import { bentChannels } from '../curves.ts';
import { hasLosses, mayNotBeConcave } from '../doubts.ts';
import { scaleOf, taskOf, type Outcome, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { allowedNear } from './allowed-near.ts';
import { goalUnder } from './best-plan.ts';
import { MOST_LEVELS } from './proven-chance.ts';
import { chanceOf } from './wish-results.ts';
import { goalAsks, type Wish } from './wishes.ts';

/** Of a count of draws that is asked for. */
const ROUNDING = 1e-12;

/**
 * A plan of least spend that has all chances, with a proof of its own, and a cheaper one where that is found: see `branchByCost`. The same
 * plan where draws are no sums over a few levels of spend.
 *
 * @param wishes  what plans have to reach besides; the bound holds without
 */
export async function provenCost(
  search: PlanSearch,
  wishes: readonly Wish[],
  asked: readonly { readonly counted: Counted; readonly asked: number }[],
  outcome: Outcome,
): Promise<Outcome> {
  const { model, simulator, looked, today, tolerance, signal } = search;
  const conditions = looked[0]!;
  const task = await taskOf(search, simulator, wishes, goalAsks(model, looked.length, today));
  const levels = levelsOf(task, MOST_LEVELS);
  if (levels === undefined) return outcome;
  const bends = bentChannels(model, conditions.block).includes(true);
  const chances: CostInput<Float64Array>['chances'][number][] = [];
  for (const { counted, asked: chance } of asked) {
    // What has to hold by several periods is missed where it does not by the first.
    const figure = counted.figures[0]!;
    if (mayNotBeConcave(model, conditions, figure)) return outcome;
    const draws = await openLevelDraws(task, figure, levels, bends || hasLosses(model, conditions, figure));
    chances.push({ draws, least: counted.least, needed: Math.ceil(chance * draws.draws * (1 - ROUNDING)) });
  }
  const scale = scaleOf(search);
  const { value, bound, found } = await branchByCost({
    levels,
    costs: {
      fixed: levels.fixed.reduce((sum, amount) => sum + amount, 0),
      perLevel: Float64Array.from(levels.levels, ({ shares }) => shares.reduce((sum, [, share]) => sum + share, 0)),
    },
    chances,
    mayBeUsed: mayBeUsed(task, levels),
    known: { value: outcome.value, found: outcome.spend },
    allowed: (spent, spend) => tolerance * scale(spent, spend),
    async look(at) {
      const spend = await allowedNear(task, spendOfLevels(levels, at));
      if (spend === undefined) return undefined;
      for (const { counted, asked: chance } of asked) {
        if ((await chanceOf(simulator, planOf(spend, model), counted)) < chance) return undefined;
      }
      return { value: await goalUnder(search, spend), found: spend };
    },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!(bound < outcome.bound)) return outcome;
  const spend = found ?? outcome.spend;
  const gap = Math.max(0, bound - value) / scale(value, spend);
  return { ...outcome, spend, value, bound, gap, boundKind: 'proven', concave: true };
}
