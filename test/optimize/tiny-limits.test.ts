/** Limits and sums far from each other in size, which solvers fail on: each was found by fuzzing (test/properties/optimizer-tiny-limits). */
import { describe, expect, it } from 'vitest';
import type { Optimization, Scenario } from '../../src/domain.ts';
import { boundByBox } from '../../src/optimize/concave/box-step.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

const curved = (curve: string, scale: number, efficiency: number, limits = {}) =>
  channel({
    efficiency: certain(efficiency),
    response: { curve, parameters: { scale: certain(scale) }, points: [], of: 'customers' },
    limits,
  });
const linear = (efficiency: number, limits = {}) => channel({ efficiency: certain(efficiency), limits });

function found(channels: Scenario['channels'], own: Partial<Scenario>): Promise<Optimization> {
  const periods = own.horizon?.periods ?? 1;
  const planned = Object.entries(channels).map(([name, one]) => [name, { ...one, plan: Array(periods).fill(10) }]);
  return search(engine, compile(scenario(Object.fromEntries(planned), own)), { searchDraws: 16, gap: 1e-3 });
}

describe('a search', () => {
  it('leaves nothing of what a solver rounds in a channel that may get nothing', async () => {
    // b has to get 0.2 % of 100, and only one channel may be used.
    const result = await found(
      {
        a: { ...curved('exponential', 100, 4), limits: { minIfUsed: 0.001 } },
        b: linear(1, { share: { min: 0.002 } }),
      },
      { budget: { total: 100 }, mostChannels: 1 },
    );
    expect(result).toMatchObject({
      status: 'optimal',
      plan: { spend: [Float64Array.of(0), { 0: expect.closeTo(100, 6) as number }] },
    });
  });

  it('ends with a plan of nothing where limits allow no other', async () => {
    // b gets a share of all, but not all, and no second channel may be used.
    const result = await found(
      { a: linear(4), b: { ...curved('log', 1e6, 2, { share: { min: 5e-4, max: 0.6 } }), plan: [3e5] } },
      { budget: { flexible: true }, goal: { maximize: 'customers' }, mostChannels: 1 },
    );
    if (!('plan' in result)) throw new Error(result.status);
    for (const [amount] of result.plan.spend) expect(amount).toBeLessThan(1e-8);
  });

  it('leaves nothing of it where a minimum is above what limits allow', async () => {
    // b may get 1,000 at most, which is less than the least that it may get.
    const result = await found(
      {
        a: curved('exponential', 500_000, 2),
        b: { ...curved('exponential', 5000, 4), limits: { minIfUsed: 10_000 } },
        c: curved('log', 500_000, 0.3, { max: 1000 }),
      },
      {
        budget: { total: 300_000 },
        horizon: { periods: 2, unit: 'week' },
        groups: { low: { channels: ['b'], perPeriod: { max: 1000 } } },
        concentration: { herfindahl: 0.999 },
      },
    );
    expect(result).toMatchObject({ plan: { spend: [expect.anything(), Float64Array.of(0, 0), expect.anything()] } });
  });

  it('tells that a share cannot be had where the least that may be used is above all money', async () => {
    const one = curved('log', 10, 0.3, { share: { min: 0.005 }, minIfUsed: 1000 });
    const result = await found({ a: { ...one, fixedCost: certain(10) } }, { budget: { total: 100 } });
    expect(result).toMatchObject({ status: 'infeasible', proven: true });
  });

  it('finds a part of the goal that is nothing but rounding no reason to fail', async () => {
    // Money in c brings just what it costs. By hand: b gets what is left, a profit of 4 (1 - e^-0.9) + 2 / 20 (1 - e^-2) - 1.
    const result = await found(
      {
        a: curved('exponential', 0.05, 2, { total: { min: 0.1 } }),
        b: curved('exponential', 1, 4),
        c: linear(1, { min: 1e-6 }),
      },
      { budget: { total: 1 } },
    );
    if (!('plan' in result)) throw new Error(result.status);
    expect(result.status).toBe('optimal');
    expect(result.lowerBound).toBeCloseTo(4 * (1 - Math.exp(-0.9)) + 0.1 * (1 - Math.exp(-2)) - 1, 5);
  });

  it('keeps a share of a thousandth beside caps far beyond what is spent', async () => {
    const result = await found(
      {
        a: curved('exponential', 1, 2, { share: { min: 1e-5 } }),
        b: { ...curved('log', 0.3, 0.3, { share: { min: 0.001, max: 0.001 } }), fixedCost: certain(0.01) },
      },
      { budget: { flexible: true } },
    );
    if (!('plan' in result)) throw new Error(result.status);
    const [a, b] = result.plan.spend.map(([amount]) => amount!) as [number, number];
    expect(b / (a + b)).toBeCloseTo(0.001, 9);
  });

  it.each([
    ['with a minimum if used', { a: linear(4, { minIfUsed: 10, min: 1 }) }, {}],
    [
      'with a share of nearly all',
      {
        a: linear(4, { share: { min: 1e-4, max: 0.999 } }),
        b: curved('exponential', 30_000, 2, { total: { min: 1 } }),
        c: curved('exponential', 30_000, 2, { min: 0.1, minIfUsed: 1000 }),
      },
      { goal: { maximize: 'revenue' } as const },
    ],
  ])('tells that more pays without end where caps outgrow every solver: %s', async (_, channels, own) => {
    const result = await found(channels, { horizon: { periods: 3, unit: 'week' }, budget: { flexible: true }, ...own });
    expect(result).toEqual({ status: 'unbounded', channel: 'a' });
  });

  it('tells a target out of reach where a minimum if used alone is above it', async () => {
    // a gets a hundredth of all, at least 0.1 in each of 3 weeks: 30 in all.
    const result = await found(
      { a: curved('exponential', 1, 2, { share: { min: 0.01, max: 0.01 }, minIfUsed: 0.1, min: 1e-4 }), b: linear(4) },
      {
        horizon: { periods: 3, unit: 'week' },
        budget: { flexible: true },
        targets: [{ metric: 'spend', atMost: 0.5 }],
      },
    );
    expect(result).toMatchObject({ status: 'unreachable', asked: 0.5 });
  });
});

describe('a bound by a box', () => {
  it('is above a concave function wherever it is looked at', () => {
    // 10 x - x² from 0 to 10, its tangents at 2: in a box of a tenth of 10 around 2 at most 16 + 6, far away at most 25.
    expect(boundByBox(16, 22, 0.1)).toBe(76);
    expect(boundByBox(16, 22, 0.1)).toBeGreaterThanOrEqual(25);
    expect(boundByBox(16, 22, 2)).toBe(22);
  });
});
