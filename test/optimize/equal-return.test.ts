import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { replan } from '../../src/runs/replan.ts';
import { optimize } from '../../src/runs/run.ts';
import { type RunOptions } from '../../src/runs/run-options.ts';
import { zh } from '../../web/languages/zh.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const options: RunOptions = { draws: 256, searchDraws: 16, gap: 1e-6 };
const run = (of: Scenario) => optimize(engine, { scenario: of, echo: [] }, options);

/** Customers 10 e ln(1 + x / 10), so that the next unit brings e / (1 + x / 10). */
const log = (efficiency: number, plan: number, limits = {}) =>
  channel({
    efficiency: certain(efficiency),
    response: { curve: 'log', parameters: { scale: certain(10) }, points: [], of: 'customers' },
    plan: [plan],
    limits,
  });

describe('the plan of equal marginal return', () => {
  it('spends the same total so that the next unit brings the same everywhere, whatever the limits', async () => {
    const report = await run(scenario({ a: log(2, 10, { max: 15 }), b: log(1, 20) }, { budget: { total: 30 } }));
    const equal = report.plans.find(({ plan }) => plan === 'equal marginal return')!;
    // 2 / (1 + x / 10) = 1 / (1 + y / 10) and x + y = 30: x = 70 / 3, y = 20 / 3.
    expect(equal.channels.map(({ spend }) => spend)[0]).toBeCloseTo(70 / 3, 0);
    expect(equal.totalSpend).toBeCloseTo(30, 6);
    expect(report.plans.at(-1)!.channels.map(({ spend }) => spend)).toEqual([
      expect.closeTo(15, 6),
      expect.closeTo(15, 6),
    ]);
    expect(report.equalReturn!.breaks.map(({ limit: { name }, side }) => [name, side])).toEqual([
      ['a, period 1, at most', 'most'],
    ]);
    // 20 ln(10 / 3) + 10 ln(5 / 3) beside 20 ln(2.5) + 10 ln(2.5): 29.1877 and 27.4887 (Python).
    const change = report.differences.find(({ a }) => a === 'equal marginal return')!;
    expect(change.mean.value).toBeCloseTo(27.4887 - 29.1877, 2);
    const sentence = headline(report).rest.find((text) => text.includes('equal marginal return'));
    expect(sentence).toMatch(/which breaks «a, at most», that is 1\.70\sEUR less profit\.$/);
    expect(zh.report.headline(report).rest.some((text) => /边际回报相等.*违反“a：/.test(text))).toBe(true);
  });

  it('is said to miss targets, by how much', async () => {
    const dear = { ...log(2, 10, { max: 29 }), value: { orderValue: certain(1.5) } };
    const report = await run(
      scenario({ a: dear, b: log(1, 20) }, { budget: { total: 30 }, targets: [{ metric: 'customers', atLeast: 29 }] }),
    );
    expect(report.equalReturn!.breaks).toEqual([]);
    // 3 / (1 + x / 10) = 1 / (1 + y / 10) and x + y = 30: 27.5 and 2.5, with 20 ln 3.75 + 10 ln 1.25 = 28.67 customers.
    const sentence = headline(report).rest.find((text) => text.includes('equal marginal return'));
    // The plan is known to a hundred-thousandth of profit, which is some thousandths of a customer.
    expect(sentence).toMatch(/which misses «customers at least 29» by 0\.3[34], that is/);
    const inChinese = zh.report.headline(report).rest.find((text) => text.includes('边际回报相等'));
    expect(inChinese).toMatch(/（它未达到“客户至少 29”（差 0\.3[34]））/);
  });

  it("stands beside today's split of the new total, of which is told which limits it breaks, too", async () => {
    const report = await run(scenario({ a: log(2, 10, { max: 15 }), b: log(1, 20) }, { budget: { total: 60 } }));
    expect(report.proRata!.breaks.map(({ limit: { name }, side }) => [name, side])).toEqual([
      ['a, period 1, at most', 'most'],
    ]);
    // 20 ln 2.5 + 10 ln 5.5 for 15 and 45 beside 20 ln 3 + 10 ln 5 for 20 and 40: 35.3733 and 38.0666 (Python).
    const sentence = (of: typeof report) => headline(of).rest.find((text) => text.includes('split as today'));
    expect(sentence(report)).toMatch(/as today, which breaks «a, at most», that is 2\.69\sEUR less profit\.$/);
    expect(zh.report.headline(report).rest.some((text) => /按当前比例分配相比（它违反“a：.*少 2\.69/.test(text))).toBe(
      true,
    );
    const loose = await run(scenario({ a: log(2, 10, { max: 45 }), b: log(1, 20) }, { budget: { total: 60 } }));
    expect(loose.proRata!.breaks).toEqual([]);
    expect(sentence(loose)).toContain('so much lies in the split alone');
  });

  it('is not made where there is no other limit, and breaks none that does not bind', async () => {
    const without = await run(scenario({ a: log(2, 10), b: log(1, 20) }, { budget: { total: 30 } }));
    expect(without.equalReturn).toBeUndefined();
    expect(without.plans.map(({ plan }) => plan)).toEqual(['today', 'recommended']);
    const loose = await run(scenario({ a: log(2, 10, { max: 29 }), b: log(1, 20) }, { budget: { total: 30 } }));
    expect(loose.equalReturn!.breaks).toEqual([]);
  });

  it('is where no unit of money brings more elsewhere, with S-curves and carry-over, too', async () => {
    const [periods, retention] = [4, 0.5];
    const report = await run(
      scenario(
        {
          a: channel({
            efficiency: certain(3),
            response: {
              curve: 'hill',
              parameters: { halfSaturation: certain(10), slope: certain(2) },
              points: [],
              of: 'customers',
            },
            carryover: { curve: 'geometric', parameters: { retention: certain(retention) }, normalize: true },
            plan: [15],
            limits: { max: 20 },
          }),
          b: { ...log(2, 10), plan: [15] },
        },
        { budget: { total: 160 }, horizon: { periods, unit: 'week', tail: 0 } },
      ),
    );
    const equal = report.plans.find(({ plan }) => plan === 'equal marginal return')!;
    const spend = equal.channels.flatMap(({ byPeriod }) => byPeriod.spend);
    // By hand: a brings 3 × 20 × A² / (100 + A²), which is 3 A at its best average, A = 10; b brings 20 ln(1 + x / 10).
    const profit = (x: readonly number[]) => {
      let [sum, atWork] = [0, 0];
      for (let t = 0; t < periods; t++) {
        atWork = retention * atWork + (1 - retention) * x[t]!;
        sum += (60 * atWork * atWork) / (100 + atWork * atWork) + 20 * Math.log(1 + x[periods + t]! / 10);
      }
      return sum - x.reduce((all, amount) => all + amount, 0);
    };
    expect(equal.metrics['profit']!.mean.value).toBeCloseTo(profit(spend), 6);
    const next = spend.map((amount, k) => (profit(spend.with(k, amount + 1e-4)) - profit(spend)) / 1e-4);
    const used = next.filter((_, k) => spend[k]! > 0.01);
    expect(used.length).toBeGreaterThan(4);
    // A hundred-thousandth of the goal is left: slopes are known to about the square root of that.
    for (const slope of used) expect(slope).toBeCloseTo(used[0]!, 1);
    expect(Math.max(...next)).toBeLessThan(used[0]! + 0.05);
    expect(equal.totalSpend).toBeCloseTo(160, 6);
    expect(equal.metrics['profit']!.mean.value).toBeGreaterThan(report.plans.at(-1)!.metrics['profit']!.mean.value);
  });

  it('keeps what is spent when the plan is running, and names limits on the whole plan', async () => {
    const running = scenario(
      { a: { ...log(2, 10, { total: { max: 30 } }), plan: [10, 10] }, b: { ...log(1, 20), plan: [20, 20] } },
      { budget: { total: 60 }, horizon: { periods: 2, unit: 'week' } },
    );
    const report = await replan(engine, { scenario: running, echo: [] }, { after: 1 }, options);
    const equal = report.plans.find(({ plan }) => plan === 'equal marginal return')!;
    expect(equal.channels.map(({ byPeriod }) => byPeriod.spend[0])).toEqual([10, 20]);
    expect(report.equalReturn!.breaks).toMatchObject([{ limit: { name: 'a, whole plan, at most', most: 30 } }]);
  });
});
