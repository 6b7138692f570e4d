import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Optimization, Quantity, Scenario } from '../../src/domain.ts';
import { optimize } from '../../src/runs/run.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';
import { moveOf } from '../support/repairs.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function solve(of: Scenario, gap = 1e-4): Promise<Optimization> {
  const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws: 64, draws: 64, gap });
  noNaN(report);
  return report.optimization!;
}

/** No number anywhere in a report is undefined. */
function noNaN(value: unknown, path = 'report'): void {
  if (typeof value === 'number' && Number.isNaN(value)) throw new Error(`${path} is NaN`);
  if (typeof value === 'object' && value !== null)
    for (const [key, own] of Object.entries(value)) noNaN(own, `${path}.${key}`);
}

function planOf(found: Optimization) {
  if (!('plan' in found)) throw new Error(`no plan: ${JSON.stringify(found)}`);
  return { ...found, totals: found.plan.spend.map((spend) => spend.reduce((sum, amount) => sum + amount, 0)) };
}

/** Limits that are said not to hold together; those that are no linear sums by their path alone. */
function conflict(found: Optimization): readonly string[] {
  if (found.status !== 'infeasible') throw new Error(`not infeasible: ${found.status}`);
  return found.conflict.map(({ limit, side }) => (limit.terms.length === 0 ? limit.path : `${limit.path} ${side}`));
}

/** By how much each limit would have to give, in its own unit. */
function repairs(found: Optimization): Readonly<Record<string, number>> {
  if (found.status !== 'infeasible') throw new Error(`not infeasible: ${found.status}`);
  expect(found.proven).toBe(true);
  return Object.fromEntries(
    found.repairs.map(({ limit, side, ...change }) => [
      limit.terms.length === 0 ? limit.path : `${limit.path} ${side}`,
      Math.abs(moveOf({ limit, side, ...change })),
    ]),
  );
}

const curve = (name: string, parameters: Readonly<Record<string, Quantity>>, own: Partial<Channel> = {}) =>
  channel({
    efficiency: certain(2),
    response: { curve: name, parameters, points: [], of: 'customers' },
    plan: [50],
    ...own,
  });
const concave = (own: Partial<Channel> = {}) => curve('exponential', { scale: lognormal(100, 0.3) }, own);
const sShaped = (own: Partial<Channel> = {}) =>
  curve('hill', { halfSaturation: lognormal(60, 0.2), slope: certain(3) }, own);
const SHAPES = [
  ['concave', concave],
  ['S-shaped', sShaped],
] as const;

