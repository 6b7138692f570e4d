import type { Model, NearOptimal, Optimization } from '../domain.ts';
import { withNextUnits } from './next-units.ts';
import { atPlan, type Found } from '../optimize/explain/at-plan.ts';
import { exchangeablePeriods } from '../optimize/explain/exchangeable-periods.ts';
import { pricesAt } from '../optimize/explain/prices-at.ts';
import { ranges } from '../optimize/explain/ranges.ts';
import { channelReasons } from '../optimize/explain/reasons.ts';
import { concentrationWorth } from './concentration-worth.ts';
import { resourceWorths } from './resource-worths.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import type { SearchGround } from './search.ts';
import { stopSign, unlessStopped } from './stopping.ts';

/** Share of the goal that may be given up in the ranges shown, unless said otherwise. */
export const USUAL_WITHIN = 0.01;

/** What a search found, with the reasons for it and how far it may be changed. */
export interface Explained {
  readonly found: Optimization;
  readonly ranges?: NearOptimal;
}

/**
 * See {@link Explained}; as it is where there is no plan, or where the goal is a chance.
 *
 * @param stressed  the model under each stress of which the worst counts
 */
export async function explained(
  engine: Engine,
  model: Model,
  found: Optimization,
  ground: SearchGround,
  options: RunOptions,
  stressed: readonly Model[] = [],
): Promise<Explained> {
  if (!isExplained(model, found)) return { found };
  const { ranges: wanted = false, within = USUAL_WITHIN, onProgress } = options;
  const solvers = await engine.solvers();
  const at = await atPlan({ model, ...ground, solvers, signal: stopSign(options) }, found);
  const prices = await pricesAt(at);
  const near = wanted
    ? await unlessStopped(options, () =>
        ranges({
          at,
          within,
          ...(onProgress === undefined
            ? {}
            : { onProgress: (done, total) => onProgress({ phase: 'ranges', done, total }) }),
        }),
      )
    : undefined;
  const exchangeable = await exchangeablePeriods(at);
  const resources = await resourceWorths(engine, [model, ...stressed], found.plan, options);
  const concentration = await concentrationWorth(engine, [model, ...stressed], at, prices, options);
  return {
    found: {
      ...found,
      ...(concentration === undefined ? {} : { concentration }),
      ...(resources === undefined ? {} : { resources }),
      binding: await withNextUnits(engine, at, prices, options),
      reasons: await channelReasons(at, prices),
      ...(exchangeable === undefined ? {} : { exchangeable }),
    },
    ...(near === undefined ? {} : { ranges: near }),
  };
}

/** Whether there is a plan, for a goal whose slopes tell why it is as it is: those of a chance do not. */
export function isExplained(model: Model, found: Optimization): found is Found {
  return 'plan' in found && model.goal.chanceOf === undefined;
}
