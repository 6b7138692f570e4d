import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Optimization, Report } from '../../src/domain.ts';
import { freeBudget as freeBudgetZh } from '../../src/report/chinese/certainty.ts';
import { headline as headlineZh } from '../../src/report/chinese/headline.ts';
import { freeBudget } from '../../src/report/sentences/free-budget.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { inUnit, limitGroups, nameInTable } from '../../src/report/sentences/limits.ts';
import { proof } from '../../src/report/sentences/proof.ts';
import { samePlan } from '../../src/report/sentences/same-plan.ts';
import { listText, periodsText } from '../../src/report/sentences/words.ts';
import { beyondReach, estimate, limitOf, recommended, report, simulation, today } from './sample.ts';

const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

type Found = Extract<Optimization, { readonly plan: unknown }>;
const found = report.optimization as Found;

function withOptimization(changes: Partial<Found>): Report {
  return { ...report, optimization: { ...found, ...changes } };
}

function withMarginals(...marginals: readonly number[]): Report {
  const channels = recommended.channels.map((channel, c) => ({
    ...channel,
    marginalProfit: estimate(marginals[c]!, 0.002),
  }));
  return { ...report, plans: [today, { ...recommended, channels }] };
}

describe('periods', () => {
  it('are put together in runs', () => {
    expect(spaced(periodsText([1, 2, 3, 4, 7, 9, 10], 'week'))).toBe('weeks 1-4, 7, 9-10');
    expect(spaced(periodsText([3], 'month'))).toBe('month 3');
  });

  it('and lists read as one says them', () => {
    expect([listText(['a']), listText(['a', 'b', 'c'])]).toEqual(['a', 'a, b and c']);
  });
});

describe('the headline', () => {
  const first = (changed: Report) => spaced(headline(changed).first);
  const change = (mean: ReturnType<typeof estimate>, metric: 'profit' | 'customers' = 'profit'): Report => ({
    ...report,
    differences: [
      {
        ...report.differences[0]!,
        mean,
        metric,
        interval: [mean.value - 2.1 * mean.standardError, mean.value + 2.1 * mean.standardError],
      },
    ],
  });

  it('says less when it is less', () => {
    expect(first(change(estimate(-1200, 21)))).toBe(
      "The recommended plan is expected to earn 1,200 ± 21 EUR less profit than today's.",
    );
  });

  it('claims nothing that may be noise', () => {
    expect(first(change(estimate(40, 21)))).toBe(
      "The recommended plan is expected to earn about as much profit as today's.",
    );
  });

  it('takes for the same what differs by rounding, though no draw moves it', () => {
    expect(first(change(estimate(-0.00000366, 0)))).toBe(
      "The recommended plan is expected to earn about as much profit as today's.",
    );
    // A millionth of today's 18,210 is 0.018.
    expect(first(change(estimate(-0.02, 0)))).toMatch(/0.02 EUR less profit than/);
    expect(headlineZh(change(estimate(-0.00000366, 0))).first).toContain('大致相同');
  });

  it('says of a split that brings less only that it does', () => {
    const beside = { ...change(estimate(-520, 30)).differences[0]!, a: 'pro rata' };
    const { rest } = headline({ ...report, differences: [...report.differences, beside] });
    expect(rest.map(spaced)).toContain('Against the same total split as today, that is 520 ± 30 EUR less profit.');
  });

  it('speaks of customers without a currency', () => {
    expect(first(change(estimate(120, 4), 'customers'))).toBe(
      "The recommended plan is expected to bring 120 ± 4 more customers than today's.",
    );
  });

  it('says what lies in the split alone when the total changes', () => {
    const beside = { ...report.differences[0]!, a: 'pro rata', mean: estimate(5200, 30) };
    const rest = headline({ ...report, differences: [...report.differences, beside] }).rest.map(spaced);
    expect(rest).toContain(
      'Against the same total split as today, that is 5,200 ± 30 EUR more profit: so much lies in the split alone.',
    );
  });

  it('calls plans beside the recommended one alike where noise does not tell them apart', () => {
    const beside = (a: string, mean = estimate(0, 0)) => ({ ...change(mean).differences[0]!, a });
    const differences = [...report.differences, beside('pro rata', estimate(12, 30)), beside('equal marginal return')];
    const changed = { ...report, differences };
    const rest = headline(changed).rest.map(spaced);
    expect(rest).toContain('Against the same total split as today, that is about as much profit.');
    expect(rest).toContain(
      'Against the same total split by equal marginal return with all limits ignored, which breaks none of them, that is about as much profit.',
    );
    expect(headlineZh(changed).rest).toContain('与同样总额按当前比例分配相比，利润大致相同。');
  });

  it('counts customers, and does not measure them', () => {
    expect(first(change(estimate(-120, 4), 'customers'))).toMatch(/120 ± 4 fewer customers than/);
    expect(first(change(estimate(1, 4), 'customers'))).toMatch(/about as many customers as/);
  });

  it("of a simulation is today's profit, its range and the chance of a loss", () => {
    const { first, rest } = headline(simulation);
    expect(spaced(first)).toBe("Today's plan is expected to earn 18,210 ± 40 EUR of profit.");
    expect(rest.map(spaced)).toEqual([
      'In 90 % of cases it earns between -2,800 and 39,200 EUR.',
      'The chance of a loss is 7.00 % ± 0.11.',
    ]);
  });

  it('of a simulated loss calls it so', () => {
    const profit = { ...today.metrics['profit']!, mean: estimate(-5200, 40) };
    const losing = { ...simulation, plans: [{ ...today, metrics: { ...today.metrics, profit } }] };
    expect(first(losing)).toBe("Today's plan is expected to lose 5,200 ± 40 EUR.");
  });

  it('says that there is nothing to simulate when nothing is spent', () => {
    expect(first({ ...simulation, plans: [{ ...today, totalSpend: 0 }] })).toMatch(/spends nothing/);
  });
});

