import { afterAll, describe, expect, it } from 'vitest';
import type { Optimization, Scenario } from '../../src/domain.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function solve(of: Scenario): Promise<{ readonly found: Optimization; readonly payback: number | undefined }> {
  const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws: 16, draws: 16, gap: 1e-6 });
  return { found: report.optimization!, payback: report.plans.at(-1)!.ratios.payback?.value };
}

const exponential = (efficiency: number, limits = {}) =>
  channel({
    efficiency: certain(efficiency),
    response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
    plan: [50, 50, 50],
    limits,
  });

describe('a target on payback', () => {
  /** Money in the first period pays; what has to be spent in the second loses 60, which the third cannot win back. */
  const losing = (atMost: number): Scenario =>
    scenario(
      {
        good: exponential(3, { max: [100, 0, 100] }),
        bad: {
          ...exponential(0.4, { min: [0, 100, 0], max: [0, 100, 0] }),
          response: { curve: 'linear', parameters: {}, points: [], of: 'customers' },
        },
      },
      {
        horizon: { periods: 3, unit: 'week', tail: 0 },
        goal: { maximize: 'customers' },
        budget: { flexible: true },
        targets: [{ metric: 'payback', atMost }],
      },
    );

  it('asks that what is spent stays paid back', async () => {
    // By hand: the first period earns at most 300 (1 - 1/3) - 100 ln 3 = 90.1 and has to leave the 60 that are lost after it.
    const { found, payback } = await solve(losing(1));
    if (!('plan' in found)) throw new Error(found.status);
    expect(found.plan.spend[1]![1]).toBeCloseTo(100, 6);
    // Customers are what counts, so that all is spent that may be: at 100, 300 (1 - 1/e) - 100 = 89.6, more than 60.
    expect(found.plan.spend[0]![0]).toBeCloseTo(100, 6);
    expect(found.wishes).toHaveLength(1);
    expect(found.wishes[0]!.reached).toBe(1);
    expect(payback).toBe(1);
  });

  it('holds spend back where a later loss would undo it', async () => {
    const of = losing(1);
    const wider = { ...of, channels: { ...of.channels, good: exponential(3, { max: [300, 0, 0] }) } };
    const { found, payback } = await solve(wider);
    if (!('plan' in found)) throw new Error(found.status);
    // By hand: 300 (1 - exp(-x / 100)) - x = 60, by bisection; without the second period it could be 0 (x = 282).
    let [low, high] = [110, 300];
    for (let k = 0; k < 60; k++) {
      const x = (low + high) / 2;
      if (300 * (1 - Math.exp(-x / 100)) - x > 60) low = x;
      else high = x;
    }
    expect(found.plan.spend[0]![0]).toBeCloseTo(low, 2);
    expect(found.status).toBe('optimal');
    expect(payback).toBe(1);
  });

  it('is out of reach where the loss is larger than all that is earned', async () => {
    const of = losing(1);
    const poor = { ...of, channels: { ...of.channels, good: exponential(1.5, { max: [100, 0, 0] }) } };
    const { found } = await solve(poor);
    if (found.status !== 'unreachable') throw new Error(found.status);
    // By hand: 150 (1 - exp(-x / 100)) - x is at most 9.5.
    expect(found.asked).toBe(1);
    expect(found.reached).toBe(Infinity);
    expect([found.bound, found.boundKind]).toEqual([Infinity, 'proven']);
  });
});

describe('a payback within less than a period', () => {
  const read = (atMost: string) =>
    readScenario(`
apportion: 1
name: soon
currency: EUR
horizon: { periods: 3, unit: week }
budget: { total: 300 }
value: { orderValue: 80 }
channels:
  search: { efficiency: 0.05, response: { curve: exponential, scale: 100 }, plan: 100 }
targets: [{ metric: payback, atMost: ${atMost} }]
`);

  it('is refused, for money is counted by whole periods', () => {
    expect(() => read('0.5')).toThrow(/targets\[0\]\.atMost: must be 1 or more, the end of the first period, got 0\.5/);
    expect(read('1').scenario.targets).toHaveLength(1);
  });
});
