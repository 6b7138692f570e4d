import { beforeAll, describe, expect, it } from 'vitest';
import type { Difference, DrawMethod, Estimate, Plan, PlanSummary, Scenario } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { prepareDraws, tallyPlans } from '../../src/simulate/chunk.ts';
import { differenceOf } from '../../src/simulate/summary/difference.ts';
import { profitEdges, sharesOf } from '../../src/simulate/summary/distribution.ts';
import { summarize } from '../../src/simulate/summary/summarize.ts';
import type { Tally } from '../../src/simulate/tally/tally.ts';
import { mergeTallies } from '../../src/simulate/outcome/tally-room.ts';
import { everything } from '../support/everything.ts';
import { drawsOf } from '../support/one-draw.ts';
import { certain, channel, lognormal, scenario, uncertain, uniform } from '../support/scenario.ts';

const DRAWS = 1024;

interface Judged {
  readonly summary: PlanSummary;
  readonly tally: Tally;
}

function judged(of: Scenario, draws = DRAWS, seed = 'summary', method: DrawMethod = 'sobol', plan?: Plan): Judged {
  const model = compile(of);
  const prepared = prepareDraws(model, { seed, method, draws }, false);
  const judgedPlan = plan ?? todaysPlan(model);
  const [tally] = tallyPlans(prepared, [judgedPlan], { first: 0, count: draws });
  return { summary: summarize(model, judgedPlan, tally!, profitEdges([tally!])), tally: tally! };
}

/** Sums of a thousand draws in another order. */
const ROUNDING = 1e-11;
function expectSame(a: number, b: number, size = Math.abs(b)): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(ROUNDING * size);
}

function sumOf(estimates: readonly Estimate[]): number {
  return estimates.reduce((sum, { value }) => sum + value, 0);
}

describe('the standard error of a figure', () => {
  // Revenue is 1 / price × rate × order value, each lognormal: lognormal with μ = 1 and σ² = 0.3² + 0.32² + 0.24² = 0.5².
  const { efficiency: _, ...bare } = channel({ plan: [1] });
  const rate = { key: 'clickToCustomer', from: 'click', to: 'customer', rate: lognormal(1, 0.32) };
  const model = compile(
    scenario(
      { search: { ...bare, price: { unit: 'cpc', amount: lognormal(1, 0.3) }, funnel: [rate] } },
      {
        value: { orderValue: lognormal(Math.E, 0.24) },
        targets: [{ metric: 'revenue', atLeast: Math.exp(1.25) }],
      },
    ),
  );
  const SEEDS = 200;
  // Mean e^(μ + σ²/2), median e^μ, P(X >= e^1.25) = Φ(-0.5), mean of the lowest tenth e^(μ + σ²/2) Φ(z(0.1) - σ) / 0.1:
  // python3 -c "from statistics import NormalDist as N; from math import exp; n = N();
  // print(n.cdf(-.5), exp(1.125) * n.cdf(n.inv_cdf(.1) - .5) / .1)"
  const truths = { mean: Math.exp(1.125), median: Math.E, chance: 0.3085375387259869, worst: 1.152345913292131 };

  it.each(['sobol', 'plain'] as const)('covers the truth within twice of it in 19 of 20 runs: %s', (method) => {
    const covered = { mean: 0, median: 0, chance: 0, worst: 0 };
    const plan = todaysPlan(model);
    for (let seed = 0; seed < SEEDS; seed++) {
      const prepared = prepareDraws(model, { seed: `${seed}`, method, draws: DRAWS }, false);
      const [tally] = tallyPlans(prepared, [plan], { first: 0, count: DRAWS });
      const { metrics, targets } = summarize(model, plan, tally!, [0, 1]);
      const { mean, quantiles, worstMean } = metrics['revenue']!;
      const figures = {
        mean,
        median: quantiles.find(({ probability }) => probability === 0.5)!.estimate,
        chance: targets[0]!.chance!,
        worst: worstMean,
      };
      for (const name of ['mean', 'median', 'chance', 'worst'] as const) {
        const { value, standardError } = figures[name];
        if (Math.abs(value - truths[name]) <= 2 * standardError) covered[name] += 1;
      }
    }
    // Student's t with 15 degrees of freedom lies within 2 with probability 93.6 %: 187 of 200, give or take 3.5.
    for (const count of Object.values(covered)) {
      expect(count / SEEDS).toBeGreaterThanOrEqual(0.9);
      expect(count / SEEDS).toBeLessThanOrEqual(0.99);
    }
  });

  it('is 0 for what no draw changes', () => {
    const { summary } = judged(scenario({ shop: channel({ plan: [10] }) }), 16);
    expect(summary.metrics['profit']!.mean).toEqual({ value: 0, standardError: 0 });
    expect(summary.metrics['spend']!.mean).toEqual({ value: 10, standardError: 0 });
  });
});

