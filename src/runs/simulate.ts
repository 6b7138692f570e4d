import type { Report } from '../domain.ts';
import { judgePlans } from './judge-plans.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { notesOf } from './run-notes.ts';
import { compile } from '../scenario/compile/compile.ts';
import { VERSION } from '../version.ts';

/** What today's plan leads to. */
export async function simulate(engine: Engine, { scenario, echo }: Read, options: RunOptions = {}): Promise<Report> {
  const model = compile(scenario, options.stresses);
  const judged = await judgePlans(engine, model, [todaysPlan(model)], options);
  return {
    kind: 'simulation',
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: judged.draws,
    plans: judged.summaries,
    differences: [],
    assumptions: echo,
    notes: notesOf(scenario, model, options, judged),
  };
}
