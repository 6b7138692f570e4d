import type { Model, RiskWish } from '../../domain.ts';
import { USUAL_TOLERANCE } from '../../optimize/usual-tolerance.ts';
import { totalSpend } from '../../optimize/plans.ts';
import { plainGoal } from '../plain-goal.ts';
import type { Reached, Visited, Walk } from './walk.ts';

/** Of the money that moves, the share that counts as its size where the goal itself is near zero: as for gaps. */
const SMALLEST_SHARE_OF_GROSS = 0.05;

/**
 * From the boldest plan, with the highest mean, to the most cautious, with the highest mean over the worst cases; between
 * them the highest mean among plans whose worst cases reach equally spaced levels. One plan when these two are the same.
 *
 * @param tolerance  relative gap of the searches: a smaller difference is none
 */
export async function pointsByRisk(model: Model, walk: Walk, tolerance = USUAL_TOLERANCE): Promise<readonly Visited[]> {
  const asking = (risk?: RiskWish): Model => ({
    ...model,
    // A wished chance is about risk itself, which is what is to vary.
    targets: model.targets.filter(({ probability }) => probability === undefined),
    goal: { ...plainGoal(model.goal), ...(risk === undefined ? {} : { risk }) },
  });
  const { worst, points } = walk;
  const bold = await walk.first(asking(), { names: ['bold'] });
  if (!('plan' in bold)) return [bold];
  const cautious = await walk.visit(asking({ worst, weight: 1 }), { names: ['cautious'] }, bold.plan);
  if (cautious === undefined) return [bold];
  if (!('plan' in cautious)) return [bold, cautious];
  const [least, most] = [bold.search.worstMean, cautious.search.worstMean];
  if (most - least <= tolerance * sizeOf(bold)) return [{ ...bold, names: ['bold', 'cautious'] }];
  // From the cautious end: each plan keeps the limit of the next, so that no search has to find a way to it first.
  const between: Visited[] = [];
  let from = cautious.plan;
  for (let k = points - 2; k >= 1; k--) {
    const level = least + ((most - least) * k) / (points - 1);
    const next = await walk.visit(asking({ worst, atLeast: level }), { names: [], level }, from);
    if (next === undefined) break;
    if ('plan' in next) from = next.plan;
    between.unshift(next);
  }
  return [bold, ...between, cautious];
}

function sizeOf({ plan, search }: Reached): number {
  const value = Math.abs(search.worstMean);
  return Math.max(value, SMALLEST_SHARE_OF_GROSS * (value + totalSpend(plan)));
}