describe('a summary', () => {
  let full: Judged;
  let truth: ReturnType<typeof drawsOf>;
  const given = everything({
    metrics: {
      perHour: {
        text: 'profit / hours',
        expression: {
          kind: 'operation',
          operation: 'divide',
          operands: [
            { kind: 'name', name: 'profit', index: 0 },
            { kind: 'name', name: 'hours', index: 1 },
          ],
        },
      },
    },
    targets: [
      { metric: 'profit', atLeast: 1500 },
      { metric: 'perHour', atMost: 20 },
    ],
  });
  const model = compile(given);
  const channelNames = Object.keys(given.channels);

  beforeAll(() => {
    full = judged(given, 256, 'by hand', 'plain');
    truth = drawsOf(given, 256);
  });

  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('has the mean, the extremes and the chances of its draws', () => {
    const { metrics, targets, chanceOfLoss } = full.summary;
    const profit = truth.map(({ totals }) => totals.profit);
    expectSame(metrics['profit']!.mean.value, meanOf(profit));
    const perHour = truth.map(({ totals }) => totals.profit / totals.hours);
    expectSame(metrics['perHour']!.mean.value, meanOf(perHour));
    // The worst tenth of 256 draws: 25 whole ones and 0.6 of the next.
    const sorted = profit.toSorted((x, y) => x - y);
    const worst = sorted.slice(0, 25).reduce((sum, value) => sum + value, 0.6 * sorted[25]!) / 25.6;
    expectSame(metrics['profit']!.worstMean.value, worst);
    expect(targets[0]!.chance!.value).toBe(meanOf(profit.map((value) => (value >= 1500 ? 1 : 0))));
    expect(targets[1]!.chance!.value).toBe(meanOf(perHour.map((value) => (value <= 20 ? 1 : 0))));
    expect(chanceOfLoss.value).toBe(meanOf(profit.map((value) => (value < 0 ? 1 : 0))));
    // Neither sure nor impossible, so that something was counted.
    for (const { chance } of targets) expect(Math.abs(chance!.value - 0.5)).toBeLessThan(0.5);
  });

  it('has channels that add up, with customers who come without spend, to the totals', () => {
    const { channels, metrics } = full.summary;
    const baseline = meanOf(
      truth.map(({ totals, channels: each }) =>
        Object.values(each).reduce(
          (rest, { customers }) => rest - customers.reduce((sum, value) => sum + value, 0),
          totals.customers,
        ),
      ),
    );
    expect(baseline).toBeGreaterThan(0);
    expectSame(sumOf(channels.map(({ customers }) => customers)) + baseline, metrics['customers']!.mean.value);
    expectSame(sumOf(channels.map(({ leads }) => leads)), metrics['leads']!.mean.value);
    expectSame(sumOf(channels.map(({ hours }) => hours)), metrics['hours']!.mean.value);
    // Baseline's cost is its service, 1 a customer at present value: two cycles of 1 and 2 over four months.
    const discount = (t: number) => 1.1 ** (-t / 12);
    const service =
      meanOf(truth.map(({ draw }) => draw.get('baseline.customers')!)) *
      [1, 2, 1, 2].reduce((sum, season, t) => sum + season * discount(t), 0);
    expectSame(sumOf(channels.map(({ cost }) => cost)) + service, metrics['cost']!.mean.value);
  });

  it('has periods that add up, with what comes after them, to the totals', () => {
    const { byPeriod, metrics, channels } = full.summary;
    const after = channelNames.map((name) =>
      meanOf(truth.map(({ channels: of }) => of[name]!.profit.slice(4).reduce((sum, value) => sum + value, 0))),
    );
    expectSame(sumOf(byPeriod.profit) + after.reduce((sum, value) => sum + value, 0), metrics['profit']!.mean.value);
    for (const [c, { profit, byPeriod: of }] of channels.entries()) {
      expectSame(sumOf(of.profit) + after[c]!, profit.value, Math.abs(metrics['profit']!.mean.value));
    }
    expect(after.some((value) => value !== 0)).toBe(true);
  });

  it('tells what comes of spend before the plan, within it and after it apart', () => {
    const { carryInProfit, tailProfit, channels } = full.summary;
    expectSame(sumOf(channels.map(({ carryIn }) => carryIn.profit)), carryInProfit.value);
    expectSame(sumOf(channels.map(({ tail }) => tail.profit)), tailProfit.value);
    expectSame(carryInProfit.value, meanOf(truth.map(({ totals }) => totals.carryInProfit)));
    expectSame(tailProfit.value, meanOf(truth.map(({ totals }) => totals.tailProfit)));
    for (const { name, customers, carryIn, tail } of channels) {
      const inPlan = meanOf(
        truth.map(({ channels: of }) => {
          const { customers: all, carryIn: before } = of[name]!;
          return all.slice(0, 4).reduce((sum, value, t) => sum + value - before.customers[t]!, 0);
        }),
      );
      expectSame(carryIn.customers.value + inPlan + tail.customers.value, customers.value);
    }
    expect(carryInProfit.value * tailProfit.value).not.toBe(0);
  });

  it('has ratios of the sums over draws', () => {
    const { ratios, channels } = full.summary;
    const sum = (value: (of: (typeof truth)[number]) => number) => truth.reduce((all, of) => all + value(of), 0);
    const revenue = (name: string) =>
      sum(({ channels: of }) => {
        const { revenue: money, customers, carryIn } = of[name]!;
        return money.reduce((all, value, t) => {
          const planned = customers[t]! > 0 ? 1 - carryIn.customers[t]! / customers[t]! : 0;
          return all + value * planned;
        }, 0);
      });
    const media = (name: string) => sum(({ channels: of }) => of[name]!.media);
    expectSame(channels[0]!.roas!.value, revenue('search') / media('search'));
    const all = (value: (name: string) => number) => channelNames.reduce((total, name) => total + value(name), 0);
    expectSame(ratios.roas!.value, all(revenue) / all(media));
  });

  it('shares its draws out over classes of profit', () => {
    const { edges, shares } = full.summary.profitDistribution;
    expectSame(
      shares.reduce((sum, share) => sum + share, 0),
      1,
    );
    expect(edges).toHaveLength(shares.length + 1);
    const inside = truth.map(({ totals }) => totals.profit).filter((value) => value >= edges[3]! && value < edges[4]!);
    expect(shares[3]).toBe(inside.length / 256);
  });

  it('is the same, bit for bit, however the draws are cut into chunks', () => {
    const plan = todaysPlan(model);
    const prepared = prepareDraws(model, { seed: 'by hand', method: 'plain', draws: 256 }, false);
    const parts = [
      { first: 0, count: 96 },
      { first: 96, count: 160 },
    ].map((range) => tallyPlans(prepared, [plan], range)[0]!);
    const { edges } = full.summary.profitDistribution;
    expect(summarize(model, plan, mergeTallies(parts), edges).metrics).toEqual(full.summary.metrics);
  });
});

