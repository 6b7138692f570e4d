import type {
  ChannelSummary,
  Estimate,
  MetricSummary,
  Model,
  Plan,
  PlanSummary,
  TargetRatio,
  TotalName,
} from '../domain.ts';
import type { Row } from '../families.ts';
import { evaluateRows } from '../formula/compile.ts';
import { momentsOf } from '../statistics/moments.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import { sharesOf } from './distribution.ts';
import { fromReplicates, ofReplicates, ratio } from './estimate.ts';
import { goalSummary } from './goal-summary.ts';
import { payback } from './payback.ts';
import { chance, meanOf, splitReplicates, worstMean } from './row-estimates.ts';
import { addSums, subtractSums, type ChannelSum, type ChannelTally, type ReplicateSums, type Tally } from './tally.ts';
import { targetSummary } from './target-summary.ts';

/** Probabilities of the quantiles that are reported. */
const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
/** The worst tenth of draws. */
export const WORST_SHARE = 0.1;

/**
 * What one plan leads to, with the simulation error of every figure.
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
  const rows = metricRows(model, tally);
  const totalSpend = plan.spend.reduce((total, spend) => spend.reduce((sum, amount) => sum + amount, total), 0);
  const { profit, carryInProfit, tailProfit } = tally.totals;
  const channels = model.channels.map((channel, c) =>
    channelSummary(channel.name, plan.spend[c]!, tally, tally.channels[c]!),
  );
  const ratios = { ...ratiosOf(tally.channels), ...(totalSpend > 0 ? ofSpend(channels, tally) : {}) };
  return {
    plan: plan.name,
    spend: plan.spend.map((periods) => [...periods]),
    totalSpend,
    draws: tally.count,
    metrics: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, metricSummary(row)])),
    ratios,
    chanceOfLoss: chance(profit, (value) => value < 0),
    goal: goalSummary(model.goal, tally.totals, today.totals),
    targets: model.targets.map((target) => targetSummary(target, rows, ratios)),
    channels,
    profitDistribution: { edges, shares: sharesOf(profit, edges) },
    carryInProfit: meanOf(carryInProfit),
    tailProfit: meanOf(tailProfit),
    byPeriod: {
      profit: Array.from({ length: model.periods }, (_, t) => periodMean(tally, 'profit', t)),
      revenue: Array.from({ length: model.periods }, (_, t) => periodMean(tally, 'revenue', t)),
    },
  };
}

/** The totals of each draw, and the planner's own metrics computed from them. */
function metricRows(model: Model, tally: Tally): Readonly<Record<string, Row>> {
  const rows: Record<string, Row> = { ...tally.totals };
  for (const { name, expression, uses } of model.metrics) {
    const out = new Float64Array(tally.count);
    evaluateRows(
      expression,
      uses.map((total: TotalName) => tally.totals[total]),
      out,
      tally.count,
    );
    rows[name] = out;
  }
  return rows;
}

function metricSummary(row: Row): MetricSummary {
  const parts = splitReplicates(row).map((part) => part.sort());
  const sorted = row.toSorted();
  const deviation = (values: Row) => momentsOf(values).sd;
  const quantiles = PROBABILITIES.map((probability) => ({
    probability,
    estimate: ofReplicates(
      quantileOfSorted(sorted, probability),
      parts.map((part) => quantileOfSorted(part, probability)),
    ),
  }));
  return {
    mean: meanOf(row),
    sd: ofReplicates(deviation(row), parts.map(deviation)),
    quantiles,
    worstMean: worstMean(sorted, parts, WORST_SHARE),
  };
}

/**
 * Revenue per unit of media, and what it costs to win a customer without and with people's time. Who comes without any
 * spend, or by spend before the plan, is no return on what the plan spends; serving customers does not win them.
 */
function ratiosOf(channels: readonly ChannelTally[]) {
  const all = (name: ChannelSum) => addSums(channels.map(({ sums }) => sums[name]));
  const customers = subtractSums(all('customers'), all('carryInCustomers'));
  const full = subtractSums(subtractSums(all('cost'), all('serviceCost')), all('carryInWinningCost'));
  const people = subtractSums(all('peopleCost'), all('carryInPeopleCost'));
  return existing({
    roas: ratio(subtractSums(all('revenue'), all('carryInRevenue')), all('media')),
    cacCash: ratio(subtractSums(full, people), customers),
    cacFull: ratio(full, customers),
  });
}

/** The return of the next unit of spend where it is smallest, and when profit has paid back what was spent. */
function ofSpend(channels: readonly ChannelSummary[], tally: Tally) {
  const marginalRoas = channels
    .flatMap(({ spend, marginalRoas: next }) => (spend > 0 && next !== undefined ? [next] : []))
    .reduce((least, next) => (next.value < least.value ? next : least));
  return existing({ marginalRoas, payback: payback(tally.ownProfit) });
}

function existing(ratios: Readonly<Partial<Record<TargetRatio, Estimate | undefined>>>): PlanSummary['ratios'] {
  return Object.fromEntries(Object.entries(ratios).filter(([, estimate]) => estimate !== undefined));
}

function channelSummary(name: string, spend: Float64Array, all: Tally, tally: ChannelTally): ChannelSummary {
  const { sums } = tally;
  const draws = all.count;
  const mean = (series: ReplicateSums) => fromReplicates(series, draws);
  const total = spend.reduce((sum, amount) => sum + amount, 0);
  const range = (row: Row): readonly [number, number] => {
    const sorted = row.toSorted();
    return [quantileOfSorted(sorted, 0.05), quantileOfSorted(sorted, 0.95)];
  };
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
    range: { customers: range(tally.customers), profit: range(tally.profit) },
    byPeriod: {
      spend: [...spend],
      customers: tally.byPeriod.customers.map(mean),
      revenue: tally.byPeriod.revenue.map(mean),
      profit: tally.byPeriod.profit.map(mean),
    },
    carryIn: { customers: mean(sums.carryInCustomers), profit: mean(sums.carryInProfit) },
    tail: { customers: mean(sums.tailCustomers), profit: mean(sums.tailProfit) },
  };
}

function periodMean(tally: Tally, metric: 'profit' | 'revenue', t: number): Estimate {
  const parts = tally.channels.map((channel) => channel.byPeriod[metric][t]!);
  return fromReplicates(addSums([tally.baseline[metric][t]!, ...parts]), tally.count);
}