describe.each(SHAPES)('%s curves', (_, make) => {
  it('with no spend today', async () => {
    const found = planOf(
      await solve(scenario({ a: make({ plan: [0] }), b: make({ plan: [0] }) }, { budget: { atMost: 200 } })),
    );
    expect(found.status).toBe('optimal');
    expect(found.lowerBound).toBeGreaterThan(10);
  });

  it('with no money', async () => {
    for (const budget of [{ total: 0 }, { atMost: 0 }, { perPeriod: 0 }]) {
      const found = planOf(await solve(scenario({ a: make(), b: make() }, { budget })));
      expect(found.totals).toEqual([0, 0]);
      expect(found.status).toBe('optimal');
      expect(found.lowerBound).toBe(0);
    }
  });

  it('alone', async () => {
    const found = planOf(await solve(scenario({ a: make() }, { budget: { total: 120 } })));
    expect(found.totals[0]).toBeCloseTo(120, 6);
    expect(found.status).toBe('optimal');
  });

  it('where nothing may be spent anywhere', async () => {
    const limits = { max: 0 };
    const found = planOf(
      await solve(scenario({ a: make({ limits }), b: make({ limits }) }, { budget: { atMost: 100 } })),
    );
    expect(found.totals).toEqual([0, 0]);
    expect(found.status).toBe('optimal');
    const must = await solve(scenario({ a: make({ limits }), b: make({ limits }) }, { budget: { total: 100 } }));
    expect(must.status).toBe('infeasible');
  });

  it('with targets of nothing', async () => {
    const targets = [
      { metric: 'customers', atLeast: 0 },
      { metric: 'profit', atLeast: 0 },
      { metric: 'roas', atLeast: 0 },
    ];
    const of = scenario({ a: make(), b: make() }, { budget: { total: 200 } });
    const free = planOf(await solve(of));
    const asked = planOf(await solve({ ...of, targets }));
    expect(asked.lowerBound).toBeGreaterThanOrEqual(free.lowerBound - 1e-3 * Math.abs(free.lowerBound));
    expect(asked.wishes).toHaveLength(3);
  });

  it('with a target below what must be spent', async () => {
    for (const metric of ['spend', 'cost', 'cacCash', 'cacFull', 'payback']) {
      const found = await solve(
        scenario(
          { a: make({ limits: { min: 100 } }), b: make() },
          { budget: { total: 300 }, targets: [{ metric, atMost: metric === 'payback' ? 1 : 0.001 }] },
        ),
      );
      if (metric === 'payback') planOf(found);
      else expect([metric, found.status]).toEqual([metric, 'unreachable']);
    }
  });

  it('with all draws as the worst cases, whose mean is the mean', async () => {
    const of = scenario({ a: make(), b: make({ efficiency: uniform(1, 3) }) }, { budget: { total: 200 } });
    const mean = planOf(await solve(of));
    for (const risk of [
      { worst: 1, weight: 1 },
      { worst: 1, weight: 0.5 },
      { worst: 1, atLeast: mean.lowerBound - 1 },
    ]) {
      const found = planOf(await solve({ ...of, goal: { maximize: 'profit', risk } }));
      expect(found.status).toBe('optimal');
      expect(Math.abs(found.lowerBound - mean.lowerBound)).toBeLessThanOrEqual(
        2e-4 * Math.abs(mean.lowerBound) + 0.002,
      );
    }
  });

  it('with the worst draw alone', async () => {
    const of = scenario({ a: make(), b: make({ efficiency: uniform(1, 3) }) }, { budget: { total: 200 } });
    for (const worst of [1 / 64, 1e-6]) {
      const found = planOf(await solve({ ...of, goal: { maximize: 'profit', risk: { worst, weight: 1 } } }));
      expect(found.status).toBe('optimal');
    }
  });

  it('under stresses that switch everything off', async () => {
    const stresses = { dark: { multiply: [], switchOff: ['a', 'b'] } };
    for (const maximize of ['profit', 'customers'] as const) {
      const of = scenario(
        { a: make(), b: make() },
        { budget: { atMost: 200 }, stresses, goal: { maximize, worstOf: ['dark'] } },
      );
      const found = planOf(await solve(of));
      expect(found.status).toBe('optimal');
      // What is switched off costs nothing and brings nothing.
      expect(found.lowerBound).toBeCloseTo(0, 9);
    }
  });

  it('with a least spend above the budget', async () => {
    const limits = { minIfUsed: 150 };
    const some = planOf(await solve(scenario({ a: make({ limits }), b: make() }, { budget: { total: 100 } })));
    expect(some.totals[0]).toBe(0);
    expect(some.totals[1]).toBeCloseTo(100, 6);
    const free = planOf(
      await solve(scenario({ a: make({ limits }), b: make({ limits }) }, { budget: { atMost: 100 } })),
    );
    expect(free.totals).toEqual([0, 0]);
    const none = await solve(scenario({ a: make({ limits }), b: make({ limits }) }, { budget: { total: 100 } }));
    expect(conflict(none)).toEqual([
      'channels.a.limits.minIfUsed',
      'channels.b.limits.minIfUsed',
      'budget.total least',
      'budget.total most',
    ]);
    expect(repairs(none)).toEqual({
      'channels.a.limits.minIfUsed': expect.closeTo(50, 1),
      'channels.b.limits.minIfUsed': expect.closeTo(50, 1),
      // Nor does a budget of nothing: that is none.
      'budget.total most': expect.closeTo(50, 1),
    });
  });

  it('with one channel at most', async () => {
    const found = planOf(
      await solve(
        scenario(
          { a: make(), b: make({ efficiency: certain(3) }), c: make() },
          { budget: { total: 200 }, mostChannels: 1 },
        ),
      ),
    );
    expect(found.status).toBe('optimal');
    expect(found.totals[0]).toBe(0);
    expect(found.totals[1]).toBeCloseTo(200, 6);
    const both = { limits: { min: 10 } };
    const none = await solve(scenario({ a: make(both), b: make(both) }, { budget: { total: 200 }, mostChannels: 1 }));
    expect(conflict(none)).toEqual(['mostChannels', 'channels.a.limits.min least', 'channels.b.limits.min least']);
    expect(repairs(none)).toEqual({
      mostChannels: 1,
      'channels.a.limits.min least': expect.closeTo(10, 2),
      'channels.b.limits.min least': expect.closeTo(10, 2),
    });
  });

  it('spread more evenly than limits allow', async () => {
    const of = scenario(
      { a: make({ limits: { min: 80 } }), b: make() },
      { budget: { total: 100 }, concentration: { herfindahl: 0.51 } },
    );
    // By hand: 0.8² + 0.2² = 0.68.
    const none = await solve(of);
    expect(conflict(none)).toEqual(['concentration.herfindahl', 'budget.total most', 'channels.a.limits.min least']);
    // 0.8² + 0.2² = 0.68; a share s of a with s² + (1 - s)² = 0.51 is 0.5 + √0.005: 57.07 of 100, or 80 of 140.18.
    expect(repairs(none)).toEqual({
      'concentration.herfindahl': expect.closeTo(0.17, 3),
      'budget.total most': expect.closeTo(40.18, 1),
      'channels.a.limits.min least': expect.closeTo(22.93, 1),
    });
  });

  it('spread as evenly as can be', async () => {
    for (const maximize of ['profit', 'customers'] as const) {
      const of = scenario(
        { a: make(), b: make({ efficiency: certain(1) }), c: make() },
        { budget: { total: 300 }, concentration: { herfindahl: 1 / 3 }, goal: { maximize } },
      );
      const found = planOf(await solve(of));
      for (const total of found.totals) expect(Math.abs(total - 100)).toBeLessThan(0.1);
    }
  });

  it('spread evenly with a wish about risk that only one channel can reach', async () => {
    const of = scenario(
      { a: make({ efficiency: certain(5) }), b: make({ efficiency: certain(0.1) }) },
      { budget: { total: 200 }, concentration: { herfindahl: 0.5 } },
    );
    const alone = planOf(await solve({ ...of, concentration: {} }));
    const even = planOf(await solve(of));
    const atLeast = (alone.lowerBound + even.lowerBound) / 2;
    const none = await solve({ ...of, goal: { maximize: 'profit', risk: { worst: 1, atLeast } } });
    if (none.status !== 'unreachable') throw new Error(none.status);
    expect(Math.abs(none.reached - even.lowerBound)).toBeLessThan(1e-3 * Math.abs(even.lowerBound));
  });

  it('with unlimited money and a wish about risk', async () => {
    for (const risk of [
      { worst: 0.1, atLeast: 0 },
      { worst: 0.1, weight: 0.5 },
      { worst: 0.1, atLeast: 5 },
      { worst: 0.1, atLeast: 0, of: 'gain over today' as const },
    ]) {
      const of = scenario(
        { a: make(), b: make({ efficiency: uniform(1, 3) }) },
        { goal: { maximize: 'profit', risk } },
      );
      const found = planOf(await solve(of));
      expect(found.status).toBe('optimal');
    }
  });

  it('with far more money than today', async () => {
    const of = scenario({ a: make(), b: make() }, { budget: { atLeast: 1e6 } });
    const found = planOf(await solve(of));
    expect(found.totals[0]! + found.totals[1]!).toBeCloseTo(1e6, 0);
  });

  it('with unlimited money', async () => {
    const found = planOf(await solve(scenario({ a: make(), b: make() })));
    expect(found.status).toBe('optimal');
    expect(found.lowerBound).toBeGreaterThan(10);
  });
});