describe('ratios of a plan', () => {
  const shop = channel({
    plan: [100],
    efficiency: certain(0.1),
    costPerCustomer: certain(2),
    value: { orderValue: certain(30), serviceCost: certain(5) },
    hours: { desk: { perCustomer: certain(0.5) } },
  });
  const own = { resources: { desk: { hourlyCost: certain(8) } }, baseline: { customers: certain(90) } };

  it('are costs of winning a customer, without and with people, not of serving one', () => {
    const { ratios, metrics } = judged(scenario({ shop }, own), 16).summary;
    // 10 customers: media 100, bonus 20, people 10 × 0.5 × 8 = 40; service 50 is a cost, but wins nobody.
    expect(ratios.cacCash!.value).toBeCloseTo(12, 10);
    expect(ratios.cacFull!.value).toBeCloseTo(16, 10);
    expect(metrics['cost']!.mean.value).toBeCloseTo(210, 10);
  });

  it('leave out customers who come without any spend', () => {
    const { ratios, metrics } = judged(scenario({ shop }, own), 16).summary;
    expect(metrics['customers']!.mean.value).toBeCloseTo(100, 10);
    expect(ratios.roas!.value).toBeCloseTo(3, 10); // 10 × 30 / 100
  });

  it('leave out what spend before the plan brings, and what winning it costs', () => {
    const tv = channel({
      plan: [60],
      carryIn: [40, 80],
      carryover: { curve: 'geometric', parameters: { retention: certain(0.5) }, normalize: true },
      costPerCustomer: certain(2),
      value: { orderValue: certain(8), serviceCost: certain(1) },
      hours: { desk: { perCustomer: certain(0.5) } },
    });
    const given = scenario({ tv }, { ...own, horizon: { periods: 1, unit: 'week', tail: 1 } });
    const { ratios, metrics, channels } = judged(given, 16).summary;
    // The plan's 60 bring 30 and 15 customers, spend before it 25 and 12.5 more.
    expect(channels[0]!.customers.value).toBeCloseTo(82.5, 10);
    expect(metrics['revenue']!.mean.value).toBeCloseTo(660 + 90, 10); // and 90 of the baseline at 1
    expect(ratios.roas!.value).toBeCloseTo((45 * 8) / 60, 10);
    expect(ratios.cacCash!.value).toBeCloseTo((60 + 45 * 2) / 45, 10);
    expect(ratios.cacFull!.value).toBeCloseTo((60 + 45 * 2 + 45 * 0.5 * 8) / 45, 10);
    expect(channels[0]!.roas).toEqual(ratios.roas);
  });

  it('do not exist where nothing is spent or nobody comes', () => {
    const idle = channel({ plan: [0] });
    expect(judged(scenario({ idle }), 16).summary.ratios).toEqual({});
    const lasting = channel({
      plan: [0],
      carryIn: [100],
      carryover: { curve: 'geometric', parameters: { retention: uniform(0.2, 0.6) }, normalize: true },
    });
    expect(judged(scenario({ lasting }), 16).summary.ratios).toEqual({});
    const dud = channel({ plan: [5], efficiency: certain(0) });
    const { ratios } = judged(scenario({ dud }), 16).summary;
    expect(ratios.roas!.value).toBe(0);
    expect(ratios.cacFull).toBeUndefined();
  });
});

