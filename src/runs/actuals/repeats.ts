import type { ActualsOfChannel } from '../../actuals/read-actuals.ts';
import type { DrawRequest, Scenario } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { CountOutturn } from '../../finance/plan-against-actuals.ts';
import { ordersDue, ordersExpected } from '../../finance/returning.ts';
import { compile } from '../../scenario/compile/compile.ts';
import { rowOf } from '../../simulate/block/block.ts';
import { openSampler } from '../../simulate/sample.ts';
import { countOutturn, sum } from './count-outturn.ts';

/**
 * Further orders of the customers who really came, beside those to be expected of so many: whether customers of a channel stay.
 * Undefined where they were not counted, or none has come due.
 */
export function repeatsOf(
  scenario: Scenario,
  name: string,
  { repeats, customers }: ActualsOfChannel,
  request: DrawRequest,
): CountOutturn | undefined {
  const repeat = scenario.channels[name]!.value.repeat ?? scenario.value.repeat;
  if (repeat === undefined || repeats === undefined) return undefined;
  const due = ordersDue(customers, repeat);
  if (due.length === 0) return undefined;
  const expected = repeatRates(scenario, name, request).map((rate) => ordersExpected(due, rate));
  return countOutturn(expected, sum(repeats), `${name}, repeats`, request.seed);
}

/** Draws of the share of orders that are followed by another. */
function repeatRates(scenario: Scenario, name: string, request: DrawRequest): Row {
  const model = compile(scenario);
  const block = openSampler(model, request).block(0, request.draws);
  return rowOf(block, model.channels.find((channel) => channel.name === name)!.value.repeatRate);
}
