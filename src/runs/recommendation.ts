/** The recommended plan of a model, without all that a report tells about it. */
import type { Model, Optimization, Scenario } from '../domain.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { search, searchGround } from './search.ts';

/** What a search found that has a plan. */
export type Found = Extract<Optimization, { readonly plan: unknown }>;

/**
 * The best plan of a scenario; of `model` where that is the scenario in another world. The other answers of a search, such as
 * limits that cannot hold together, come as they are.
 *
 * @param from  a plan to start from, by which a search near a known answer is quicker
 */
export async function recommendation(
  engine: Engine,
  scenario: Scenario,
  model: Model,
  options: RunOptions,
  from?: Found['plan'],
): Promise<Optimization> {
  const worlds = (model.goal.worstOf ?? []).map((name) => compile(scenario, [...(options.stresses ?? []), name]));
  const ground = searchGround(engine, [model, ...worlds], options);
  return search(engine, model, options, { ground, ...(from === undefined ? {} : { from }) });
}
