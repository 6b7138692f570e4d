import type { ActualsOfChannel } from '../../actuals/read-actuals.ts';
import type { Model, Scenario } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { BoughtOutturn } from '../../finance/plan-against-actuals.ts';
import { effectivenessOf, type Outturn } from '../../finance/variance.ts';
import type { Block } from '../../simulate/block/block.ts';
import { countOutturn, sum } from './count-outturn.ts';
import { customersPerBought, stageBought, type BoughtStage } from './stage-bought.ts';

/** What the money of a channel bought in all past periods, and how many customers each becomes in each draw. */
export interface Bought {
  readonly stage: BoughtStage;
  readonly actual: number;
  readonly rate: Row;
}

/** See {@link Bought}; undefined where it was not counted, or cannot be told from customers. */
export function boughtBy(
  scenario: Scenario,
  model: Model,
  c: number,
  { impressions: impression, clicks: click, leads: lead }: ActualsOfChannel,
  block: Block,
): Bought | undefined {
  const { name } = model.channels[c]!;
  const stage = stageBought(scenario, name);
  const counts = stage === undefined ? undefined : { impression, click, lead }[stage];
  if (stage === undefined || counts === undefined) return undefined;
  return { stage, actual: sum(counts), rate: customersPerBought(model, c, scenario.channels[name]!, block) };
}

/** @param expected  customers of what was spent, draw by draw */
export function boughtOutturn(
  { stage, actual, rate }: Bought,
  expected: Row,
  name: string,
  seed: string,
  customers: Outturn,
  revenue: Outturn | undefined,
): BoughtOutturn {
  const rows = expected.map((value, i) => (rate[i]! > 0 ? value / rate[i]! : 0));
  const count = countOutturn(rows, actual, `${name}, ${stage}`, seed);
  return { stage, ...count, effectiveness: effectivenessOf(customers, count, revenue) };
}
