import { between } from './columns.ts';
import { slacksAt, type ConcaveProblem, type Evaluated } from './concave-problem.ts';

/** How far the start of a step back to the guards lies on the way from the best point to the inside, tried in turn. */
const WAYS_INSIDE = [0.01, 0.05, 0.2, 1] as const;
/** A step back to the guards should keep at least this share of the step. */
const KEPT_SHARE = 0.7;

/**
 * Where a step back to the guards starts, on the way from the best point to the inside, and what share of the way from
 * there to the trial keeps all guards: they are concave, so values between two points are at least those between.
 */
export function startOfStepBack(
  problem: ConcaveProblem,
  best: Evaluated,
  inside: Evaluated,
  trial: Evaluated,
): { readonly columns: Float64Array; readonly share: number } {
  const slackOf = (point: Evaluated) => slacksAt(problem.guards, point.points);
  const [atBest, atInside, atTrial] = [slackOf(best), slackOf(inside), slackOf(trial)];
  let step = { columns: inside.columns, share: 0 };
  for (const way of WAYS_INSIDE) {
    let share = 1;
    atTrial.forEach((slack, k) => {
      if (slack >= 0) return;
      const room = Math.max(0, (1 - way) * atBest[k]! + way * atInside[k]!);
      share = Math.min(share, room / (room - slack));
    });
    // A hair less than the whole way, for rounding.
    step = { columns: between(best.columns, inside.columns, way), share: share * (1 - 1e-9) };
    if (share >= KEPT_SHARE) break;
  }
  return step;
}
