import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Scenario, Target } from '../../src/domain.ts';
import { optimize } from '../../src/runs/run.ts';
import { textWordsZh } from '../../src/report/languages/text-words-zh.ts';
import { reportText } from '../../src/report/text.ts';
import { lookInto } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const HALF = 10_000;

/** Customers are e x / (1 + x / 10,000), e from 6 to 10 %, each worth 60 of revenue and 20 of margin. */
const source = (own: Partial<Channel> = {}): Channel =>
  channel({
    efficiency: uniform(0.06, 0.1),
    response: { curve: 'michaelis-menten', parameters: { halfSaturation: certain(HALF) }, points: [], of: 'customers' },
    plan: [1000],
    ...own,
  });

async function solve(target: Target, own: Partial<Scenario> = {}, of: Partial<Channel> = {}) {
  const wished = scenario(
    { source: source(of) },
    {
      budget: { atMost: 100_000 },
      value: { orderValue: certain(60), grossMargin: certain(1 / 3) },
      goal: { maximize: 'revenue' },
      targets: [target],
      ...own,
    },
  );
  const report = await optimize(engine, { scenario: wished, echo: [] }, { searchDraws: 1024, draws: 16_384 });
  const found = report.optimization!;
  if (!('plan' in found)) throw new Error(found.status);
  return { found, spend: found.plan.spend[0]!, judged: report.plans.at(-1)!.targets[0]! };
}

/**
 * By hand: in a fifth of draws e is below 6.8 %. The search looks for the share of worst draws to a 64th of 80 %, of which half
 * is a quantile: e is met to 0.625 % of its 4 points, spend to 10,000 × 20 × 0.00025, and what is found keeps to the safe side.
 */
const STEP = HALF * 20 * 0.04 * 0.00625;
/** Of 1,024 draws one is not to be told from the next. */
const ONE_DRAW = (HALF * 20 * 0.04) / 1024;

describe('the chance of a ratio', () => {
  it.each([
    // 60 × 6.8 % / (1 + x / 10,000) = 3
    { metric: 'roas', atLeast: 3 },
    // (1 + x / 10,000) / 6.8 % = 20
    { metric: 'cacCash', atMost: 20 },
    { metric: 'cacFull', atMost: 20 },
    // 20 × 6.8 % / (1 + x / 10,000) = 1
    { metric: 'payback', atMost: 1 },
  ])('of $metric is kept with as much spend as it leaves', async (target) => {
    const { found, spend, judged } = await solve({ ...target, probability: 0.8 });
    expect(spend[0]!).toBeLessThanOrEqual(3600 + ONE_DRAW);
    expect(spend[0]!).toBeGreaterThanOrEqual(3600 - STEP - ONE_DRAW);
    expect(found.wishes[0]).toMatchObject({ asked: 0.8, worth: 0 });
    expect(found.wishes[0]!.reached).toBeGreaterThanOrEqual(0.8);
    // By hand again: the share of e above what this spend needs.
    const needed = (1 + spend[0]! / HALF) / 20;
    const chance = (0.1 - needed) / 0.04;
    expect(Math.abs(judged.chance!.value - chance)).toBeLessThanOrEqual(4 * judged.chance!.standardError + 1e-3);
  });

  it('of a payback has to hold in every later period, too', async () => {
    // With e = 6.8 %, the 4,000 that are settled for the second period lose 4,000 - 1.36 × 4,000 / 1.4 = 114.
    const limits = { min: [0, 4000], max: [100_000, 4000] };
    const target = { metric: 'payback', atMost: 1, probability: 0.8 };
    const horizon = { periods: 2, unit: 'week' as const };
    const { spend, judged } = await solve(target, { horizon }, { plan: [1000, 1000], limits });
    // The first period has to bring these; by itself it could take 3,600.
    const most = bisect((x) => (1.36 * x) / (1 + x / HALF) - x - (4000 - (1.36 * 4000) / 1.4), 1700, 3600);
    expect(most).toBeLessThan(3200);
    expect(spend[0]!).toBeLessThanOrEqual(most + 3 * ONE_DRAW);
    // Both periods are surer with more of e: twice the step of one.
    expect(spend[0]!).toBeGreaterThanOrEqual(most - 3 * (STEP + ONE_DRAW));
    expect(Math.abs(judged.chance!.value - 0.8)).toBeLessThanOrEqual(0.0125);
  });

  it('of a sum that is the same in all draws is kept right at its limit', async () => {
    const { found, spend, judged } = await solve({ metric: 'spend', atMost: 2000, probability: 0.9 });
    expect(spend[0]!).toBeCloseTo(2000, 2);
    expect(found.wishes[0]!.reached).toBe(1);
    expect(judged.verdict).toBe('reached');
  });

  it('is told as out of reach where no plan has it', async () => {
    // Even the first unit of money has 60 × 6.8 % = 4.08 with this chance.
    const target = { metric: 'roas', atLeast: 4.5, probability: 0.8 };
    const wished = scenario(
      { source: source({ limits: { min: 1000 } }) },
      { value: { orderValue: certain(60) }, budget: { atMost: 100_000 }, targets: [target] },
    );
    const report = await optimize(engine, { scenario: wished, echo: [] }, { searchDraws: 256, draws: 1024 });
    expect(report.optimization).toMatchObject({ status: 'unreachable', asked: 0.8 });
    // By hand: 60 e / 1.1 is 4.5 or more where e is 8.25 % or more, in 43.75 % of draws, with the least that may be spent.
    const { reached } = report.optimization as { readonly reached: number };
    expect(Math.abs(reached - 0.4375)).toBeLessThanOrEqual(2 / 256);
  });

  it('is told where only spending nothing keeps it', async () => {
    // Even the first unit of money has 60 × 6.8 % = 4.08 with this chance.
    const target = { metric: 'roas', atLeast: 4.5, probability: 0.8 };
    const of = scenario(
      { source: source() },
      { value: { orderValue: certain(60) }, budget: { atMost: 100_000 }, targets: [target] },
    );
    const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws: 256, draws: 1024 });
    const plan = report.plans.at(-1)!;
    expect(plan.totalSpend).toBe(0);
    expect(plan.targets[0]).toMatchObject({ verdict: 'missed', chance: { value: 0 } });
    const wish = '«ROAS at least 4.5 with a chance of 80 %»';
    const text = reportText(report).replaceAll(/\s+/g, ' ');
    expect(text).toContain(`Nothing is spent, as no spend was found that reaches ${wish}.`);
    expect(text).not.toContain('search on more draws');
    expect(reportText(report, { words: textWordsZh }).replaceAll(/\s+/g, '')).toContain(
      '没有找到任何投放能达到“ROAS至少4.50，概率80%”，因此方案不投放。',
    );
  });

  it('cannot be asked of means over customers', () => {
    const file = (metric: string) => `
apportion: 1
name: Chances
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 100 }
channels:
  a: { efficiency: 0.1, plan: 100, satisfaction: { mean: 4, answers: 100 } }
targets: [{ metric: ${metric}, atLeast: 2, probability: 80% }]
`;
    const errorsOf = (metric: string) => {
      const { issues } = lookInto(file(metric));
      return issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    };
    expect(errorsOf('satisfaction')[0]).toContain('cannot be asked of satisfaction');
    expect(errorsOf('roas')).toEqual([]);
    expect(errorsOf('marginalRoas')).toEqual([]);
  });
});

/** Where a function that falls from above 0 to below it is 0. */
function bisect(of: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (of(middle) > 0) a = middle;
    else b = middle;
  }
  return b;
}
