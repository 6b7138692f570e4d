import { addRows, byPeriod, drawsByPeriod, type PlanByPeriod } from './by-period.ts';
import type { ChannelSummary, Estimate, Model, Plan, Scenario } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { judgingDraws, withDrawsOf } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../families.ts';
import { cashPath, deepest, type Lags } from '../finance/cash.ts';
import { herfindahl } from '../finance/concentration.ts';
import { contingency } from '../finance/contingency.ts';
import type {
  CohortsView,
  Concentrations,
  FinanceOfChannel,
  FinanceView,
  PeriodLine,
} from '../finance/finance-view.ts';
import { openCohorts } from './finance/cohorts.ts';
import { judgePlans } from './judge-plans.ts';
import { modelNotes } from './model-notes.ts';
import { totalSpend } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Engine, Read, RunOptions } from './run.ts';
import { compile } from '../scenario/compile/compile.ts';
import { searchDraws } from './search.ts';
import { changeOf } from '../simulate/difference.ts';
import { certain } from '../simulate/estimate.ts';
import { meanOf } from '../simulate/row-estimates.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import { shocked, times } from '../stress/shocks.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan, type TestedPlan } from './tested-plan.ts';
import { USUAL_CHANCE } from './usual.ts';
import { VERSION } from '../version.ts';

export interface FinanceWishes {
  /** Today's when left out. */
  readonly plan?: TestedPlan;
  /** Chance with which profit is to be reached and financing to be enough; `USUAL_CHANCE` when left out. */
  readonly chance?: number;
  /** Periods after which customers pay, and after which media are paid; at once when left out. */
  readonly lags?: Partial<Lags>;
}

const LONGEST_LAG = 520;
const PRESENT_VALUE = 'All money is at present value, media included, at the discount rate of the file.';
/** A factor so small that nothing comes of what is spent. */
const NOTHING = 1e-9;

/**
 * A plan as finance sees it: profit and loss by period, cash with its lags, what to hold back, and how much depends on one channel.
 *
 * @throws ScenarioError  for a chance or lags that there cannot be, or without the recommended plan that is asked for
 */
export async function finance(
  engine: Engine,
  { scenario, echo }: Read,
  { plan: which = 'today', chance = USUAL_CHANCE, lags: asked = {} }: FinanceWishes = {},
  options: RunOptions = {},
): Promise<FinanceView> {
  const lags = { collect: asked.collect ?? 0, pay: asked.pay ?? 0 };
  expectWishes(chance, lags);
  const model = compile(scenario, options.stresses);
  const same = withDrawsOf(() => model, options);
  const plan = await testedPlan(engine, scenario, model, which, options);
  const stopped = stoppedNotes(options, which === 'recommended');
  const judged = await judgePlans(engine, model, [plan], same);
  const [summary] = judged.summaries;
  const request = drawsByPeriod(model, 1, { ...judgingDraws(same), draws: judged.draws.judging });
  const customers = openCohorts(scenario, model, request.draws);
  const [outcome] = byPeriod(model, [plan], request, options, customers.add) as readonly [PlanByPeriod];
  const cohorts = customers.view();
  const parts = [...outcome.channels, outcome.baseline];
  const profits = parts.map(({ profit }) => addRows(profit, request.draws));
  const ends = model.periods + model.tail;
  const spend = Array.from(
    { length: ends },
    (_, t) => model.discount[t]! * plan.spend.reduce((sum, row) => sum + (row[t] ?? 0), 0),
  );
  const lines = Array.from({ length: ends }, (_, t) => lineOf(parts, t, t + 1, spend, request.draws));
  const path = cashPath(flowsOf(parts, spend, request.draws), lags);
  const need = deepest(path);
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: {
      ...judged.draws,
      ...(which === 'recommended' ? { search: searchDraws(options).draws } : {}),
    },
    plan: { name: which, totalSpend: totalSpend(plan) },
    periods: lines.slice(0, model.periods),
    tail: lineOf(parts, model.periods, ends, spend, request.draws),
    total: lineOf(parts, 0, ends, spend, request.draws),
    presentValue: summary!.metrics['profit']!.mean,
    ...(summary!.ratios.payback === undefined ? {} : { payback: summary!.ratios.payback }),
    chance,
    contingency: contingency(profits, chance),
    cash: {
      lags,
      path: path.map((row) => row.reduce((sum, value) => sum + value, 0) / row.length),
      atLeast: path.map((row) => quantileOfSorted(row.toSorted(), 1 - chance)),
      deepest: { mean: meanOf(need), atMost: quantileOfSorted(need.toSorted(), chance) },
    },
    channels: summary!.channels.map((channel) => channelView(channel, cohorts)),
    ...(cohorts === undefined ? {} : { cohorts }),
    concentration: await concentrationOf(engine, scenario, plan, summary!.channels, same),
    assumptions: echo,
    notes: [
      ...stopped,
      ...(model.discount.some((factor) => factor !== 1) ? [PRESENT_VALUE] : []),
      ...modelNotes(scenario, model, options.stresses),
      ...judged.notes,
    ],
  };
}

