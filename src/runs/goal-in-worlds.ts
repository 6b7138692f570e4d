import type { DrawRequest, Goal, Model, NextUnit, Plan } from '../domain.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { byDraw } from './draw-by-draw.ts';
import { nextUnitOf } from './next-units.ts';
import { isMean } from './plain-goal.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { changeOf, sampledGoal, type WorldRows } from './sampled-goal.ts';

/**
 * What each plan brings in each world, draw by draw: `[plan][world]`. Throws `Cancelled` when the run is ended.
 *
 * @param worlds  the model, and the same under each stress of which the worst counts
 */
export async function goalInWorlds(
  engine: Engine,
  worlds: readonly Model[],
  plans: readonly Plan[],
  draws: DrawRequest,
  options: Pick<RunOptions, 'signal'>,
): Promise<readonly (readonly WorldRows[])[]> {
  const model = worlds[0]!;
  const ofGain = model.goal.risk?.of === 'gain over today' ? [todaysPlan(model)] : [];
  const found: WorldRows[][] = plans.map(() => []);
  for (const world of worlds) {
    const rows = await byDraw(engine, world, [...plans, ...ofGain], goalFigure(model.goal), draws, options);
    const today = rows[plans.length];
    found.forEach((own, p) => {
      const figure = rows[p]!;
      own.push({ figure, ofWorst: today === undefined ? figure : figure.map((value, i) => value - today[i]!) });
    });
  }
  return found;
}

/** How much larger the goal is per unit of a change; draw by draw, and so with a range, where the goal is a mean. */
export function changePerUnit(
  goal: Goal,
  before: readonly WorldRows[],
  after: readonly WorldRows[],
  units: number,
): Pick<NextUnit, 'mean'> & Partial<NextUnit> {
  if (!isMean(goal)) return { mean: changeOf(sampledGoal(goal, after), sampledGoal(goal, before), units) };
  const own = before[0]!.figure;
  return nextUnitOf(after[0]!.figure.map((value, i) => (value - own[i]!) / units));
}
