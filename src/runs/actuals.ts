import type { Actuals, ActualsOfChannel } from '../actuals/read-actuals.ts';
import type { CustomerValue, Plan, Scenario } from '../domain.ts';
import { drawsTold, judgingDraws, withDrawsOf } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import type { Calibration, ChannelOutturn, CountOutturn, PlanAgainstActuals } from '../finance/plan-against-actuals.ts';
import { varianceOfCustomers, varianceOfRevenue, type Outturn } from '../finance/variance.ts';
import { counted } from '../information/pilot.ts';
import { boughtBy, boughtOutturn, type Bought } from './actuals/bought.ts';
import { bandOf, LEVEL, standingIn, sum } from './actuals/count-outturn.ts';
import { repeatsOf } from './actuals/repeats.ts';
import { modelNotes } from './model-notes.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import { compile } from '../scenario/compile/compile.ts';
import { addRows, drawsByPeriod, openByPeriod, type PeriodRows } from '../simulate/by-period.ts';
import { prepareDraws } from '../simulate/chunk.ts';
import { openSampler } from '../simulate/sample.ts';
import { clopperPearson } from '../statistics/probability.ts';
import { takeTurn } from './turns.ts';
import { VERSION } from '../version.ts';

const CONFIDENCE = 0.95;

/**
 * The plan of the file beside what came of it: which part of the difference is other spend, which is what spend brought, which is what
 * customers paid; which channels lie outside what was to be expected; and how many ranges held.
 *
 * @throws ScenarioError  when `actuals` does not fit the scenario
 */
export async function planAgainstActuals(
  { scenario, echo }: Read,
  actuals: Actuals,
  options: RunOptions = {},
): Promise<PlanAgainstActuals> {
  expectFit(scenario, actuals);
  const model = compile(firstOrders(scenario), options.stresses);
  const { periods } = actuals;
  const planned = todaysPlan(model);
  const spent: Plan = {
    name: 'spent',
    spend: model.channels.map(({ name }, c) => {
      const row = planned.spend[c]!.slice();
      row.set(actuals.channels[name]!.spend);
      return row;
    }),
  };
  const request = drawsByPeriod(model, 2, judgingDraws(withDrawsOf(() => model, options)));
  const rows = openByPeriod(prepareDraws(model, request, false), [planned, spent], request.draws);
  for (const conditions of rows.blocks) {
    await takeTurn(options, conditions.block.first, request.draws);
    rows.add(conditions);
  }
  const [before, after] = rows.plans;
  const hasRevenue = Object.values(actuals.channels).every(({ revenue }) => revenue !== undefined);
  const draws = openSampler(model, request).block(0, request.draws);
  const parts = model.channels.map(({ name }, c): Part => {
    const actual = actuals.channels[name]!;
    const bought = boughtBy(scenario, model, c, actual, draws);
    const repeats = repeatsOf(scenario, name, actual, request);
    return {
      name,
      spend: { planned: sum(planned.spend[c]!.subarray(0, periods)), actual: sum(actual.spend) },
      planned: before!.channels[c]!,
      expected: after!.channels[c]!,
      actual,
      ...(bought === undefined ? {} : { bought }),
      ...(repeats === undefined ? {} : { repeats }),
    };
  });
  const outturn = (list: readonly Part[], name: string) =>
    outturnOf(list, name, { periods, draws: request.draws, seed: request.seed, hasRevenue });
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: drawsTold(request),
    periods,
    of: hasRevenue ? 'revenue' : 'customers',
    channels: parts.map((part) => outturn([part], part.name)),
    total: outturn(parts, 'all channels'),
    calibration: calibrationOf(parts, periods, request.seed),
    assumptions: echo,
    notes: [
      ...(repeats(scenario)
        ? ['Repeat orders are left out: actual revenue is compared with that of first orders.']
        : []),
      ...modelNotes(scenario, model, options.stresses),
    ],
  };
}

/** One channel as planned, as expected of what was spent, and as it came. */
interface Part {
  readonly name: string;
  readonly spend: ChannelOutturn['spend'];
  readonly planned: PeriodRows;
  readonly expected: PeriodRows;
  readonly actual: ActualsOfChannel;
  readonly bought?: Bought;
  readonly repeats?: CountOutturn;
}

interface Facts {
  readonly periods: number;
  readonly draws: number;
  readonly seed: string;
  readonly hasRevenue: boolean;
}

