import type { ChannelSummary, Estimate, MetricSummary, Model, Plan, PlanSummary, TargetRatio } from '../../domain.ts';
import type { RatioPart, TargetFamily } from '../../families/target.ts';
import { ratioTargets } from '../../targets/table.ts';
import { sharesOf } from './distribution.ts';
import { asksRatioChance } from '../goal/ratio-chances.ts';
import { fromReplicates, ratio } from '../tally/estimate.ts';
import { goalSummary } from './goal-summary.ts';
import { payback } from './payback.ts';
import { listOfPlan, LOSS, mapPlan, planRows, planWanted, RANGE, WORST_SHARE } from './series.ts';
import { type PlanSeries } from './plan-series.ts';
import {
  chanceEstimate,
  estimateOf,
  figuresOf,
  meanEstimate,
  quantileFigure,
  worstFigure,
  type SeriesFigures,
} from './series-figures.ts';
import {
  addSums,
  subtractSums,
  sumsOfPeriod,
  type ChannelSum,
  type ChannelSums,
  type PeriodSums,
  type ReplicateSums,
  type Tally,
  type TallySums,
} from '../tally/tally.ts';
import { targetSummary } from './target-summary.ts';

export { WORST_SHARE } from './series.ts';

/**
 * What one plan leads to, with the simulation error of every figure, from all its draws.
 *
 * @param today  today's plan on the same draws; the plan itself when left out
 */
export function summarize(
  model: Model,
  plan: Plan,
  tally: Tally,
  edges: readonly number[],
  today: Tally = tally,
): PlanSummary {
  const wanted = listOfPlan(planWanted(model)).values();
  const series = mapPlan(planRows(model, tally, today), (row) => figuresOf(row, wanted.next().value!));
  return summaryOf(model, plan, tally, series, { edges, shares: sharesOf(tally.totals.profit, edges) });
}

/** The same from figures of its draws. */
export function summaryOf(
  model: Model,
  plan: Plan,
  sums: TallySums,
  series: PlanSeries<SeriesFigures>,
  profitDistribution: PlanSummary['profitDistribution'],
): PlanSummary {
  const { rows } = series;
  const room = series.room.values();
  const totalSpend = plan.spend.reduce((total, spend) => spend.reduce((sum, amount) => sum + amount, total), 0);
  const channels = model.channels.map((channel, c) =>
    channelSummary(channel.name, plan.spend[c]!, sums, sums.channels[c]!, series.channels[c]!),
  );
  const ratios = {
    ...ratiosOf(sums.channels),
    ...satisfactionOf(model, sums.channels),
    ...(totalSpend > 0 ? ofSpend(model, channels, sums) : {}),
  };
  return {
    plan: plan.name,
    spend: plan.spend.map((periods) => [...periods]),
    totalSpend,
    draws: sums.count,
    metrics: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, metricSummary(row)])),
    ratios,
    chanceOfLoss: chanceEstimate(rows['profit']!, LOSS),
    goal: goalSummary(model.goal, series),
    targets: model.targets.map((target) =>
      targetSummary(target, rows, ratios, asksRatioChance(target) ? room.next().value : undefined),
    ),
    channels,
    profitDistribution,
    carryInProfit: meanEstimate(rows['carryInProfit']!),
    tailProfit: meanEstimate(rows['tailProfit']!),
    byPeriod: {
      profit: Array.from({ length: model.periods }, (_, t) => periodMean(sums, 'profit', t)),
      revenue: Array.from({ length: model.periods }, (_, t) => periodMean(sums, 'revenue', t)),
    },
  };
}

function metricSummary(figures: SeriesFigures): MetricSummary {
  return {
    mean: meanEstimate(figures),
    sd: estimateOf(figures.sd),
    quantiles: figures.quantiles.map(({ probability, figure }) => ({ probability, estimate: estimateOf(figure) })),
    worstMean: estimateOf(worstFigure(figures, WORST_SHARE)),
  };
}

/**
 * Ratios of totals, such as revenue per unit of media and what it costs to win a customer. Who comes without any
 * spend, or by spend before the plan, is no return on what the plan spends; serving customers does not win them.
 */