describe('a target', () => {
  const withChance = (probability: number, atLeast: number, draws = DRAWS) =>
    judged(
      scenario(
        { shop: channel({ plan: [1], efficiency: uniform(0, 1) }) },
        { targets: [{ metric: 'customers', atLeast, probability }] },
      ),
      draws,
      'target',
      'plain',
    ).summary.targets[0]!;

  it('is reached or missed where its chance clears the wish by two standard errors', () => {
    // The chance of at least 0.3 is 70 %; 1,024 draws tell it to 1.4 %.
    expect(withChance(0.6, 0.3).verdict).toBe('reached');
    expect(withChance(0.8, 0.3).verdict).toBe('missed');
    expect(withChance(0.7, 0.3).verdict).toBe('too close to call');
    expect(withChance(0.7, 0.3).chance!.standardError).toBeGreaterThan(0.007);
  });

  it('is not sure to be reached because no draw happens to miss it', () => {
    // All of 16 draws reach 0.001, but so few would not tell a chance of 90 % from 99.9 %.
    const { chance, verdict } = withChance(0.99, 0.001, 16);
    expect(chance).toEqual({ value: 1, standardError: 0 });
    expect(verdict).toBe('too close to call');
    expect(withChance(0.8, 0.001, 16).verdict).toBe('reached'); // 3 / 16 is less than a fifth
  });

  it('about something certain is reached or missed for sure', () => {
    const spend = (atMost: number) =>
      judged(
        scenario({ shop: channel({ plan: [10] }) }, { targets: [{ metric: 'spend', atMost, probability: 1 }] }),
        16,
      ).summary.targets[0]!.verdict;
    expect(spend(10)).toBe('reached');
    expect(spend(9)).toBe('missed');
  });

  it('without a wished chance is about the mean', () => {
    const reach = (atLeast: number) =>
      judged(
        scenario(
          { shop: channel({ plan: [1], efficiency: uniform(0, 1) }) },
          { targets: [{ metric: 'customers', atLeast }] },
        ),
        DRAWS,
        'target',
        'plain',
      ).summary.targets[0]!;
    // The mean is 0.5; 1,024 draws tell it to 0.009.
    expect(reach(0.4).verdict).toBe('reached');
    expect(reach(0.6).verdict).toBe('missed');
    expect(reach(0.5).verdict).toBe('too close to call');
    expect(Math.abs(reach(0.4).value!.value - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(reach(0.4).chance!.value - 0.6)).toBeLessThan(0.06);
  });

  it('that is kept like any limit is reached, but for rounding', () => {
    const spend = (atMost: number) =>
      judged(scenario({ shop: channel({ plan: [10] }) }, { targets: [{ metric: 'spend', atMost }] }), 16).summary
        .targets[0]!.verdict;
    expect([spend(10), spend(10 - 1e-7), spend(9.9999)]).toEqual(['reached', 'reached', 'missed']);
  });

  it('about a ratio has a value and no chance, and is missed where there is none', () => {
    const targets = [
      { metric: 'roas', atLeast: 2 },
      { metric: 'cacCash', atMost: 4 },
      { metric: 'payback', atMost: 3 },
    ];
    // 10 bring 5 customers at 6: 30 of revenue, 2 a customer, paid back at once.
    const shop = channel({ plan: [10], efficiency: certain(0.5), value: { orderValue: certain(6) } });
    const { summary } = judged(scenario({ shop }, { targets }), 16);
    expect(summary.targets.map(({ value, chance, verdict }) => [value?.value, chance, verdict])).toEqual([
      [3, undefined, 'reached'],
      [2, undefined, 'reached'],
      [1, undefined, 'reached'],
    ]);
    const dud = channel({ plan: [10], efficiency: certain(0) });
    const without = judged(scenario({ dud }, { targets }), 16).summary.targets;
    expect(without.map(({ value, verdict }) => [value?.value, verdict])).toEqual([
      [0, 'missed'],
      [undefined, 'missed'],
      [undefined, 'missed'],
    ]);
  });
});

describe('the payback of a plan', () => {
  /** Of what is spent, half works in its own period, a quarter in the next, and so on. */
  const paybackOf = (plan: readonly number[], efficiency: number, tail: number) => {
    const tv = channel({
      plan,
      efficiency: certain(efficiency),
      carryover: { curve: 'geometric', parameters: { retention: certain(0.5) }, normalize: true },
    });
    const given = scenario({ tv }, { horizon: { periods: plan.length, unit: 'week', tail } });
    return judged(given, 16).summary.ratios.payback?.value;
  };

  it('is the first period after which profit, added up, stays above zero', () => {
    expect(paybackOf([10, 0, 0], 2.5, 0)).toBe(1); // 12.5 - 10
    expect(paybackOf([10, 0, 0], 1.6, 0)).toBe(2); // 8 - 10 = -2, then 4 more
    expect(paybackOf([10, 0, 0], 1.2, 0)).toBe(3); // -4, 3 and 1.5 more
  });

  it('counts again after money is spent again, and what comes after the plan', () => {
    // -2.5; 3.75 more is 1.25; 1.875 + 15 - 20 more is -1.875; half of 16.875 more after the end.
    expect(paybackOf([10, 0, 20], 1.5, 1)).toBe(4);
    expect(paybackOf([10, 0, 20], 1.5, 0)).toBeUndefined();
  });

  it('does not exist where nothing is spent', () => {
    expect(paybackOf([0, 0], 2, 0)).toBeUndefined();
  });
});

it('has the return of the next unit of money in the channel where it brings least', () => {
  const plan = [10];
  const value = (orderValue: number) => ({ value: { orderValue: certain(orderValue) } });
  const channels = {
    good: channel({ plan, ...value(5) }),
    poor: channel({ plan, ...value(2) }),
    idle: channel({ plan: [0], ...value(1) }),
  };
  expect(judged(scenario(channels), 16).summary.ratios.marginalRoas!.value).toBeCloseTo(2, 12);
});

describe('classes of profit', () => {
  const tallyOf = (profit: readonly number[]) =>
    ({ totals: { profit: Float64Array.from(profit) } }) as unknown as Tally;
  const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);

  it.each([
    ['one value', [47, 47, 47]],
    ['nothing', [0, 0]],
    ['values that differ by rounding', [1e6, 1e6 + 1e-10, 1e6 + 2e-10]],
    ['losses and gains', [-1000, -10, 5, 2000]],
    ['tiny values', [1e-9, 2e-9, 5e-9]],
    ['an endless value', [1, 2, Infinity]],
  ])('hold every draw once: %s', (_, profit) => {
    const edges = profitEdges([tallyOf(profit)]);
    expect(edges.length).toBeGreaterThan(1);
    expect(edges.length).toBeLessThan(50);
    expectSame(total(sharesOf(Float64Array.from(profit), edges)), 1);
  });

  it('are the same for all plans of a report', () => {
    const edges = profitEdges([tallyOf([0, 50, 100]), tallyOf([500, 700, 900])]);
    expect(edges[0]).toBeLessThanOrEqual(0);
    expect(edges.at(-1)).toBeGreaterThan(900);
  });
});

