/** A report written by hand: two channels, four weeks, money moved from one to the other. */
import type {
  ResourceWorth,
  ChannelSummary,
  Estimate,
  Goal,
  GoalSummary,
  LinearLimit,
  MetricSummary,
  Optimization,
  PlanSummary,
  Report,
} from '../../src/domain.ts';

export function estimate(value: number, standardError = 0): Estimate {
  return { value, standardError };
}

/** A figure whose 90 % range lies `spread` to each side of its mean. */
function metric(mean: Estimate, spread = 0): MetricSummary {
  const steps = [
    [0.05, -1],
    [0.1, -0.78],
    [0.25, -0.41],
    [0.5, 0],
    [0.75, 0.41],
    [0.9, 0.78],
    [0.95, 1],
  ] as const;
  return {
    mean,
    sd: estimate(spread / 1.645),
    quantiles: steps.map(([probability, step]) => ({
      probability,
      estimate: estimate(mean.value + step * spread, 2.2 * mean.standardError),
    })),
    worstMean: estimate(mean.value - 1.07 * spread, 3 * mean.standardError),
  };
}

interface ChannelInput {
  readonly name: string;
  readonly spend: readonly number[];
  readonly customers: Estimate;
  readonly roas?: Estimate;
  readonly marginalRoas: Estimate;
  readonly marginalProfit: Estimate;
}

function channel({ name, spend, customers, roas, marginalRoas, marginalProfit }: ChannelInput): ChannelSummary {
  const total = spend.reduce((sum, amount) => sum + amount, 0);
  const zero = spend.map(() => estimate(0));
  const cac = customers.value > 0 ? estimate(total / customers.value, 0.021) : undefined;
  return {
    name,
    spend: total,
    cost: estimate(total),
    leads: estimate(0),
    customers,
    revenue: estimate(customers.value * 80, customers.standardError * 80),
    profit: estimate(customers.value * 20, customers.standardError * 20),
    hours: estimate(0),
    ...(roas === undefined ? {} : { roas }),
    marginalRoas,
    marginalProfit,
    ...(cac === undefined ? {} : { cacCash: cac, cacFull: cac }),
    range: { customers: [0, 2 * customers.value], profit: [-1000, 9000] },
    byPeriod: { spend, customers: zero, revenue: zero, profit: zero },
    carryIn: { customers: estimate(0), profit: estimate(0) },
    tail: { customers: estimate(0), profit: estimate(0) },
  };
}

const edges = Array.from({ length: 21 }, (_, k) => -20_000 + k * 5_000);

function plan(
  name: string,
  channels: readonly ChannelSummary[],
  { profit, shares }: { readonly profit: Estimate; readonly shares: readonly number[] },
): PlanSummary {
  const customers = channels.reduce((sum, each) => sum + each.customers.value, 0);
  const none = metric(estimate(0));
  const totalSpend = channels.reduce((sum, each) => sum + each.spend, 0);
  return {
    plan: name,
    spend: channels.map((each) => each.byPeriod.spend),
    totalSpend,
    draws: 16_384,
    metrics: {
      spend: metric(estimate(totalSpend)),
      cost: metric(estimate(totalSpend)),
      leads: none,
      customers: metric(estimate(customers, 1.4), 300),
      referred: none,
      revenue: metric(estimate(customers * 80, 112), 24_000),
      margin: metric(estimate(customers * 35, 49), 10_000),
      profit: metric(profit, 21_000),
      hours: none,
      peopleCost: none,
      outsideTarget: none,
      lostLeads: none,
      carryInProfit: none,
      tailProfit: none,
      profitPerCustomer: metric(estimate(profit.value / customers, 0.013), 8),
    },
    ratios: {
      roas: estimate((customers * 80) / totalSpend, 0.0012),
      cacCash: estimate(totalSpend / customers, 0.021),
      cacFull: estimate(totalSpend / customers, 0.021),
    },
    chanceOfLoss: estimate(
      shares.slice(0, 4).reduce((sum, share) => sum + share, 0),
      0.0011,
    ),
    goal: { mean: profit },
    targets: [
      {
        target: { metric: 'customers', atLeast: 2400, probability: 0.8 },
        value: estimate(customers, 1.4),
        chance: estimate(name === 'today' ? 0.412 : 0.8612, 0.0023),
        verdict: name === 'today' ? 'missed' : 'reached',
      },
    ],
    channels,
    profitDistribution: { edges, shares },
    carryInProfit: estimate(0),
    tailProfit: estimate(0),
    byPeriod: { profit: [], revenue: [] },
  };
}

export const today = plan(
  'today',
  [
    channel({
      name: 'search',
      spend: [6000, 6000, 6000, 6000],
      customers: estimate(1604.2, 1.13),
      roas: estimate(5.347, 0.0041),
      marginalRoas: estimate(2.151, 0.0032),
      marginalProfit: estimate(-0.1182, 0.0014),
    }),
    channel({
      name: 'stores',
      spend: [4000, 4000, 4000, 4000],
      customers: estimate(611.9, 0.92),
      roas: estimate(3.0595, 0.0046),
      marginalRoas: estimate(2.961, 0.0052),
      marginalProfit: estimate(0.2311, 0.0023),
    }),
  ],
  {
    profit: estimate(18_214.3, 41.7),
    shares: [0, 0.01, 0.02, 0.04, 0.07, 0.11, 0.14, 0.15, 0.13, 0.11, 0.08, 0.06, 0.04, 0.02, 0.01, 0.01, 0, 0, 0, 0],
  },
);

