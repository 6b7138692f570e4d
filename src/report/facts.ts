import type { Assumption, AssumptionFacts, Model, Scenario, ScenarioFacts } from '../domain.ts';
import { inWords } from '../scenario/quantity/words.ts';
import { schemaAt } from '../scenario/schema/inside.ts';
import { readsIn, type Located } from '../scenario/schema/read.ts';
import { scenarioSchema } from '../scenario/schema/scenario.ts';
import { percent } from './numbers/exact.ts';

/** What a report says about the scenario it is of. */
export function scenarioFacts(scenario: Scenario, model: Model): ScenarioFacts {
  return {
    name: scenario.name,
    ...(scenario.source === undefined ? {} : { source: scenario.source }),
    ...(scenario.notes === undefined ? {} : { notes: scenario.notes }),
    currency: scenario.currency,
    unit: scenario.horizon.unit,
    ...(scenario.horizon.start === undefined ? {} : { start: scenario.horizon.start }),
    periods: model.periods,
    tail: model.tail,
    goal: scenario.goal,
    budget: scenario.budget,
    channels: Object.entries(scenario.channels).map(([name, { label, source }]) => ({
      name,
      ...(label === undefined ? {} : { label }),
      ...(source === undefined ? {} : { source }),
    })),
  };
}