function ratiosOf(channels: readonly ChannelSums[]) {
  const all = (name: ChannelSum) => addSums(channels.map(({ sums }) => sums[name]));
  const customers = subtractSums(all('customers'), all('carryInCustomers'));
  const full = subtractSums(subtractSums(all('cost'), all('serviceCost')), all('carryInWinningCost'));
  const people = subtractSums(all('peopleCost'), all('carryInPeopleCost'));
  const parts: Readonly<Record<RatioPart, ReplicateSums>> = {
    revenue: subtractSums(all('revenue'), all('carryInRevenue')),
    media: all('media'),
    customers,
    cashCost: subtractSums(full, people),
    fullCost: full,
  };
  const families = Object.entries<TargetFamily>(ratioTargets);
  return existing(
    Object.fromEntries(
      families.flatMap(([name, { ofTotals }]) =>
        ofTotals === undefined ? [] : [[name, ratio(parts[ofTotals.of], parts[ofTotals.per])]],
      ),
    ),
  );
}

/** Mean satisfaction of the customers that the plan acquires in channels of which it is known. */
function satisfactionOf(model: Model, channels: readonly ChannelSums[]) {
  const rated = model.channels.flatMap(({ satisfaction }, c) => {
    const { customers, carryInCustomers } = channels[c]!.sums;
    return satisfaction === undefined ? [] : [{ satisfaction, acquired: subtractSums(customers, carryInCustomers) }];
  });
  if (rated.length === 0) return {};
  const weighted = rated.map(({ satisfaction, acquired }) => acquired.map((sum) => sum * satisfaction));
  return existing({ satisfaction: ratio(addSums(weighted), addSums(rated.map(({ acquired }) => acquired))) });
}

/** The return of the next unit of spend where it is smallest, and when profit has paid back what was spent. */
function ofSpend({ settled }: Model, channels: readonly ChannelSummary[], tally: TallySums) {
  const returns = channels.flatMap(({ byPeriod: { spend }, marginalRoas: next }) =>
    next !== undefined && spend.slice(settled).some((amount) => amount > 0) ? [next] : [],
  );
  const marginalRoas = returns.reduce<Estimate | undefined>(
    (least, next) => (least !== undefined && least.value <= next.value ? least : next),
    undefined,
  );
  return existing({ marginalRoas, payback: payback(tally.ownProfit) });
}

function existing(ratios: Readonly<Partial<Record<TargetRatio, Estimate | undefined>>>): PlanSummary['ratios'] {
  return Object.fromEntries(Object.entries(ratios).filter(([, estimate]) => estimate !== undefined));
}

function channelSummary(
  name: string,
  spend: Float64Array,
  all: TallySums,
  tally: ChannelSums,
  series: PlanSeries<SeriesFigures>['channels'][number],
): ChannelSummary {
  const { sums } = tally;
  const draws = all.count;
  const mean = (series: ReplicateSums) => fromReplicates(series, draws);
  const byPeriod = (series: PeriodSums) => Array.from(spend, (_, t) => mean(sumsOfPeriod(series, t)));
  const total = spend.reduce((sum, amount) => sum + amount, 0);
  const range = (figures: SeriesFigures): readonly [number, number] => [
    quantileFigure(figures, RANGE[0]).whole,
    quantileFigure(figures, RANGE[1]).whole,
  ];
  return {
    name,
    spend: total,
    cost: mean(sums.cost),
    leads: mean(sums.leads),
    customers: mean(sums.customers),
    revenue: mean(sums.revenue),
    profit: mean(sums.profit),
    hours: mean(sums.hours),
    ...ratiosOf([tally]),
    marginalRoas: fromReplicates(sums.marginalRevenue, all.marginalCount),
    marginalProfit: fromReplicates(sums.marginalProfit, all.marginalCount),
    precision: mean(sums.inside),
    range: { customers: range(series.customers), profit: range(series.profit) },
    byPeriod: {
      spend: [...spend],
      customers: byPeriod(tally.byPeriod.customers),
      revenue: byPeriod(tally.byPeriod.revenue),
      profit: byPeriod(tally.byPeriod.profit),
    },
    carryIn: { customers: mean(sums.carryInCustomers), profit: mean(sums.carryInProfit) },
    tail: { customers: mean(sums.tailCustomers), profit: mean(sums.tailProfit) },
  };
}

function periodMean(tally: TallySums, metric: 'profit' | 'revenue', t: number): Estimate {
  const parts = [tally.baseline[metric], ...tally.channels.map(({ byPeriod }) => byPeriod[metric])];
  return fromReplicates(addSums(parts.map((sums) => sumsOfPeriod(sums, t))), tally.count);
}
