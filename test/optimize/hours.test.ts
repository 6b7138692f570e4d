/** Hours of people as what a plan must not take more of, though nothing else limits them. */
import { describe, expect, it } from 'vitest';
import type { Hours, Scenario, Target } from '../../src/domain.ts';
import { wasSought } from '../../src/optimize/explain/at-plan.ts';
import { pricedWish } from '../../src/optimize/wishes/wishes.ts';
import { optimize } from '../../src/runs/run.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

const curved = (efficiency: number, scale: number, hours: Hours) =>
  channel({
    efficiency: certain(efficiency),
    response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
    plan: [10_000],
    hours: { sales: hours },
  });

/** Customers of 60 each: 1,500 (1 - e^(-x / 50,000)) and 800 (1 - e^(-x / 40,000)). */
function two([a, b]: readonly [Hours, Hours], target: Target, own: Partial<Scenario> = {}): Scenario {
  return scenario(
    { a: curved(0.03, 50_000, a), b: curved(0.02, 40_000, b) },
    {
      horizon: { periods: 1, unit: 'month', tail: 0 },
      budget: { atMost: 100_000 },
      value: { orderValue: certain(60) },
      resources: { sales: {} },
      targets: [target],
      ...own,
    },
  );
}

async function solve(of: Scenario) {
  const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws: 16, draws: 16, gap: 1e-5 });
  const { optimization: found } = report;
  if (found === undefined) throw new Error('no search');
  return { found, plan: report.plans.at(-1)! };
}

const atMost = (hours: number): Target => ({ metric: 'hours', atMost: hours });
const bySpend = [{ perThousandSpent: certain(2) }, { perThousandSpent: certain(1) }] as const;
const byCustomer = [{ perCustomer: certain(0.5) }, { perCustomer: certain(0.2) }] as const;

// SciPy 1.x, SLSQP with 40 starts and ftol 1e-13: profit of 60 × customers less spend, hours of each case at most so many.
describe('a target on hours', () => {
  it('is a limit of the search where hours follow spend, and is proven', async () => {
    const { found, plan } = await solve(two(bySpend, atMost(60)));
    if (!('plan' in found)) throw new Error(found.status);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    expect(Math.abs(found.lowerBound - 11_239.8056)).toBeLessThan(1e-4 * 11_240);
    expect(plan.metrics['hours']!.mean.value).toBeLessThanOrEqual(60 * (1 + 1e-6));
    expect(plan.metrics['hours']!.mean.value).toBeCloseTo(60, 1);
    // By how much profit rises with one hour: at 60, (11,317.8 - 11,239.8) falls from some 26 to 0 over 6.07 hours.
    expect(found.wishes[0]!.worth).toBeGreaterThan(20);
    expect(found.wishes[0]!.worth).toBeLessThan(30);
  });

  it('is held by a price where customers take them, and is proven', async () => {
    const { found, plan } = await solve(two(byCustomer, atMost(200)));
    if (!('plan' in found)) throw new Error(found.status);
    expect(found.gapKind).toBe('proven');
    expect(found.upperBound).toBeGreaterThanOrEqual(8613.39 - 0.1);
    expect(Math.abs(found.lowerBound - 8613.399)).toBeLessThan(1e-3 * 8613);
    expect(plan.metrics['hours']!.mean.value).toBeLessThanOrEqual(200 * (1 + 1e-6));
    expect(found.wishes).toMatchObject([{ asked: 200, reached: expect.closeTo(200, 0) as number }]);
  });

  it('is told to be out of reach with what can be had', async () => {
    // 40,000 at least take 80 hours or less, 40 at the least.
    const { found } = await solve(two(bySpend, atMost(30), { budget: { total: 40_000 } }));
    expect(found).toMatchObject({ status: 'unreachable', asked: 30, reached: expect.closeTo(40, 3) as number });
  });

  it('counts what a channel takes in every period in which it is used', async () => {
    // Hours of use, 30 and 5: only b may be used under 20, which leaves its best 40,000 ln(60 × 0.02) = 7,293.
    const ofUse = [{ perPeriod: certain(30) }, { perPeriod: certain(5) }] as const;
    const { found } = await solve(two(ofUse, atMost(20)));
    if (!('plan' in found)) throw new Error(found.status);
    const [a, b] = found.plan.spend.map(([amount]) => amount!);
    expect(a).toBe(0);
    expect(Math.abs(b! - 40_000 * Math.log(1.2))).toBeLessThan(150);
  });

  it('can ask for hours, too', async () => {
    const { found, plan } = await solve(two(byCustomer, { metric: 'hours', atLeast: 400 }));
    expect(found.status).toBe('optimal');
    expect(plan.metrics['hours']!.mean.value).toBeGreaterThanOrEqual(400 * (1 - 1e-6));
  });

  it('is not taken for a chance of the same, which a search seeks by itself', () => {
    const priced = pricedWish(compile(two(byCustomer, atMost(200))))!;
    const found = (target: Target) => ({ wishes: [{ wish: { target }, asked: 200, reached: 190, worth: 0 }] });
    expect(wasSought(found(atMost(200)), priced)).toBe(true);
    expect(wasSought(found({ ...atMost(200), probability: 0.9 }), priced)).toBe(false);
  });
});

describe('what is proven of hours', () => {
  const loose = /^The plan keeps to the hours that are asked for, but what is proven/;
  const notesOf = async (own: Partial<Scenario>) => {
    const of = two(byCustomer, atMost(200), own);
    const { notes, plans } = await optimize(
      engine,
      { scenario: of, echo: [] },
      { searchDraws: 16, draws: 16, gap: 1e-3 },
    );
    expect(plans.at(-1)!.metrics['hours']!.mean.value).toBeLessThanOrEqual(200 * (1 + 1e-6));
    return notes.filter((note) => loose.test(note));
  };

  it('is said to count plans that take more where no mean of the goal can price them', async () => {
    const stresses = { half: { from: 1, multiply: [], switchOff: ['b'] } };
    expect(await notesOf({ stresses, goal: { maximize: 'profit', worstOf: ['half'] } })).toHaveLength(1);
  });

  it('is not where a price holds them', async () => {
    expect(await notesOf({})).toEqual([]);
  });
});
