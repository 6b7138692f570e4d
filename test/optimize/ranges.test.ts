import { describe, expect, it } from 'vitest';
import type { Channel, NearOptimal, Scenario } from '../../src/domain.ts';
import { explained } from '../../src/runs/explain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

async function rangesOf(of: Scenario): Promise<NearOptimal> {
  const engine = inlineEngine();
  const model = compile(of);
  const options = { searchDraws: 512, gap: 1e-6, ranges: true };
  const ground = searchGround(engine, [model], options);
  const { ranges } = await explained(engine, model, await search(engine, model, options, { ground }), ground, options);
  await engine.close();
  if (ranges === undefined) throw new Error('no ranges');
  return ranges;
}

/** Customers A (1 - exp(-x / k)). */
function exponential(A: number, k: number, own: Partial<Channel> = {}): Channel {
  return channel({
    efficiency: certain(A / k),
    response: { curve: 'exponential', parameters: { scale: certain(k) }, points: [], of: 'customers' },
    ...own,
  });
}

/** Where a rising function is 0, between two numbers. */
function root(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** An end is looked for to half a percent of the money. */
function expectEnd(
  { total, proven }: NearOptimal['channels'][number]['least'],
  truth: number,
  money: number,
  sign: 1 | -1,
) {
  expect(sign * total).toBeLessThanOrEqual(sign * truth + 1e-5 * money);
  expect(sign * (truth - total)).toBeLessThanOrEqual(0.006 * money);
  expect(sign * proven!).toBeGreaterThanOrEqual(sign * truth - 1e-5 * money);
}

describe('how far a channel may be moved', () => {
  it('is where the goal has lost a hundredth, the other channel taking the rest', async () => {
    const { within, channels } = await rangesOf(
      scenario(
        { a: exponential(100, 50), b: exponential(100, 100) },
        { budget: { total: 150 }, goal: { maximize: 'customers' } },
      ),
    );
    expect(within).toBe(0.01);
    const f = (x: number) => 100 * (1 - Math.exp(-x / 50)) + 100 * (1 - Math.exp(-(150 - x) / 100));
    // Water filling: x / 50 - ln 2 = (150 - x) / 100.
    const best = (150 + 100 * Math.log(2)) / 3;
    const least = root((x) => f(x) - 0.99 * f(best), 0, best);
    const most = root((x) => 0.99 * f(best) - f(x), best, 150);
    const [a, b] = channels;
    expectEnd(a!.least, least, 150, -1);
    expectEnd(a!.most, most, 150, 1);
    expectEnd(b!.least, 150 - most, 150, -1);
    expectEnd(b!.most, 150 - least, 150, 1);
  });

  it('is all the money between channels that are alike, and within the limits', async () => {
    const twin = channel({ efficiency: certain(2) });
    const { channels } = await rangesOf(
      scenario(
        { a: twin, b: { ...twin, limits: { max: 70 } } },
        { budget: { total: 100 }, goal: { maximize: 'customers' } },
      ),
    );
    expectEnd(channels[0]!.least, 30, 100, -1);
    expectEnd(channels[0]!.most, 100, 100, 1);
    expectEnd(channels[1]!.least, 0, 100, -1);
    expectEnd(channels[1]!.most, 70, 100, 1);
  });

  it('keeps what is asked: a target that binds stops it', async () => {
    // Customers of b are worth a fifth, but 190 customers are asked for.
    const { channels } = await rangesOf(
      scenario(
        { a: exponential(100, 50), b: exponential(200, 50, { value: { orderValue: certain(0.2) } }) },
        { budget: { total: 100 }, targets: [{ metric: 'customers', atLeast: 190 }] },
      ),
    );
    const customers = (x: number) => 100 * (1 - Math.exp(-x / 50)) + 200 * (1 - Math.exp(-(100 - x) / 50));
    // More money for a earns more, so the plan has as much of it as the target allows, and cannot have more.
    const most = root((x) => 190 - customers(x), 33, 100);
    const profit = (x: number) => 100 * (1 - Math.exp(-x / 50)) + 40 * (1 - Math.exp(-(100 - x) / 50)) - 100;
    // The gap, and what may be given up, is of the profit but at least of a twentieth of the money that moves.
    const scale = Math.max(Math.abs(profit(most)), 0.05 * (Math.abs(profit(most)) + 100));
    const least = root((x) => profit(x) - profit(most) + 0.01 * scale, 0, most);
    expectEnd(channels[0]!.most, most, 100, 1);
    expectEnd(channels[0]!.least, least, 100, -1);
  });

  it('is a hundredth more spend where the least spend is sought', async () => {
    const { channels } = await rangesOf(
      scenario(
        { a: exponential(100, 50) },
        { goal: { maximize: 'profit', minimize: 'spend' }, targets: [{ metric: 'customers', atLeast: 60 }] },
      ),
    );
    const needed = -50 * Math.log(1 - 0.6);
    expectEnd(channels[0]!.least, needed, needed, -1);
    expectEnd(channels[0]!.most, 1.01 * needed, needed, 1);
  });

  it('proves no end where curves are no arches, and still finds plans', async () => {
    const s = channel({
      efficiency: certain(2),
      response: {
        curve: 'hill',
        parameters: { halfSaturation: certain(40), slope: certain(3) },
        points: [],
        of: 'customers',
      },
    });
    const { channels } = await rangesOf(
      scenario({ a: s, b: exponential(100, 50) }, { budget: { total: 100 }, goal: { maximize: 'customers' } }),
    );
    for (const { least, most } of channels) {
      expect(least.proven).toBeUndefined();
      expect(most.proven).toBeUndefined();
      expect(most.total).toBeGreaterThan(least.total);
    }
  });
});
