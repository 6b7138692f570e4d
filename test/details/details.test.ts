/** What pictures show beyond a report: held to the report itself and to closed forms. */
import { afterAll, describe, expect, it } from 'vitest';
import { details } from '../../src/runs/details.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const text = (halo = '', end = '') => `apportion: 1
name: Details
currency: EUR
horizon: { periods: 4, unit: week, tail: 0 }
budget: { total: 1200 }
value: { orderValue: 100 }
channels:
  search:
    efficiency: 0.02 to 0.04
    response: { curve: exponential, scale: 100 }
    plan: [50, 100, 150, 200]
    ${halo}
  social:
    efficiency: 0.03
    response: { curve: michaelis-menten, halfSaturation: 120 }
    plan: 200
    limits: { pattern: today }
${end}`;

async function detailed(file: string) {
  const read = readScenario(file);
  const report = await optimize(engine, read, { draws: 1024, searchDraws: 16, gap: 0.01 });
  return { report, found: await details(engine, read, report) };
}
const plain = detailed(text());

describe('the course of a plan', () => {
  it('ends at the profit that the report gives, and is its profit in the first period', async () => {
    const { report, found } = await plain;
    expect(found.courses.map(({ plan }) => plan)).toEqual(['today', report.plans.at(-1)!.plan]);
    for (const [k, plan] of [report.plans[0]!, report.plans.at(-1)!].entries()) {
      const { profit, cumulated } = found.courses[k]!;
      const quantile = (probability: number) =>
        plan.metrics['profit']!.quantiles.find((each) => each.probability === probability)!.estimate.value;
      // The same draws: only rounding lies between them.
      expect(cumulated.at(-1)!.low).toBeCloseTo(quantile(0.05), 6);
      expect(cumulated.at(-1)!.median).toBeCloseTo(quantile(0.5), 6);
      expect(cumulated.at(-1)!.high).toBeCloseTo(quantile(0.95), 6);
      expect(profit[0]).toEqual(cumulated[0]);
      expect(profit).toHaveLength(4);
    }
  });
});

describe('a response curve', () => {
  it('is the closed form of what the channel brings at each spend', async () => {
    const { found } = await plain;
    const social = found.curves[1]!;
    // 0.03 customers per EUR at first, half saturated at 120 EUR a week, 100 EUR each, even over four weeks.
    const revenue = (spend: number) => (4 * 100 * 0.03 * 120 * (spend / 4)) / (120 + spend / 4);
    expect(social.points[0]).toMatchObject({ spend: 0, mean: 0, low: 0, high: 0 });
    for (const { spend, mean, low, high } of social.points) {
      expect(mean).toBeCloseTo(revenue(spend), 8);
      expect([low, high]).toEqual([expect.closeTo(mean, 8), expect.closeTo(mean, 8)]);
    }
    expect(social.points[social.today]!.spend).toBe(800);
  });

  it('marks the spend of today and of the plan, and widens with what is uncertain', async () => {
    const { report, found } = await plain;
    const search = found.curves[0]!;
    expect(search.points[search.today]!.spend).toBe(500);
    expect(search.points[search.plan]!.spend).toBe(report.plans.at(-1)!.channels[0]!.spend);
    // Efficiency is between 0.02 and 0.04 in 90 % of cases, and it is a factor of all that the channel brings. 512 draws
    // place such quantiles to about a hundredth.
    const { low, high } = search.points.at(-1)!;
    expect(high / low).toBeGreaterThan(1.95);
    expect(high / low).toBeLessThan(2.05);
  });

  it('counts what a channel does for another one, too', async () => {
    const { found } = await detailed(text('halo: { social: 20% }'));
    const search = found.curves[0]!;
    const { found: alone } = await plain;
    expect(search.points[search.today]!.mean).toBeGreaterThan(
      1.01 * alone.curves[0]!.points[alone.curves[0]!.today]!.mean,
    );
    expect(search.points[0]!.mean).toBe(0);
  });

  it('counts customers where these are the goal', async () => {
    const { found } = await detailed(text('', 'goal: { maximize: customers }'));
    expect(found.curves.map(({ figure }) => figure)).toEqual(['customers', 'customers']);
    const { spend, mean } = found.curves[1]!.points.at(-1)!;
    expect(mean).toBeCloseTo((4 * 0.03 * 120 * (spend / 4)) / (120 + spend / 4), 8);
  });
});
