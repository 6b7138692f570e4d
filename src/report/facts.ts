import type { Model, Scenario, ScenarioFacts } from '../domain.ts';

/** What a report says about the scenario it is of. The echo of its assumptions comes from the reader. */
export function scenarioFacts(scenario: Scenario, model: Model): ScenarioFacts {
  const resourceLabels = labelsOf(scenario.resources);
  const eventLabels = labelsOf(scenario.events);
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
    ...(resourceLabels === undefined ? {} : { resourceLabels }),
    ...(eventLabels === undefined ? {} : { eventLabels }),
  };
}

/** By name, of those that have one; nothing where none has. */
function labelsOf(
  entries: Readonly<Record<string, { readonly label?: string }>>,
): Readonly<Record<string, string>> | undefined {
  const labels = Object.entries(entries).flatMap(([name, { label }]) =>
    label === undefined ? [] : [[name, label] as const],
  );
  return labels.length === 0 ? undefined : Object.fromEntries(labels);
}
