import type { ChannelSummary, DrawRequest, Model, Plan, PlanSummary, Report } from '../domain.ts';
import { drawsTold, judgingDraws, withDrawsOf } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import type { Books, BooksRequest } from '../finance/books.ts';
import type { Lags } from '../finance/cash.ts';
import type { CohortsView, FinanceOfChannel, FinanceView } from '../finance/finance-view.ts';
import { concentrationOf } from './finance/concentration.ts';
import { orderIntervals } from './finance/order-intervals.ts';
import { judgePlans } from './judge-plans.ts';
import { modelNotes } from './model-notes.ts';
import { planOfSummary, totalSpend } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import { exact } from '../report/numbers/exact.ts';
import { isPoint, rangeOf } from '../report/sentences/spread.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { searchDraws } from './search.ts';
import { drawsByPeriod } from '../simulate/by-period.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan, type TestedPlan } from './tested-plan.ts';
import { USUAL_CHANCE } from './usual.ts';
import { VERSION } from '../version.ts';

export interface FinanceWishes {
  /** Today's when left out. */
  readonly plan?: TestedPlan;
  /** The same plan, where it was judged before on the draws of these options: it is neither searched nor judged again. */
  readonly judged?: PlanSummary;
  /** Chance with which profit is to be reached and financing to be enough; `USUAL_CHANCE` when left out. */
  readonly chance?: number;
  /** Periods after which customers pay, and after which media are paid; at once when left out. */
  readonly lags?: Partial<Lags>;
}

const LONGEST_LAG = 520;
const PRESENT_VALUE = 'All money is at present value, media included, at the discount rate of the file.';

/**
 * A plan as finance sees it: profit and loss by period, cash with its lags, what to hold back, and how much depends on one channel.
 *
 * @throws ScenarioError  for a chance or lags that there cannot be, or without the recommended plan that is asked for
 */
export async function finance(
  engine: Engine,
  { scenario, echo }: Read,
  { plan: which = 'today', judged: known, chance = USUAL_CHANCE, lags: asked = {} }: FinanceWishes = {},
  options: RunOptions = {},
): Promise<FinanceView> {
  const lags = { collect: asked.collect ?? 0, pay: asked.pay ?? 0 };
  expectWishes(chance, lags);
  const model = compile(scenario, options.stresses);
  const same = withDrawsOf(() => model, options);
  const plan: Plan =
    known === undefined
      ? await testedPlan(engine, scenario, model, which, options)
      : { ...planOfSummary(known), name: which };
  const stopped = known === undefined ? stoppedNotes(options, which === 'recommended') : [];
  const { summary, draws, notes } = await judged(engine, model, plan, same, known);
  const request = drawsByPeriod(model, 1, { ...judgingDraws(same), draws: draws.judging });
  const { metrics, ratios, chanceOfLoss, channels } = summary;
  const wishes = { plan, every: orderIntervals(scenario, model), chance, lags };
  const [{ cohorts, ...books }, concentration] = await Promise.all([
    booksFor(engine, model, request, wishes, options),
    concentrationOf(engine, scenario, plan, channels, same),
  ]);
  const isDiscounted = model.discount.some((factor) => factor !== 1);
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: {
      ...draws,
      ...(which === 'recommended' ? { search: searchDraws(options).draws } : {}),
    },
    plan: { name: which, totalSpend: totalSpend(plan) },
    periods: books.periods,
    afterEnd: books.afterEnd,
    total: books.total,
    carryInProfit: summary.carryInProfit,
    isDiscounted,
    presentValue: metrics['profit']!.mean,
    ...(isPoint(rangeOf(summary)) ? {} : { downside: { worstMean: metrics['profit']!.worstMean, chanceOfLoss } }),
    ...(ratios.payback === undefined ? {} : { payback: ratios.payback }),
    chance,
    contingency: books.contingency,
    cash: books.cash,
    channels: channels.map((channel) => channelView(channel, cohorts)),
    ...(cohorts === undefined ? {} : { cohorts }),
    concentration,
    assumptions: echo,
    notes: [
      ...stopped,
      ...(isDiscounted ? [PRESENT_VALUE] : []),
      ...(request.draws < draws.judging ? [fewerNote(request.draws, draws.judging)] : []),
      ...modelNotes(scenario, model, options.stresses),
      ...notes,
    ],
  };
}

/** What a plan leads to over all periods; what is known of it is not worked out again. */
async function judged(
  engine: Engine,
  model: Model,
  plan: Plan,
  options: RunOptions,
  known: PlanSummary | undefined,
): Promise<{ readonly summary: PlanSummary; readonly draws: Report['draws']; readonly notes: readonly string[] }> {
  if (known !== undefined) {
    return { summary: known, draws: drawsTold({ ...judgingDraws(options), draws: known.draws }), notes: [] };
  }
  const { summaries, draws, notes } = await judgePlans(engine, model, [plan], options);
  return { summary: summaries[0]!, draws, notes };
}

/** The books, kept by a thread of its own where there is one. */
async function booksFor(
  engine: Engine,
  model: Model,
  draws: DrawRequest,
  wishes: Omit<BooksRequest, 'draws'>,
  { signal }: RunOptions,
): Promise<Books> {
  const key = engine.newKey();
  const asked = engine.pool.run(
    { kind: 'books', key, payload: { model, draws, keep: false }, requests: [{ ...wishes, draws: draws.draws }] },
    signal === undefined ? {} : { signal },
  );
  const [books] = await asked.finally(() => engine.pool.end(key));
  return books!;
}

function fewerNote(draws: number, judging: number): string {
  return `Lines by period, cash, reserves and cohorts are of the first ${exact(draws, 'count')} of ${exact(judging, 'count')} draws: more would take too much memory.`;
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
