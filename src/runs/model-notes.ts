import type { Model, Scenario } from '../domain.ts';

/**
 * What was done to the file's wishes before anything was drawn, in plain words.
 *
 * @param stresses  names of those that hold in every draw
 */
export function modelNotes(scenario: Scenario, model: Model, stresses: readonly string[] = []): readonly string[] {
  return [
    ...stresses.map((name) => `Stressed in every draw: ${scenario.stresses[name]?.label ?? name}.`),
    ...model.notes,
    ...model.repairs.map(
      ({ a, b, asked, used }) =>
        `The correlation of ${a} and ${b} is ${used.toFixed(2)} instead of ${asked.toFixed(2)}: the correlations asked for cannot hold together, and this is the nearest set that can.`,
    ),
  ];
}