describe('what pays only far above what is spent today', () => {
  // By hand: 2 efficiency at best average, reached at k (s - 1)^(1/s) = 1.26 million; at twice that a profit of a million.
  it.each([
    [
      'S-curve',
      {
        response: {
          curve: 'hill',
          parameters: { halfSaturation: certain(1e6), slope: certain(3) },
          points: [],
          of: 'customers',
        },
      },
    ],
    [
      'table',
      {
        response: {
          curve: 'table',
          parameters: { multiplier: certain(1) },
          points: [
            [1e6, 0],
            [2e6, 4e6],
          ],
          of: 'customers',
        },
      },
    ],
  ] as const)('is found where money is unlimited: %s', async (_, own) => {
    const { efficiency: _quoted, ...bare } = channel();
    const one = own.response.curve === 'table' ? bare : channel({ efficiency: certain(2) });
    const found = planOf(await solve(scenario({ a: { ...one, plan: [50], ...own }, b: concave() })));
    expect(found.lowerBound).toBeGreaterThan(1e6);
    expect(found.status).toBe('optimal');
  });

  it('is found where a least spend is far above today', async () => {
    const far = curve('exponential', { scale: certain(1e6) }, { limits: { minIfUsed: 50_000 } });
    const found = planOf(await solve(scenario({ far, b: concave() })));
    // By hand: 2 exp(-x / 1e6) = 1 at x = 693,147.
    expect(found.totals[0]).toBeCloseTo(1e6 * Math.log(2), -4);
  });

  it('is found where a discount begins far above today', async () => {
    const steady = channel({
      price: { unit: 'cpa', amount: certain(1.1), tiers: [{ above: 1e6, discount: 0.5 }] },
      plan: [50],
      limits: {},
    });
    const { efficiency: _quoted, ...bare } = steady;
    const found = await solve(scenario({ steady: bare, b: concave() }));
    expect(found.status).toBe('unbounded');
  });
});