function expectFit({ channels, horizon }: Scenario, actuals: Actuals): void {
  const names = Object.keys(channels);
  const issues = names.flatMap((name) => {
    const own = actuals.channels[name];
    const lengths =
      own === undefined ? [0] : [own.spend, own.customers, own.revenue ?? own.spend].map((row) => row.length);
    return lengths.every((length) => length === actuals.periods)
      ? []
      : [
          {
            severity: 'error' as const,
            path: `actuals.${name}`,
            message:
              actuals.periods === 1
                ? 'must have a number for the past period'
                : `must have a number for each of the ${actuals.periods} past periods`,
          },
        ];
  });
  if (!(actuals.periods >= 1 && actuals.periods <= horizon.periods)) {
    issues.push({
      severity: 'error',
      path: 'actuals.periods',
      message: `must be from 1 to ${horizon.periods}, got ${actuals.periods}`,
    });
  }
  if (issues.length > 0) throw new ScenarioError(issues);
}

/** The scenario in which customers buy once and money is not discounted: what books of the first periods can show. */
export function firstOrders(scenario: Scenario): Scenario {
  const once = ({ repeat: _repeat, discountRate: _rate, ...value }: CustomerValue): CustomerValue => value;
  return {
    ...scenario,
    value: once(scenario.value),
    channels: Object.fromEntries(
      Object.entries(scenario.channels).map(([name, channel]) => [name, { ...channel, value: once(channel.value) }]),
    ),
  };
}

function repeats({ value, channels }: Scenario): boolean {
  return [value, ...Object.values(channels).map((channel) => channel.value)].some(({ repeat }) => repeat !== undefined);
}

function outturnOf(parts: readonly Part[], name: string, { periods, draws, seed, hasRevenue }: Facts): ChannelOutturn {
  const rowsOf = (which: 'planned' | 'expected', what: keyof PeriodRows) =>
    addRows(
      parts.flatMap((part) => part[which][what].slice(0, periods)),
      draws,
    );
  const mean = (row: Float64Array) => sum(row) / draws;
  const expected = rowsOf('expected', 'customers');
  const customers: Outturn = {
    planned: mean(rowsOf('planned', 'customers')),
    expected: mean(expected),
    actual: sum(parts.flatMap((part) => part.actual.customers)),
  };
  const revenue: Outturn | undefined = hasRevenue
    ? {
        planned: mean(rowsOf('planned', 'revenue')),
        expected: mean(rowsOf('expected', 'revenue')),
        actual: sum(parts.flatMap((part) => part.actual.revenue!)),
      }
    : undefined;
  const counts = counted(expected, `${name}, all past periods`, seed).sort();
  const band = bandOf(counts);
  const [only, second] = parts;
  const { bought, repeats }: Partial<Part> = second === undefined ? only! : {};
  const noMore = counts.reduce((count, value) => (value <= customers.actual ? count + 1 : count), 0);
  return {
    name,
    spend: {
      planned: sum(parts.map((part) => part.spend.planned)),
      actual: sum(parts.map((part) => part.spend.actual)),
    },
    customers,
    ...(revenue === undefined ? {} : { revenue }),
    band,
    chanceOfNoMore: noMore / draws,
    standing: standingIn(band, customers.actual),
    variance: revenue === undefined ? varianceOfCustomers(customers) : varianceOfRevenue(customers, revenue),
    ...(repeats === undefined ? {} : { repeats }),
    ...(bought === undefined ? {} : { bought: boughtOutturn(bought, expected, name, seed, customers, revenue) }),
  };
}

/** Of each channel and past period with spend, whether what came lies in its range. */
function calibrationOf(parts: readonly Part[], periods: number, seed: string): Calibration {
  const cells = parts.flatMap((part) =>
    Array.from({ length: periods }, (_, t) => t)
      .filter((t) => part.actual.spend[t]! > 0)
      .map((t) => {
        const counts = counted(part.expected.customers[t]!, `${part.name}, period ${t + 1}`, seed).sort();
        return standingIn(bandOf(counts), part.actual.customers[t]!) === 'within';
      }),
  );
  const held = cells.filter(Boolean).length;
  const { low, high } = cells.length === 0 ? { low: 0, high: 1 } : clopperPearson(held, cells.length, CONFIDENCE);
  return {
    ranges: cells.length,
    held,
    interval: [low, high],
    verdict: high < LEVEL ? 'too narrow' : low > LEVEL ? 'too wide' : 'as promised',
  };
}
