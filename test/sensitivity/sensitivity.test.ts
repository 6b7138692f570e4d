import { describe, expect, it } from 'vitest';
import { sensitivityText } from '../../src/report/text/sensitivity.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { sensitivity } from '../../src/runs/sensitivity.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

// Profit = 100 × rate a × 100 + 100 × rate b × 100 - 200: linear in two independent rates.
const text = `apportion: 1
name: Sum
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 200 }
value: { orderValue: 100 }
channels:
  a: { price: { cpc: 1 }, funnel: { clickToCustomer: 'uniform(1%, 4%)' }, plan: 100 }
  b: { price: { cpc: 1 }, funnel: { clickToCustomer: 'uniform(2%, 3%)' }, plan: 100 }
`;
const few = { draws: 4096 };
const [A, B] = ['channels.a.funnel.clickToCustomer', 'channels.b.funnel.clickToCustomer'];

describe('sensitivity', () => {
  it('shares the variance of a sum by hand: nine to one, and nothing together', async () => {
    const { drivers, interplay, scatter, sd } = await sensitivity(engine, readScenario(text), {}, few);
    expect(drivers.map(({ members }) => members[0]!.id)).toEqual([A, B]);
    // Four standard deviations of totals on 4,096 draws are 0.065, as 60 seeds show them.
    expect(Math.abs(drivers[0]!.total.value - 0.9)).toBeLessThan(0.065);
    expect(Math.abs(drivers[0]!.members[0]!.first.value - 0.9)).toBeLessThan(0.01);
    expect(Math.abs(drivers[1]!.members[0]!.first.value - 0.1)).toBeLessThan(0.02);
    expect(interplay!.value).toBeLessThan(0.02);
    // Standard deviations 300 / sqrt(12) and 100 / sqrt(12).
    expect(sd.value).toBeCloseTo(Math.sqrt(100_000 / 12), 0);
    // The lowest tenth of a: 100 to 130 customers' money, 115 on average, and 250 of b.
    expect(drivers[0]!.members[0]!.tenths[0].value).toBeCloseTo(115 + 250 - 200, -1);
    expect(scatter.map(({ id }) => id)).toEqual([A, B]);
    // Profit is 10,000 a + 10,000 b - 200: b is between 2 % and 3 % whatever a is.
    const rest = scatter[0]!.points.map(([a, profit]) => (profit + 200) / 10_000 - a);
    expect(Math.min(...rest)).toBeGreaterThanOrEqual(0.02 - 1e-12);
    expect(Math.max(...rest)).toBeLessThanOrEqual(0.03 + 1e-12);
    expect(scatter[0]!.line[9]![1]).toBeCloseTo(385 + 250 - 200, -1);
  });

  it('has one share for what moves together', async () => {
    const together = `${text}correlations: [{ of: [a.funnel.clickToCustomer, b.funnel.clickToCustomer], rank: strong }]\n`;
    const found = await sensitivity(engine, readScenario(together), {}, few);
    expect(found.drivers.map(({ members }) => members.length)).toEqual([2]);
    expect(Math.abs(found.drivers[0]!.total.value - 1)).toBeLessThan(0.065);
    expect(found.interplay).toBeUndefined();
    // Fair shares by Gauss-Hermite quadrature of E[Y | a] and E[Y | b] in NumPy: scores correlated by 2 sin(π 0.8 / 6).
    const fair = found.drivers[0]!.members.map((member) => member.fair!);
    expect(Math.abs(fair[0]!.value - 0.5962)).toBeLessThan(5 * fair[0]!.standardError);
    expect(fair[0]!.standardError).toBeLessThan(0.02);
    expect(fair[0]!.value + fair[1]!.value).toBeCloseTo(1, 12);
    expect(sensitivityText(found)).toContain('which move together');
    expect(sensitivityText(found)).toContain('Fair shares deal it out');
  });

  it('tells the outcome where something is given, without new draws', async () => {
    const read = readScenario(text);
    const given = async (
      ...views: Parameters<typeof sensitivity>[2] extends { given?: infer V } | undefined ? NonNullable<V> : never
    ) => (await sensitivity(engine, read, { given: views }, few)).given!;
    const highest = await given({ path: 'a.funnel.clickToCustomer', highest: 0.1 });
    // What b does in 410 draws has a standard error of 1.4.
    expect(Math.abs(highest.mean.value - (385 + 250 - 200))).toBeLessThan(5.6);
    expect(highest.effective).toBeCloseTo(410, -1);
    const band = await given({ path: A, between: [0.02, 0.03] });
    expect(Math.abs(band.mean.value - (250 + 250 - 200))).toBeLessThan(5.6);
    const mean = await given({ path: 'a.funnel.clickToCustomer', mean: 0.03 });
    expect(Math.abs(mean.mean.value - (300 + 250 - 200))).toBeLessThan(5.6);
    expect(mean.effective).toBeLessThan(4096);
    await expect(given({ path: A, between: [0.2, 0.3] })).rejects.toThrow('leaves no draw');
    await expect(given({ path: 'a.funel', highest: 0.1 })).rejects.toThrow('no uncertain assumption');
  });
});
