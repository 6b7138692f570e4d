import type { Model, Optimization, Plan, Stability } from '../domain.ts';
import { judgingDraws } from './draws.ts';
import { Cancelled } from '../errors.ts';
import { atPlan, valueOf, type AtPlan } from '../optimize/explain/at-plan.ts';
import { totalSpend } from '../optimize/plans.ts';
import { USUAL_TOLERANCE } from '../optimize/usual-tolerance.ts';
import { scaleOf } from '../optimize/search-plan.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { search, searchGround } from './search.ts';
import { momentsOf } from '../statistics/moments.ts';
import { studentReach } from '../statistics/student.ts';

export const USUAL_BATCHES = 8;

type Found = Extract<Optimization, { readonly plan: unknown }>;

/**
 * How far the recommended plan is from the best on fresh draws: on each of several batches of as many draws as the search
 * had, the best plan is searched from the recommended one, and what no plan can exceed there is compared with the
 * recommended plan on the same draws. The mean over batches plus t · s / √batches is above the true gap with 95 %
 * confidence. How much the best plans of the batches differ tells how stable the recommendation is.
 *
 * @param found  not of a chance as the goal
 * Source: Mak, Morton and Wood, "Monte Carlo bounding techniques for determining solution quality in stochastic
 * programs" (1999), with common random numbers.
 */
export async function stability(
  engine: Engine,
  model: Model,
  stressed: readonly Model[],
  found: Found,
  batches: number,
  options: RunOptions,
): Promise<Stability> {
  const { onProgress, seed: _, gap = USUAL_TOLERANCE, ...same } = options;
  const gaps: number[] = [];
  const plans: Plan[] = [];
  let proven = true;
  let withoutPlan = 0;
  let draws = 0;
  for (let batch = 1; batch <= batches; batch++) {
    if (options.stop?.aborted) throw new Cancelled();
    onProgress?.({ phase: 'stability', done: batch - 1, total: batches });
    const ground = searchGround(engine, [model, ...stressed], {
      ...same,
      seed: `${judgingDraws(options).seed}, batch ${batch}`,
    });
    draws = ground.simulator.draws;
    const best = await search(engine, model, same, { ground, from: found.plan, gap });
    if (!('plan' in best)) {
      withoutPlan += 1;
      continue;
    }
    plans.push(best.plan);
    proven &&= best.gapKind !== 'none';
    const most = best.gapKind === 'none' ? best.lowerBound : best.upperBound;
    gaps.push(shortBy(await atPlan({ model, ...ground, solvers: await engine.solvers() }, found), most));
  }
  onProgress?.({ phase: 'stability', done: batches, total: batches });
  return {
    batches,
    draws,
    gap: boundOf(gaps),
    proven,
    withoutPlan,
    channels: (plans.length === 0 ? [] : model.channels).map(({ name }, c) => {
      const totals = plans.map(({ spend }) => totalSpend({ name, spend: [spend[c]!] }));
      return { name, total: [Math.min(...totals), Math.max(...totals)] };
    }),
  };
}

/** By how much of the goal the plan is short of this value, as a share; a plan that breaks a wish there can be above. */
function shortBy(at: AtPlan, most: number): number {
  const value = valueOf(at);
  return Math.max(0, most - value) / scaleOf(at.search)(value, at.columns);
}

/** The mean, and what the truth is below with 95 % confidence: infinite for fewer than two batches. */
function boundOf(gaps: readonly number[]): Stability['gap'] {
  if (gaps.length < 2) return { mean: gaps[0] ?? Infinity, atMost: Infinity };
  const { mean, sd } = momentsOf(gaps);
  // An interval of 90 % leaves 5 % on this side.
  return { mean, atMost: mean + (studentReach(0.9, gaps.length - 1) * sd) / Math.sqrt(gaps.length) };
}
