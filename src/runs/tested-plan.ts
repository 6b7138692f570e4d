import type { Model, Plan, Scenario } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { recommendation } from './recommendation.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';

/** Which plan of a scenario an analysis looks at. */
export type TestedPlan = 'today' | 'recommended';

/**
 * @param known  the recommended plan, where it was found before: it is not searched again then
 * @throws ScenarioError  when the recommended plan is asked for and there is none
 */
export async function testedPlan(
  engine: Engine,
  scenario: Scenario,
  model: Model,
  which: TestedPlan,
  options: RunOptions,
  known?: Plan,
): Promise<Plan> {
  if (which === 'today') return todaysPlan(model);
  if (known !== undefined) return { ...known, name: 'recommended' };
  const found = await recommendation(engine, scenario, model, options);
  if ('plan' in found) return { ...found.plan, name: 'recommended' };
  throw new ScenarioError([
    {
      severity: 'error',
      path: 'plan',
      message: 'there is no recommended plan to look at',
      advice: 'Ask for the best plan to see the reason, or look at the plan of today.',
    },
  ]);
}
