import type { Figure } from '../../simulate/goal/figure.ts';
import { branchByCount } from '../counting/branch-by-count.ts';
import { openLevelDraws } from '../counting/level-draws.ts';
import { levelsOf, mayBeUsed, spendOfLevels } from '../counting/levels.ts';
import { bentChannels } from '../curves.ts';
import { hasLosses, mayNotBeConcave } from '../doubts.ts';
import { onePiece } from '../pieces.ts';
import { taskOf, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { allowedNear } from './allowed-near.ts';
import { chanceOf } from './wish-results.ts';
import { goalOfAsk, type Wish } from './wishes.ts';

/** Of more levels than this next to nothing would be proven. */
export const MOST_LEVELS = 8;

/** A plan with its chance. */
interface PlanOfChance {
  readonly spend: Float64Array;
  readonly chance: number;
}

/**
 * A chance that no plan exceeds, on the search draws, and a plan that is no worse than the one that is known: see `branchByCount`.
 * Undefined where a draw is not a sum over a few levels of spend.
 *
 * @param wishes  what plans have to reach besides; the bound holds without
 */
export async function provenChance(
  search: PlanSearch,
  wishes: readonly Wish[],
  known: PlanOfChance,
  { figure, least }: { readonly figure: Figure; readonly least: number },
): Promise<(PlanOfChance & { readonly bound: number }) | undefined> {
  const { model, simulator, looked, tolerance, signal, onProgress } = search;
  const [conditions] = looked;
  if (mayNotBeConcave(model, conditions!, figure)) return undefined;
  const goal = goalOfAsk(model, { kind: 'mean', world: 0, figure, pieces: onePiece(model) });
  const task = await taskOf(search, simulator, wishes, goal);
  const levels = levelsOf(task, MOST_LEVELS);
  if (levels === undefined) return undefined;
  const relaxed = bentChannels(model, conditions!.block).includes(true) || hasLosses(model, conditions!, figure);
  const draws = await openLevelDraws(task, figure, levels, relaxed);
  let best = known;
  const share = (count: number) => count / draws.draws;
  const { most } = await branchByCount({
    levels,
    draws,
    mayBeUsed: mayBeUsed(task, levels),
    least,
    known: Math.round(known.chance * draws.draws),
    allowed: tolerance * draws.draws,
    async look(at) {
      const spend = await allowedNear(task, spendOfLevels(levels, at));
      if (spend === undefined) return 0;
      const chance = await chanceOf(simulator, planOf(spend, model), { figures: [figure], least });
      if (chance > best.chance) best = { spend, chance };
      return Math.round(chance * draws.draws);
    },
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: ({ parts, best: reached, most: bound }) =>
            onProgress({ iteration: parts, value: share(reached), bound: share(bound), gap: share(bound - reached) }),
        }),
  });
  return { ...best, bound: share(most) };
}
