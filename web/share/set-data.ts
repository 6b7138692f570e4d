/** A set of scenarios as it is kept and sent, and the way back: what comes from outside is not trusted. */
import { MOST_SCENARIOS, type OpenScenario, type ScenarioSet } from '../state/scenario-set.ts';

/** Characters; the reader takes no more of a text. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_NAME = 300;

export interface SetData {
  readonly format: 1;
  readonly scenarios: readonly { readonly name: string; readonly text: string; readonly opened?: string }[];
  /** Place of the selected scenario. */
  readonly selected: number;
}

export function dataOf({ scenarios, selected }: ScenarioSet): SetData {
  return {
    format: 1,
    scenarios: scenarios.map(({ name, text, opened }) => (opened === text ? { name, text } : { name, text, opened })),
    selected: scenarios.findIndex(({ id }) => id === selected),
  };
}

/** The set that was kept or sent; undefined for anything that is none. */
export function setFrom(data: unknown): ScenarioSet | undefined {
  if (!isRecord(data) || data['format'] !== 1 || !Array.isArray(data['scenarios'])) return undefined;
  const scenarios = (data['scenarios'] as readonly unknown[]).slice(0, MOST_SCENARIOS).map(scenarioFrom);
  const place = data['selected'];
  const [first] = scenarios;
  if (first === undefined || scenarios.includes(undefined)) return undefined;
  const all = scenarios as OpenScenario[];
  const selected = typeof place === 'number' ? (all[place] ?? first) : first;
  return { scenarios: all, selected: selected.id };
}

function scenarioFrom(data: unknown, place: number): OpenScenario | undefined {
  if (!isRecord(data)) return undefined;
  const { name, text, opened = text } = data;
  if (!isText(name, LONGEST_NAME) || !isText(text, LONGEST_TEXT) || !isText(opened, LONGEST_TEXT)) return undefined;
  return { id: String(place + 1), name, text, opened };
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