describe('the last unit of money', () => {
  const lastUnit = (changed: Report) =>
    spaced(headline(changed).rest.find((sentence) => sentence.startsWith('The last unit')));

  it('is said to bring back less than it costs when it does so everywhere', () => {
    expect(lastUnit(withMarginals(-0.58, -0.09))).toBe(
      'The last unit of money brings back less than it costs in every channel: from 0.42 (Search) to 0.91 (线下门店).',
    );
  });

  it('is said to bring back more when it does so everywhere', () => {
    expect(lastUnit(withMarginals(0.2, 0.1))).toMatch(/brings back more than it costs in every channel: from 1.10/);
  });

  it('is said to bring back what it costs where the budget is as large as pays', () => {
    expect(lastUnit(withMarginals(-0.021, 0.004))).toBe(
      'The last unit of money brings back about what it costs in every channel: from 0.98 (Search) to 1.00 (线下门店).',
    );
  });

  it('is left to the table when it differs', () => {
    expect(lastUnit(withMarginals(0.2, -0.1))).toBeUndefined();
  });

  it('counts only channels with spend', () => {
    const mixed = withMarginals(0.2, -0.1);
    const plan = mixed.plans.at(-1)!;
    const only = { ...plan, channels: [plan.channels[0]!, { ...plan.channels[1]!, spend: 0 }] };
    expect(lastUnit({ ...mixed, plans: [today, only] })).toBe(
      'The last unit of money brings back more than it costs: 1.20 (Search).',
    );
  });
});

describe('a limit of one period', () => {
  it('is named by the unit of the plan', () => {
    expect(inUnit('stores, period 12, at most', { unit: 'week' })).toBe('stores, week 12, at most');
    expect(inUnit('budget of period 3, at least', { unit: 'month' })).toBe('budget of month 3, at least');
    expect(inUnit('stores, at most per period', { unit: 'week' })).toBe('stores, at most per period');
  });
});

