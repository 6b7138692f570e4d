/** The scenarios that are open in the page, as plain data, and what can be done to them. */

/** A text and what it is called: an example or a file of the planner's. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

/** One open scenario. */
export interface OpenScenario {
  /** Tells it from the others as long as the set is open; never shown. */
  readonly id: string;
  /** Of the file or example it was opened from. */
  readonly name: string;
  readonly text: string;
  /** The text as it was opened or last saved to a file. */
  readonly opened: string;
}

/** At least one scenario; one of them is selected. */
export interface ScenarioSet {
  readonly scenarios: readonly OpenScenario[];
  /** Id of the one that is edited and run. */
  readonly selected: string;
}

export const MOST_SCENARIOS = 20;

export function setOf(documents: readonly Document[]): ScenarioSet {
  if (documents.length === 0) throw new Error('a set has at least one scenario');
  const scenarios = documents
    .slice(0, MOST_SCENARIOS)
    .map(({ name, text }, place) => ({ id: String(place + 1), name, text, opened: text }));
  return { scenarios, selected: scenarios[0]!.id };
}

export function selectedOf({ scenarios, selected }: ScenarioSet): OpenScenario {
  return scenarios.find(({ id }) => id === selected) ?? scenarios[0]!;
}

/** The name that a scenario gives itself, where it stands on a line of its own; else that of its file. */
export function titleOf({ text, name }: Document): string {
  const line = /^(?:name|"name"|\s*"name"): *(.+?),?\s*$/m.exec(text)?.[1];
  const title = line
    ?.replace(/\s#.*$/, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .trim();
  return title === undefined || title === '' ? name : title;
}

/** The set with another text of one scenario; the same set when it has that text. */
export function withText(set: ScenarioSet, id: string, text: string): ScenarioSet {
  return change(set, id, (scenario) => (scenario.text === text ? scenario : { ...scenario, text }));
}

/** The set with one scenario changed; the same set when `act` returns what it was given. */
export function change(set: ScenarioSet, id: string, act: (scenario: OpenScenario) => OpenScenario): ScenarioSet {
  const before = set.scenarios.find((scenario) => scenario.id === id);
  const after = before && act(before);
  if (after === before || after === undefined) return set;
  return { ...set, scenarios: set.scenarios.map((scenario) => (scenario.id === id ? after : scenario)) };
}

/** The set with one more scenario, behind the selected one, and selected; the same set when it is full. */
export function withMore(set: ScenarioSet, { name, text }: Document, opened = text): ScenarioSet {
  if (set.scenarios.length >= MOST_SCENARIOS) return set;
  const id = String(Math.max(...set.scenarios.map((scenario) => Number(scenario.id))) + 1);
  const place = set.scenarios.findIndex((scenario) => scenario.id === set.selected) + 1;
  return { scenarios: set.scenarios.toSpliced(place, 0, { id, name, text, opened }), selected: id };
}

/** Both sets in one, as far as there is room; the first scenario of the second is selected. */
export function joined(first: ScenarioSet, second: ScenarioSet): ScenarioSet {
  const [head, ...rest] = second.scenarios as readonly [OpenScenario, ...OpenScenario[]];
  const end: ScenarioSet = { ...first, selected: first.scenarios.at(-1)!.id };
  const withHead = withMore(end, head);
  return { ...rest.reduce<ScenarioSet>((set, one) => withMore(set, one), withHead), selected: withHead.selected };
}

/** The set without a scenario; the last one stays. */
export function without(set: ScenarioSet, id: string): ScenarioSet {
  const place = set.scenarios.findIndex((scenario) => scenario.id === id);
  if (place < 0 || set.scenarios.length === 1) return set;
  const scenarios = set.scenarios.toSpliced(place, 1);
  const next = scenarios[Math.min(place, scenarios.length - 1)]!;
  return { scenarios, selected: set.selected === id ? next.id : set.selected };
}

/** The set with a scenario `by` places further to the right, or to the left. */
export function moved(set: ScenarioSet, id: string, by: number): ScenarioSet {
  const from = set.scenarios.findIndex((scenario) => scenario.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= set.scenarios.length || by === 0) return set;
  return { ...set, scenarios: set.scenarios.toSpliced(from, 1).toSpliced(to, 0, set.scenarios[from]!) };
}

/** Whether a scenario has edits that its file or example does not. */
export function isEdited({ text, opened }: OpenScenario): boolean {
  return text !== opened;
}
