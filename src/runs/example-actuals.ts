import { firstOrders } from './actuals.ts';
import { counted } from '../information/pilot.ts';
import { todaysPlan } from '../optimize/plans.ts';
import type { Read } from './run.ts';
import { compile } from '../scenario/compile/compile.ts';
import { byPeriod, type PlanByPeriod } from '../simulate/by-period.ts';
import { prepareDraws } from '../simulate/chunk.ts';

/** Periods that are past in the example, of a plan that has so many. */
const PAST = 4;
const SEED = 'example of actuals';
/** The fewest draws there are; only the first one is told. */
const DRAWS = 256;

/**
 * A table of what may have come of the first periods of a plan, as CSV: to start from, and to see what such a table looks like. It
 * is one case of those that the file holds possible, with the spend that is planned.
 */
export function exampleActuals({ scenario }: Read): string {
  const model = compile(firstOrders(scenario));
  const plan = todaysPlan(model);
  const draws = prepareDraws(model, { seed: SEED, method: 'sobol', draws: DRAWS }, false);
  const [{ channels }] = byPeriod(draws, [plan], DRAWS) as readonly [PlanByPeriod];
  const past = Math.min(PAST, model.periods);
  const rows = Array.from({ length: past }, (_, t) =>
    model.channels.map(({ name }, c) => {
      const expected = channels[c]!.customers[t]!;
      const [customers] = counted(expected, `${name}, period ${t + 1}`, SEED);
      const each = expected[0]! > 0 ? channels[c]!.revenue[t]![0]! / expected[0]! : 0;
      return [t + 1, cellOf(name), plan.spend[c]![t]!, customers!, customers! * each].map((value) =>
        typeof value === 'number' ? Math.round(value) : value,
      );
    }),
  ).flat();
  return [[scenario.horizon.unit, 'channel', 'spend', 'customers', 'revenue'], ...rows]
    .map((row) => `${row.join(',')}\n`)
    .join('');
}

/** In quotes where commas, quotes or line ends would be taken for signs. */
function cellOf(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