describe("a recommended plan that is today's", () => {
  const same = (binding: Found['binding']) => ({
    ...withOptimization({ binding }),
    plans: [today, { ...today, plan: 'recommended' }],
  });

  const first = (changed: Report) => headline(changed).first;

  it('is explained by the limits that hold it', () => {
    const limit = limitOf('stores, period 1, at most', 'channels.stores.limits.max', { most: 4000 });
    expect(first(same([{ limit, side: 'most', worth: 0.2 }]))).toMatch(
      /the limits leave no better one. It is held by «线下门店, at most»/,
    );
  });

  it('is explained by equal returns only where they are equal', () => {
    const budget = [found.binding[0]!];
    // Today's returns differ (0.88 and 1.23): the plan stands in a corner.
    expect(first(same(budget))).toBe("The recommended plan is today's: no plan within the limits is better.");
    const { plans } = withMarginals(0.2, 0.21);
    const equal = { ...same(budget), plans: [today, { ...plans.at(-1)!, spend: today.spend }] };
    expect(first(equal)).toMatch(/nothing is gained by moving it/);
  });

  it('is not called the best where the search has left much open', () => {
    const changed = same([found.binding[0]!]);
    const optimization = { ...found, binding: [found.binding[0]!], status: 'best found' as const };
    expect(first({ ...changed, optimization })).toBe(
      "The recommended plan is today's: the search found no better one.",
    );
  });

  it('is not claimed when more than half a percent of the money moves', () => {
    const spend = [[6000, 6000, 6000, 5790], today.spend[1]!]; // 210 of 40,000
    const moved = { ...today, plan: 'recommended', spend };
    expect(samePlan({ ...report, plans: [today, moved] })).toBeUndefined();
    const little = { ...moved, spend: [[6000, 6000, 6000, 5810], today.spend[1]!] };
    expect(samePlan({ ...report, plans: [today, little] })).toBeDefined();
  });
});

describe('limits that hold the plan back', () => {
  it('are one where they differ only in the period, the most valuable first', () => {
    const groups = limitGroups(report, found.binding);
    expect(groups.map(({ name, periods }) => [name, periods])).toEqual([
      ['线下门店, at most', [1, 2, 3, 4]],
      ['total budget', []],
    ]);
    expect(groups[0]!.worth[0]).toBeCloseTo(0.21, 12);
    expect(groups[0]!.worth[1]).toBeCloseTo(0.3, 12);
  });

  it('begin with a capital in a table, but where it is the name of a channel', () => {
    const named = (name: string, path: string) => nameInTable(report, { name, path });
    expect([
      named('total budget', 'budget.total'),
      named('group online, period 3, at most', 'groups.online.perPeriod.max'),
      named('search, period 3, at most', 'channels.search.limits.max'),
    ]).toEqual(['Total budget', 'Group online, week 3, at most', 'search, week 3, at most']);
  });

  it('keep their sides apart', () => {
    const limit = limitOf('total budget', 'budget.total', { least: 1, most: 1 });
    const sides = [
      { limit, side: 'least' as const, worth: -0.1 },
      { limit, side: 'most' as const, worth: 0.2 },
    ];
    expect(limitGroups(report, sides).map(({ side, worth }) => [side, worth[1]])).toEqual([
      ['most', 0.2],
      ['least', 0.1],
    ]);
  });
});

