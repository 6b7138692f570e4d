import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import type { Ask } from '../../src/optimize/asks.ts';
import { costlyChannels, useCostsOf } from '../../src/optimize/use-costs.ts';
import { simulatorOn } from '../../src/runs/simulator.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const engine = engineOfFile();
const DRAWS = 1024;

async function costsOf(of: Scenario, ask: Ask): Promise<readonly number[]> {
  const model = compile(of);
  const request = { seed: 'use', method: 'sobol', draws: DRAWS } as const;
  const [conditions] = [...conditionsIn(prepareDraws(model, request, false), { first: 0, count: 256 })];
  return [...(await useCostsOf(model, simulatorOn(engine, [model], request, false), conditions!, ask))];
}

const people = { sales: { perPeriod: certain(3) } };
/** Two weeks; hours at 20. The columns are those of `a`, of `b` and of `c`. */
const mixed = scenario(
  {
    a: channel({ fixedCost: certain(70), hours: people }),
    b: channel({ fixedCost: uniform(50, 90) }),
    c: channel(),
  },
  { horizon: { periods: 2, unit: 'week' }, resources: { sales: { hourlyCost: certain(20) } } },
);
const pieces = { count: 1, ofColumn: new Int32Array(6) };
const profit = { weights: { profit: 1 } } as const;
const mean: Ask = { kind: 'mean', world: 0, figure: profit, pieces };

describe('what a goal falls by when a channel is used', () => {
  it('is its fixed cost at once and its people in every period: exact where certain, else on average', async () => {
    expect(costlyChannels(compile(mixed))).toEqual([true, true, false]);
    const inHours = { ...mixed, channels: { ...mixed.channels, c: channel({ hours: people }) } };
    expect(costlyChannels(compile(inHours))).toEqual([true, true, true]);
    const [a0, a1, b0, b1, ...c] = await costsOf(mixed, mean);
    expect([a0, a1]).toEqual([-130, -60]);
    // Four standard errors of the mean of 1,024 independent draws, which Sobol' draws are well within.
    expect(Math.abs(b0! + 70)).toBeLessThan((4 * 40) / Math.sqrt(12 * DRAWS));
    expect(Math.abs(b1!)).toBe(0);
    expect(c.map(Math.abs)).toEqual([0, 0]);
  });

  it('is at present value', async () => {
    const dear = { ...mixed, value: { ...mixed.value, discountRate: 0.1 } };
    const [, second] = await costsOf(dear, mean);
    // Weeks are 7 of 365.25 days, and the second begins one of them later than the first.
    const first = (await costsOf(dear, mean))[0]!;
    expect(second! / 60 / (first / 130)).toBeCloseTo(1.1 ** (-7 / 365.25), 5);
  });

  it('counts in a blend as its mean and its worst cases do together, and only where it is certain', async () => {
    const blend: Ask = { kind: 'blend', world: 0, figure: profit, mean: 0.5, worst: 0.25, share: 0.1 };
    expect((await costsOf(mixed, blend)).map((cost) => cost + 0)).toEqual([-97.5, -45, 0, 0, 0, 0]);
  });

  it('is nothing in periods that do not count, for figures without costs, and where costs would be good', async () => {
    const certainOnly = { ...mixed, channels: { ...mixed.channels, b: channel() } };
    const costs = async (figure: (Ask & { kind: 'mean' })['figure']) =>
      (await costsOf(certainOnly, { kind: 'mean', world: 0, figure, pieces })).map((cost) => cost + 0);
    expect(await costs({ ...profit, until: 1 })).toEqual([-130, 0, 0, 0, 0, 0]);
    expect(await costs({ weights: { customers: 1 } })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await costs({ weights: { hours: -1 } })).toEqual([-3, -3, 0, 0, 0, 0]);
    expect(await costs({ weights: { profit: -1 } })).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await costsOf(certainOnly, { kind: 'concentration', most: 0.5 })).map((cost) => cost + 0)).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });

  it('is left open where it is uncertain and its people serve what earlier spend still brings', async () => {
    const b = channel({
      fixedCost: uniform(50, 90),
      carryIn: [100],
      carryover: { curve: 'geometric', parameters: { retention: certain(0.5) }, normalize: true },
      hours: { sales: { perCustomer: certain(1) } },
    });
    const resources = { sales: { hourlyCost: certain(20), capacity: certain(10) } };
    const [, , b0] = await costsOf({ ...mixed, channels: { ...mixed.channels, b }, resources }, mean);
    expect(b0).toBe(0);
  });
});