export const recommended = plan(
  'recommended',
  [
    channel({
      name: 'search',
      spend: [4000, 4100, 4500, 5000],
      customers: estimate(1391.7, 0.98),
      roas: estimate(6.326, 0.0044),
      marginalRoas: estimate(2.704, 0.0033),
      marginalProfit: estimate(0.1091, 0.0013),
    }),
    channel({
      name: 'stores',
      spend: [5600, 5600, 5600, 5600],
      customers: estimate(1102.4, 1.21),
      roas: estimate(3.937, 0.0043),
      marginalRoas: estimate(2.677, 0.0047),
      marginalProfit: estimate(0.1088, 0.0021),
    }),
  ],
  {
    profit: estimate(26_480.9, 38.2),
    shares: [0, 0, 0.01, 0.01, 0.03, 0.05, 0.08, 0.11, 0.14, 0.16, 0.14, 0.1, 0.07, 0.05, 0.02, 0.01, 0.01, 0.01, 0, 0],
  },
);

export const limitOf = (name: string, path: string, bound: { least?: number; most?: number }): LinearLimit => ({
  name,
  path,
  terms: [{ channel: 1, period: 0, coefficient: 1 }],
  ...bound,
});

const found: Optimization = {
  status: 'optimal',
  goal: 'profit',
  plan: { name: 'recommended', spend: recommended.spend.map((periods) => Float64Array.from(periods)) },
  lowerBound: 26_390.2,
  upperBound: 26_391.9,
  gap: 0.0000644,
  gapKind: 'proven',
  searchDraws: 2048,
  iterations: 12,
  simulations: 14,
  wishes: [
    {
      wish: { target: { metric: 'customers', atLeast: 2400, probability: 0.8 } },
      asked: 0.8,
      reached: 0.8633,
      worth: 0,
    },
  ],
  binding: [
    { limit: limitOf('total budget', 'budget.total', { least: 40_000, most: 40_000 }), side: 'most', worth: 0.1089 },
    ...[0, 1, 2, 3].map((t) => ({
      limit: limitOf(`stores, period ${t + 1}, at most`, 'channels.stores.limits.max', { most: 5600 }),
      side: 'most' as const,
      worth: 0.21 + 0.03 * t,
    })),
  ],
};

export const report: Report = {
  kind: 'optimization',
  engine: '0.1.0',
  scenario: {
    name: 'Autumn',
    currency: 'EUR',
    unit: 'week',
    start: '2027-09-06',
    periods: 4,
    tail: 2,
    goal: { maximize: 'profit' },
    budget: { total: 40_000 },
    channels: [
      { name: 'search', label: 'Search' },
      { name: 'stores', label: '线下门店' },
    ],
  },
  draws: { seed: 'apportion', method: 'sobol', judging: 16_384, search: 2048 },
  plans: [today, recommended],
  differences: [
    {
      a: 'today',
      b: 'recommended',
      metric: 'profit',
      mean: estimate(8266.6, 21.4),
      interval: [8221, 8312.2],
      range: [-1204.4, 17_733.2],
      chanceBetter: estimate(0.9317, 0.0018),
      worstMeanChange: estimate(7900, 130),
    },
  ],
  optimization: found,
  freeBudget: {
    status: 'found',
    totalSpend: 51_280,
    spend: [],
    gap: 0.00008,
    difference: {
      a: 'recommended',
      b: 'free budget',
      metric: 'profit',
      mean: estimate(1140.2, 12.9),
      interval: [1112.7, 1167.7],
      range: [-2910, 5221],
      chanceBetter: estimate(0.66, 0.004),
      worstMeanChange: estimate(-800, 40),
    },
  },
  assumptions: [{ path: 'channels.search.price.cpc', text: '1 to 2', words: '90 % between 1.00 and 2.00 EUR' }],
  notes: ['Stressed in every draw: 涨价.'],
};

/** The recommendation for another goal and with other findings. */
export function withGoal(
  goal: Goal,
  found: Partial<Extract<Optimization, { readonly plan: unknown }>> = {},
  ofPlans: readonly [today: Partial<GoalSummary>, recommended: Partial<GoalSummary>] = [{}, {}],
): Report {
  return {
    ...report,
    scenario: { ...report.scenario, goal },
    plans: report.plans.map((plan, p) => ({ ...plan, goal: { ...plan.goal, ...ofPlans[p]! } })),
    optimization: { ...(report.optimization as Extract<Optimization, { readonly plan: unknown }>), ...found },
  };
}

/** The same scenario without a search. */
export const simulation: Report = {
  kind: 'simulation',
  engine: report.engine,
  scenario: report.scenario,
  draws: { seed: 'apportion', method: 'sobol', judging: 16_384 },
  plans: [today],
  differences: [],
  assumptions: [],
  notes: [],
};

/** The same scenario where no plan was recommended. */
export function without(optimization: Optimization): Report {
  const { freeBudget: _freeBudget, ...rest } = report;
  return { ...rest, plans: [today], differences: [], optimization };
}

const risk = { worst: 0.1, atLeast: 245_000 };

/** A limit on risk that no plan keeps. */
export const unreachable: Extract<Optimization, { readonly status: 'unreachable' }> = {
  status: 'unreachable',
  goal: 'profit',
  nearest: { name: 'nearest', spend: [] },
  wish: { risk },
  asked: 245_000,
  reached: 241_337,
  bound: 244_112,
  boundKind: 'proven',
  searchDraws: 1024,
  iterations: 3,
  simulations: 9,
};

/** The report that says so. */
export const beyondReach: Report = {
  ...without(unreachable),
  scenario: { ...report.scenario, goal: { maximize: 'profit', risk } },
};

/** Hours that a plan is short of, with what one more would add. */
export const promoter: ResourceWorth = {
  name: 'promoter',
  inHours: true,
  over: 'period',
  short: estimate(0.621, 0.005),
  oneMore: { mean: estimate(41.2, 0.5), range: [0, 120.4] },
  oneLess: estimate(41.3, 0.5),
};