describe('the proof', () => {
  it('never promises more than was proven', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
        fc.double({ min: 0.011, max: 1e6, noNaN: true }),
        (gap, by) => {
          const text = spaced(proof(report, { ...found, gap, upperBound: found.lowerBound + by }))!;
          const [, amount, percent] = /over ([\d.,]+) EUR more profit than this one \(([\d.,]+) % of/.exec(text)!;
          const number = (shown: string) => Number(shown.replaceAll(',', ''));
          // The bounds are of size 26,390, so their difference is exact to 1e-11 of it; and no more than a tenth too much.
          expect(number(percent!) / 100).toBeGreaterThanOrEqual(gap * (1 - 1e-8));
          expect(number(percent!) / 100).toBeLessThanOrEqual(gap * 1.1 + 1e-9);
          expect(number(amount!)).toBeGreaterThanOrEqual(by * (1 - 1e-8));
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  it('is not claimed where there is none', () => {
    expect(proof(report, { ...found, gapKind: 'none' })).toMatch(/^The best plan found .* is not proven/);
    expect(proof(report, { ...found, gapKind: 'numerical' })).not.toMatch(/Proven/);
  });

  it('says so when the search had to stop early', () => {
    expect(proof(report, { ...found, status: 'best found', gap: 0.021 })).toMatch(/2.1\u00a0% .* ended before/);
  });
});

describe('a search that was stopped', () => {
  const stopped = { missesTargets: false };
  const rests = (changed: Report) => [headline, headlineZh].map((say) => say(changed).rest);
  const usual = rests(report);

  it('is told first, with how far its plan may be from the best', () => {
    const [english, chinese] = rests({ ...report, stopped });
    const [gap, gapZh] = [
      usual[0]!.find((text) => text.startsWith('Proven'))!,
      usual[1]!.find((text) => text.startsWith('已证明'))!,
    ];
    expect(english!.slice(0, 2)).toEqual(['The search was stopped: there may be a better plan.', gap]);
    expect(chinese!.slice(0, 2)).toEqual(['搜索已停止：可能还有更好的方案。', gapZh]);
    // All else is said as ever, and nothing twice.
    expect(new Set(english)).toEqual(new Set([...usual[0]!, english![0]]));
    expect(english!.length).toBe(usual[0]!.length + 1);
  });

  it('says where nothing is proven, and where its plan does not do yet', () => {
    const unproven = { ...withOptimization({ gapKind: 'none' }), stopped: { missesTargets: true } };
    expect(rests(unproven).map(([text]) => text)).toEqual([
      'The search was stopped: there may be a better plan, and how much better is not known. This one does not reach all targets yet.',
      '搜索已停止：可能还有更好的方案，好多少尚不知道。此方案尚未达到所有目标。',
    ]);
  });

  it('says so where no plan does', () => {
    expect(rests({ ...beyondReach, stopped: { missesTargets: true } })).toEqual([
      ['The search was stopped: a longer one may come nearer to what is asked.'],
      ['搜索已停止：更久的搜索可能更接近所求。'],
    ]);
  });
});

describe('the free budget', () => {
  const sentence = (changes: object) =>
    spaced(freeBudget({ ...report, freeBudget: { ...report.freeBudget!, ...changes } })[0]);

  it('is said with what it would add', () => {
    expect(sentence({})).toBe(
      'With all targets and worst cases left aside, expected profit would be highest with 51,300 EUR of media, 11,300 more than this plan spends: 1,140 ± 13 EUR more profit (in 90 % of cases between -2,910 and 5,220).',
    );
  });

  it('is said with the same amounts in Chinese', () => {
    const changes = { ...report.freeBudget!, totalSpend: 51_349 };
    expect(sentence(changes)).toContain('with 51,300 EUR of media, 11,300 more');
    expect(freeBudgetZh({ ...report, freeBudget: changes }).map(spaced)).toEqual([
      '若不计所要求的目标和最差情形，媒体投放总额为 51,300 EUR（比此方案多 11,300）时预期利润最高：利润多 1,140 ± 13 EUR（90% 的情形在 -2,910 到 5,220 之间）。',
    ]);
  });

  it('leaves nothing aside where nothing is asked', () => {
    const plans = report.plans.map((plan) => ({ ...plan, targets: [] }));
    const free = { ...report, plans, freeBudget: report.freeBudget! };
    expect(freeBudget(free)[0]).toMatch(/^Expected profit would be highest/);
    expect(freeBudgetZh(free)[0]).toMatch(/^媒体投放总额为/);
    const risk = { worst: 0.1, atLeast: 1000 };
    const cautious = { ...free, scenario: { ...report.scenario, goal: { maximize: 'profit' as const, risk } } };
    expect(freeBudget(cautious)[0]).toMatch(/^With all targets and worst cases left aside/);
  });

  it('is said to be less when it is', () => {
    expect(sentence({ totalSpend: 30_000 })).toContain('10,000 less than this plan spends');
  });

  it('needs no other total when this one is within half a percent', () => {
    expect(sentence({ totalSpend: 40_150 })).toMatch(/no other total would earn more/);
  });

  it('may have no end', () => {
    expect(sentence({ status: 'unbounded', totalSpend: 0 })).toMatch(/no best plan/);
  });
});
