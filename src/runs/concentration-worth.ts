import type { ConcentrationWorth, Model } from '../domain.ts';
import type { AtPlan } from '../optimize/explain/at-plan.ts';
import { concentrationLimit, easedConcentration } from '../optimize/explain/concentration.ts';
import type { Prices } from '../optimize/explain/prices.ts';
import { unitDirection } from '../optimize/explain/unit-direction.ts';
import { planOf } from '../optimize/task.ts';
import { worthDraws } from './draws.ts';
import { changePerUnit, goalInWorlds } from './goal-in-worlds.ts';
import { stepAlong } from './next-units.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';

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
  const plans = [at.found.plan, moved];
  const [now, then] = await goalInWorlds(engine, worlds, plans, worthDraws(options), options);
  return { most: limit.most, oneMore: changePerUnit(model.goal, now!, then!, step) };
}
