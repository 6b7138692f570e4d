import type { Model, Optimization } from './domain.ts';
import { atPlan } from './optimize/at-plan.ts';
import { pricesAt } from './optimize/prices.ts';
import { channelReasons } from './optimize/reasons.ts';
import type { Engine, RunOptions } from './run.ts';
import type { SearchGround } from './search.ts';

/** A found plan with the reasons for it; as it is where there is none, or where the goal is a chance. */
export async function explained(
  engine: Engine,
  model: Model,
  found: Optimization,
  ground: SearchGround,
  { signal }: RunOptions,
): Promise<Optimization> {
  if (!('plan' in found) || model.goal.chanceOf !== undefined) return found;
  const at = await atPlan(
    { model, ...ground, solvers: await engine.solvers(), ...(signal === undefined ? {} : { signal }) },
    found,
  );
  const prices = await pricesAt(at);
  return { ...found, binding: prices.binding, reasons: await channelReasons(at, prices) };
}