function expectWishes(chance: number, { collect, pay }: Lags): void {
  const issue = (path: string, message: string) => ({ severity: 'error' as const, path, message });
  const issues = [
    ...(chance > 0 && chance < 1 ? [] : [issue('chance', `must lie between 0 % and 100 %, got ${chance}`)]),
    ...Object.entries({ collect, pay }).flatMap(([name, lag]) =>
      Number.isInteger(lag) && lag >= 0 && lag <= LONGEST_LAG
        ? []
        : [issue(name, `must be a whole number of periods from 0 to ${LONGEST_LAG}, got ${lag}`)],
    ),
  ];
  if (issues.length > 0) throw new ScenarioError(issues);
}

/** Sums over parts and the periods `from` to `to - 1`. */
function lineOf(
  parts: PlanByPeriod['channels'],
  from: number,
  to: number,
  spend: readonly number[],
  draws: number,
): PeriodLine {
  const sum = (name: 'customers' | 'revenue' | 'profit') =>
    addRows(
      parts.flatMap((part) => part[name].slice(from, to)),
      draws,
    );
  const mean = (row: Row) => row.reduce((all, value) => all + value, 0) / draws;
  const profit = from === to ? certain(0) : meanOf(sum('profit'));
  const [revenue, media] = [mean(sum('revenue')), spend.slice(from, to).reduce((all, amount) => all + amount, 0)];
  return { customers: mean(sum('customers')), revenue, media, otherCosts: revenue - media - profit.value, profit };
}

/** Media are paid for apart; what customers bring comes in less all other costs. */
function flowsOf(parts: PlanByPeriod['channels'], spend: readonly number[], draws: number) {
  const paid = spend.map((amount) => new Float64Array(draws).fill(amount));
  const collected = spend.map((_, t) => {
    const profit = addRows(
      parts.map((part) => part.profit[t]!),
      draws,
    );
    return profit.map((value, i) => value + paid[t]![i]!);
  });
  return { collected, paid };
}

function channelView(channel: ChannelSummary, cohorts: CohortsView | undefined): FinanceOfChannel {
  const { name, spend, customers, profit, hours, cacCash, cacFull } = channel;
  const won = cohorts?.channels.find((each) => each.name === name);
  return {
    name,
    spend,
    customers: customers.value,
    ...(won === undefined ? {} : { valuePerCustomer: won.whole.byAge.at(-1)!.value.value }),
    ...(cacCash === undefined ? {} : { cacCash: cacCash.value }),
    ...(cacFull === undefined ? {} : { cacFull: cacFull.value }),
    hours: hours.value,
    profit: profit.value,
  };
}

async function concentrationOf(
  engine: Engine,
  scenario: Scenario,
  plan: Plan,
  channels: readonly ChannelSummary[],
  options: RunOptions,
): Promise<Concentrations> {
  const revenues = channels.map(({ revenue }) => revenue.value);
  const [spend, revenue] = [herfindahl(channels.map((channel) => channel.spend)), herfindahl(revenues)];
  const total = revenues.reduce((sum, value) => sum + Math.max(0, value), 0);
  const largest = channels.reduce((most, channel) => (channel.revenue.value > most.revenue.value ? channel : most));
  const shared = {
    ...(spend === undefined ? {} : { spend }),
    ...(revenue === undefined ? {} : { revenue }),
  };
  if (!(largest.revenue.value > 0)) return shared;
  const draws = judgingDraws(options);
  const profitIn = async (model: Model) =>
    (await byDraw(engine, model, [plan], { weights: { profit: 1 } }, draws, options))[0]!;
  const stresses = options.stresses ?? [];
  const before = await profitIn(compile(scenario, stresses));
  const changeIn = async (model: Model): Promise<Estimate> => changeOf(before, await profitIn(model)).mean;
  const { name } = largest;
  return {
    ...shared,
    largest: {
      channel: name,
      share: largest.revenue.value / total,
      closed: await changeIn(shocked(scenario, { switchOff: [name] }).compile(stresses)),
      fails: await changeIn(shocked(scenario, { multiply: [times(name, 'demand', NOTHING)] }).compile(stresses)),
    },
  };
}
