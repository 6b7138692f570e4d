import type { ConcentrationWorth, Model } from '../domain.ts';
import type { AtPlan } from '../optimize/explain/at-plan.ts';
import { concentrationLimit, easedConcentration } from '../optimize/explain/concentration.ts';
import type { Prices } from '../optimize/explain/prices.ts';
import { unitDirection } from '../optimize/explain/unit-direction.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { planOf } from '../optimize/task.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { byDraw } from './draw-by-draw.ts';
import { worthDraws } from './draws.ts';
import { nextUnitOf, stepAlong } from './next-units.ts';
import { isMean } from './plain-goal.ts';
import type { Engine, RunOptions } from './run.ts';
import { changeOf, sampledGoal, type WorldRows } from './sampled-goal.ts';

/**
 * What a hundredth of the Herfindahl index more adds to the goal, with the rest of the plan following as it does where another limit is
 * moved (see {@link unitDirection}), on draws that the search has not seen; draw by draw where the goal is a mean.
 *
 * @param worlds  the model, and the same under each stress of which the worst counts
 * @returns       undefined where no such limit holds the plan back, nothing can move, or the goal is to spend the least
 */
export async function concentrationWorth(
  engine: Engine,
  worlds: readonly Model[],
  at: AtPlan,
  prices: Prices,
  options: RunOptions,
): Promise<ConcentrationWorth | undefined> {
  const { model } = at.search;
  const limit = concentrationLimit(model);
  const eased = easedConcentration(at, prices);
  if (limit === undefined || eased === undefined || model.goal.minimize !== undefined) return undefined;
  const direction = unitDirection(at, prices, eased);
  const step = direction === undefined ? 0 : stepAlong(model, at.spend, direction);
  if (direction === undefined || step === 0) return undefined;
  const moved = planOf(
    at.spend.map((amount, k) => Math.max(0, amount + step * direction[k]!)),
    model,
  );
  const { goal } = model;
  const ofGain = goal.risk?.of === 'gain over today' ? [todaysPlan(model)] : [];
  const [before, after]: [WorldRows[], WorldRows[]] = [[], []];
  for (const world of worlds) {
    const plans = [at.found.plan, moved, ...ofGain];
    const [now, then, today] = await byDraw(engine, world, plans, goalFigure(goal), worthDraws(options), options);
    const rows = (own: Float64Array): WorldRows => ({
      figure: own,
      ofWorst: today === undefined ? own : own.map((value, i) => value - today[i]!),
    });
    before.push(rows(now!));
    after.push(rows(then!));
  }
  const [now, then] = [before[0]!.figure, after[0]!.figure];
  const oneMore = isMean(goal)
    ? nextUnitOf(Float64Array.from(then, (value, i) => (value - now[i]!) / step))
    : { mean: changeOf(sampledGoal(goal, after), sampledGoal(goal, before), step) };
  return { most: limit.most, oneMore };
}
