import { describe, expect, it } from 'vitest';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { stability } from '../../src/runs/stability.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const K = 50;

describe('the gap on fresh draws', () => {
  it('is that of Mak, Morton and Wood, by hand for one channel', async () => {
    const engine = inlineEngine();
    const model = compile(
      scenario(
        {
          a: channel({
            efficiency: uniform(1, 9),
            response: { curve: 'exponential', parameters: { scale: certain(K) }, points: [], of: 'customers' },
          }),
        },
        { budget: { flexible: true } },
      ),
    );
    const options = { searchDraws: 16, method: 'plain' as const, gap: 1e-7 };
    const found = await search(engine, model, options);
    if (!('plan' in found)) throw new Error(found.status);
    const { gap, channels, proven, draws, withoutPlan } = await stability(engine, model, [], found, 8, options);
    expect([draws, proven, withoutPlan]).toEqual([16, true, 0]);

    // Profit with mean efficiency e is e K (1 - exp(-x / K)) - x, at best at x = K ln e.
    const profit = (e: number, x: number) => e * K * (1 - Math.exp(-x / K)) - x;
    const x = found.plan.spend[0]![0]!;
    const gaps: number[] = [];
    const bests: number[] = [];
    for (let batch = 1; batch <= 8; batch++) {
      const { simulator } = searchGround(engine, [model], { ...options, seed: `apportion, batch ${batch}` });
      const plan = { name: '', spend: [Float64Array.of(K * Math.LN2)] };
      const [answer] = await simulator.figures(
        { world: 0, plan, used: [true] },
        [{ weights: { customers: 1 } }],
        [true],
      );
      // Half of all customers come with a spend of K ln 2.
      const e = answer!.values!.reduce((sum, value) => sum + value, 0) / 16 / (K / 2);
      bests.push(K * Math.log(e));
      gaps.push((profit(e, K * Math.log(e)) - profit(e, x)) / profit(e, x));
    }
    const mean = gaps.reduce((sum, value) => sum + value, 0) / 8;
    const sd = Math.sqrt(gaps.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 7);
    // scipy.stats.t.ppf(0.95, 7) = 1.894578605061305
    const atMost = mean + (1.894578605061305 * sd) / Math.sqrt(8);
    expect(atMost).toBeGreaterThan(1e-3);
    // The bound of each batch is up to the gap of a search above its best.
    expect(Math.abs(gap.mean - mean)).toBeLessThan(1e-6);
    expect(Math.abs(gap.atMost - atMost)).toBeLessThan(1e-5);
    const [least, most] = channels[0]!.total;
    expect(Math.abs(least - Math.min(...bests))).toBeLessThan(0.1);
    expect(Math.abs(most - Math.max(...bests))).toBeLessThan(0.1);
    await engine.close();
  });

  it('is nothing where nothing is uncertain', async () => {
    const engine = inlineEngine();
    const model = compile(scenario({ a: channel({ efficiency: certain(2) }) }, { budget: { total: 10 } }));
    const options = { searchDraws: 16 };
    const found = await search(engine, model, options);
    if (!('plan' in found)) throw new Error(found.status);
    const { gap, channels } = await stability(engine, model, [], found, 2, options);
    expect(gap.atMost).toBeLessThan(1e-6);
    expect(channels[0]!.total).toEqual([10, 10]);
    await engine.close();
  });
});
