import { countedFor } from '../../simulate/goal/target-figure.ts';
import { planOf } from '../task.ts';
import { chanceOf } from '../wishes/wish-results.ts';
import { marginalReturn, marginalTarget } from '../wishes/marginal-return.ts';
import { jointReturns, returnChances, shareWith } from '../wishes/return-chances.ts';
import type { AtPlan } from './at-plan.ts';

/** Whether a plan keeps some targets. */
export type Keeps = (spend: Float64Array) => Promise<boolean>;

/** Of a marginal return, this share less is the same. */
const ROUNDING = 1e-6;

/**
 * Whether plans keep the targets that are no limits on concave figures, chances and marginal returns, or miss them by no more than
 * the plan that was found does.
 */
export async function keptTargets({ search, spend }: Pick<AtPlan, 'search' | 'spend'>): Promise<Keeps> {
  const { model, simulator } = search;
  const chances = model.targets.flatMap((target) => {
    const counted = countedFor(model, target);
    const { probability } = target;
    if (probability === undefined || counted === undefined) return [];
    return [{ asked: probability, at: (there: Float64Array) => chanceOf(simulator, planOf(there, model), counted) }];
  });
  const marginal = marginalTarget(model.targets);
  const returns =
    marginal === undefined
      ? []
      : [
          {
            asked: marginal.atLeast * (1 - ROUNDING),
            at: (there: Float64Array) => marginalReturn(search, there),
          },
        ];
  const sure = returnChances(model.targets).map(({ least, asked }) => ({
    asked,
    at: async (there: Float64Array) => shareWith(await jointReturns(search, there), least),
  }));
  const floors: { readonly least: number; readonly at: (there: Float64Array) => Promise<number> }[] = [];
  for (const { asked, at } of [...chances, ...returns, ...sure])
    floors.push({ least: Math.min(asked, await at(spend)), at });
  return async (there) => {
    for (const { least, at } of floors) if ((await at(there)) < least) return false;
    return true;
  };
}
