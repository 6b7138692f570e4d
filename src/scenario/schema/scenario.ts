import { baseline } from './baseline.ts';
import { budget } from './budget.ts';
import { channels } from './channel.ts';
import { currencies, currency } from './currency.ts';
import { correlations } from './dependence.ts';
import { goal, metrics, targets } from './goals.ts';
import { groups, resources, segments } from './groups.ts';
import { horizon } from './horizon.ts';
import { section, text } from './leaf.ts';
import { limitFields } from './limit-fields.ts';
import { named } from './name.ts';
import { whole } from './number.ts';
import { quantity } from './quantity.ts';
import type { Unread } from './read.ts';
import { screening } from './screening.ts';
import { season } from './season.ts';
import { events, stresses } from './shocks.ts';
import { value } from './value.ts';
import type { z } from './zod.ts';

/** The file, field by field: what is read and what the JSON Schema says are made from this. */
export const scenarioSchema = section('A marketing budget: what is believed, wished and allowed.', {
  apportion: whole('Version of the file format: 1.', { least: 1, most: 1 }),
  extends: text('File beside this one whose fields hold where this file says nothing else.', 400).exactOptional(),
  name: text('Name of the scenario.', 200),
  notes: text('Anything worth remembering.', 20_000).exactOptional(),
  source: text('Where the numbers come from.', 2000).exactOptional(),
  currency: currency('Currency of all money, as its three letters: EUR.'),
  horizon,
  budget,
  assumptions: named(
    'Quantities with a name, for use in formulas: `= marketCpm * 1.1`.',
    quantity('One quantity: a number, a range such as `3 to 5`, or a formula.', 'number'),
  ).exactOptional(),
  currencies: currencies.exactOptional(),
  value: value.exactOptional(),
  baseline: baseline.exactOptional(),
  season: season('Demand index of each period, for channels without their own: 1.2 is 20 % more.').exactOptional(),
  channels,
  segments: segments.exactOptional(),
  groups: groups.exactOptional(),
  ...limitFields('file'),
  resources: resources.exactOptional(),
  correlations: correlations.exactOptional(),
  events: events.exactOptional(),
  stresses: stresses.exactOptional(),
  metrics: metrics.exactOptional(),
  targets: targets.exactOptional(),
  goal: goal.exactOptional(),
  screening: screening.exactOptional(),
});

/** A file whose fields have been read one by one; how they go together has not been looked at. */
export type ScenarioFile = Unread<z.output<typeof scenarioSchema>>;