describe('the difference of two plans', () => {
  const model = compile(
    scenario(
      {
        safe: channel({ plan: [100] }),
        bold: channel({ plan: [0], efficiency: uncertain({ family: 'uniform', parameters: { low: 0.5, high: 1.8 } }) }),
      },
      { value: { orderValue: lognormal(2, 0.4) } },
    ),
  );
  const plans: readonly Plan[] = [
    { name: 'today', spend: [Float64Array.of(100), Float64Array.of(0)] },
    { name: 'bold', spend: [Float64Array.of(0), Float64Array.of(100)] },
  ];
  let difference: Difference;
  let profits: readonly Float64Array[];

  beforeAll(() => {
    const prepared = prepareDraws(model, { seed: 'difference', method: 'sobol', draws: DRAWS }, false);
    const tallies = tallyPlans(prepared, plans, { first: 0, count: DRAWS });
    profits = tallies.map(({ totals }) => totals.profit);
    difference = differenceOf('profit', plans[0]!, tallies[0]!, plans[1]!, tallies[1]!);
  });

  it('is taken draw by draw', () => {
    const change = profits[1]!.map((value, i) => value - profits[0]![i]!);
    expectSame(difference.mean.value, change.reduce((sum, value) => sum + value, 0) / DRAWS);
    expect(difference.chanceBetter.value).toBe(change.filter((value) => value > 0).length / DRAWS);
    const sorted = change.toSorted();
    // Type 7 quantiles of 1,024 values: places 0.05 × 1023 = 51.15 and 971.85.
    expectSame(difference.range[0], sorted[51]! + 0.15 * (sorted[52]! - sorted[51]!));
    expectSame(difference.range[1], sorted[971]! + 0.85 * (sorted[972]! - sorted[971]!));
  });

  it('is that of the truth within its interval', () => {
    // 100 (E[bold] - 1) E[order value] = 100 × 0.15 × 2 e^0.08; and bold is better where it brings more than 1: 0.8 / 1.3.
    const truth = 15 * 2 * Math.exp(0.08);
    expect(difference.interval[0]).toBeLessThan(truth);
    expect(difference.interval[1]).toBeGreaterThan(truth);
    expect(Math.abs(difference.chanceBetter.value - 0.8 / 1.3)).toBeLessThan(4 * difference.chanceBetter.standardError);
    // Student's t with 15 degrees of freedom at 95 %: 2.131 standard errors either way.
    const reach = (difference.interval[1] - difference.interval[0]) / 2;
    expect(reach / difference.mean.standardError).toBeCloseTo(2.1314, 3);
  });

  it('compares the worst of each plan with the worst of the other', () => {
    const worst = (values: Float64Array) => {
      const sorted = values.toSorted();
      return sorted.subarray(0, 102).reduce((sum, value) => sum + value, 0.4 * sorted[102]!) / 102.4;
    };
    expectSame(difference.worstMeanChange.value, worst(profits[1]!) - worst(profits[0]!));
  });

  it('is smaller in error than the plans themselves, which share their worlds', () => {
    const prepared = prepareDraws(model, { seed: 'difference', method: 'plain', draws: DRAWS }, false);
    const near: Plan = { name: 'near', spend: [Float64Array.of(99), Float64Array.of(1)] };
    const tallies = tallyPlans(prepared, [plans[0]!, near], { first: 0, count: DRAWS });
    const paired = differenceOf('profit', plans[0]!, tallies[0]!, near, tallies[1]!);
    const alone = summarize(model, near, tallies[1]!, [0, 1]).metrics['profit']!.mean;
    expect(paired.mean.standardError).toBeLessThan(alone.standardError / 10);
  });
});