describe('money that brings just what it costs', () => {
  it.each([1 / 3, 0.7, 0.123])('takes nothing from the proof: %d customers per unit', async (efficiency) => {
    for (const goal of [{ maximize: 'profit' }, { maximize: 'profit', risk: { worst: 0.1, weight: 0.5 } }] as const) {
      const even = channel({
        efficiency: certain(efficiency),
        value: { orderValue: certain(1 / efficiency) },
        plan: [50],
      });
      const pays = curve('exponential', { scale: certain(100) });
      const found = planOf(await solve(scenario({ even, pays, too: even }, { budget: { total: 300 }, goal })));
      expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
      // By hand: 2 exp(-x / 100) = 1 at x = 100 ln 2, where 200 (1 - 1 / 2) - x is earned; the rest brings nothing.
      expect(Math.abs(found.lowerBound - 100 * (1 - Math.log(2)))).toBeLessThan(2e-3);
    }
  });
});

describe('money far beyond what fills all channels', () => {
  it('is all spent, to the cent, where tangents are all but flat', async () => {
    // Found by fuzzing: by scaling, a solver's plan 0.03 over the total counted as keeping it, and ended in a failure.
    const full = (scale: number) =>
      channel({
        efficiency: certain(0.5),
        response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
        plan: [1],
      });
    const of = scenario(
      { c0: full(98.0811073691991), c1: full(38.52548859303887) },
      { budget: { total: 2402.6047062174657 }, goal: { maximize: 'customers' } },
    );
    const model = compile(of);
    const found = planOf(await search(engine, model, { searchDraws: 16, gap: 1e-7 }));
    expect(Math.abs(found.totals[0]! + found.totals[1]! - 2402.6047062174657)).toBeLessThanOrEqual(1e-7 * 2403);
    // 0.5 (98.08 + 38.53), which e^-17 is taken off.
    expect(found.lowerBound).toBeCloseTo(0.5 * (98.0811073691991 + 38.52548859303887), 5);
  });
});
