import type {
  ChannelSummary,
  Estimate,
  MetricSummary,
  Model,
  Plan,
  PlanSummary,
  Target,
  TargetSummary,
  TotalName,
} from '../domain.ts';
import type { Row } from '../families.ts';
import { evaluateRows } from '../formula/compile.ts';
import { REPLICATES } from '../random/points.ts';
import { momentsOf } from '../statistics/moments.ts';
import { quantileOfSorted, tailMean } from '../statistics/quantile.ts';
import { sharesOf } from './distribution.ts';
import { fromReplicates, ofReplicates, ratio, certain } from './estimate.ts';
import { addSums, subtractSums, type ChannelSum, type ChannelTally, type ReplicateSums, type Tally } from './tally.ts';

/** Probabilities of the quantiles that are reported. */
const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
/** The worst tenth of draws. */
export const WORST_SHARE = 0.1;
/** Standard errors by which a chance must clear the wished one before it counts as reached or missed. */
const CLEAR = 2;
/** What happened in none of n draws may still have a chance of this over n (with 95 %): such draws show no error. */
const RULE_OF_THREE = 3;

/** What one plan leads to, with the simulation error of every figure. */
export function summarize(model: Model, plan: Plan, tally: Tally, edges: readonly number[]): PlanSummary {
  const rows = metricRows(model, tally);
  const totalSpend = plan.spend.reduce((total, spend) => spend.reduce((sum, amount) => sum + amount, total), 0);
  const { profit, carryInProfit, tailProfit } = tally.totals;
  return {
    plan: plan.name,
    spend: plan.spend.map((periods) => [...periods]),
    totalSpend,
    draws: tally.count,
    metrics: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, metricSummary(row)])),
    ratios: ratiosOf(tally.channels),
    chanceOfLoss: chance(profit, (value) => value < 0),
    targets: model.targets.map((target) => targetSummary(target, rows)),
    channels: model.channels.map((channel, c) =>
      channelSummary(channel.name, plan.spend[c]!, tally, tally.channels[c]!),
    ),
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
    worstMean: ofReplicates(
      tailMean(sorted, WORST_SHARE),
      parts.map((part) => tailMean(part, WORST_SHARE)),
    ),
  };
}

function targetSummary(target: Target, rows: Readonly<Record<string, Row>>): TargetSummary {
  const row = rows[target.metric]!;
  const reached = chance(
    row,
    (value) =>
      (target.atLeast === undefined || value >= target.atLeast) &&
      (target.atMost === undefined || value <= target.atMost),
  );
  if (target.probability === undefined) return { target, chance: reached };
  const unanimous = reached.value === 0 || reached.value === 1;
  const clear = unanimous && !isCertain(row) ? RULE_OF_THREE / row.length : CLEAR * reached.standardError;
  const verdict =
    reached.value - clear >= target.probability
      ? 'reached'
      : reached.value + clear < target.probability
        ? 'missed'
        : 'too close to call';
  return { target, chance: reached, verdict };
}

/**
 * Revenue per unit of media, and what it costs to win a customer without and with people's time. Who comes without any
 * spend, or by spend before the plan, is no return on what the plan spends; serving customers does not win them.
 */
function ratiosOf(channels: readonly ChannelTally[]): PlanSummary['ratios'] {
  const all = (name: ChannelSum) => addSums(channels.map(({ sums }) => sums[name]));
  const customers = subtractSums(all('customers'), all('carryInCustomers'));
  const full = subtractSums(subtractSums(all('cost'), all('serviceCost')), all('carryInWinningCost'));
  const people = subtractSums(all('peopleCost'), all('carryInPeopleCost'));
  return {
    roas: ratio(subtractSums(all('revenue'), all('carryInRevenue')), all('media')),
    cacCash: ratio(subtractSums(full, people), customers),
    cacFull: ratio(full, customers),
  };
}

function channelSummary(name: string, spend: Float64Array, all: Tally, tally: ChannelTally): ChannelSummary {
  const { sums } = tally;
  const draws = all.count;
  const mean = (series: ReplicateSums) => fromReplicates(series, draws);
  const total = spend.reduce((sum, amount) => sum + amount, 0);
  const { roas, cacCash, cacFull } = ratiosOf([tally]);
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
    ...(roas === undefined ? {} : { roas }),
    marginalRoas: fromReplicates(sums.marginalRevenue, all.marginalCount),
    marginalProfit: fromReplicates(sums.marginalProfit, all.marginalCount),
    ...(cacCash === undefined ? {} : { cacCash }),
    ...(cacFull === undefined ? {} : { cacFull }),
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

function meanOf(row: Row): Estimate {
  return isCertain(row) ? certain(row[0]!) : fromReplicates(replicateSums(row), row.length);
}

/** Whether all draws have the same value. */
function isCertain(row: Row): boolean {
  return row.every((value) => value === row[0]);
}

/** Chance of something, from the share of draws in each replicate where it holds. */
function chance(row: Row, holds: (value: number) => boolean): Estimate {
  return fromReplicates(replicateSums(row.map((value) => (holds(value) ? 1 : 0))), row.length);
}

function replicateSums(row: Row): ReplicateSums {
  const sums = new Float64Array(REPLICATES);
  for (let i = 0; i < row.length; i++) sums[i % REPLICATES] = sums[i % REPLICATES]! + row[i]!;
  return sums;
}

function splitReplicates(row: Row): readonly Row[] {
  return Array.from({ length: REPLICATES }, (_, r) =>
    Float64Array.from({ length: Math.ceil((row.length - r) / REPLICATES) }, (_, k) => row[r + k * REPLICATES]!),
  );
}
