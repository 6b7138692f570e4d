import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Optimization, Scenario, Target } from '../../src/domain.ts';
import { optimize } from '../../src/runs/run.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

/** What is out of reach, and how near plans come. */
async function outOfReach(
  of: Scenario,
  searchDraws = 16,
): Promise<Extract<Optimization, { readonly status: 'unreachable' }>> {
  const { optimization } = await optimize(engine, { scenario: of, echo: [] }, { searchDraws, draws: 16 });
  if (optimization?.status !== 'unreachable') throw new Error(optimization?.status);
  return optimization;
}

const exponential = (efficiency: number, scale: number, own = {}) =>
  channel({
    efficiency: certain(efficiency),
    response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
    plan: [100],
    ...own,
  });

const asking = (target: Target, of: Scenario): Scenario => ({ ...of, targets: [target] });

describe('a ratio out of reach', () => {
  /** By hand, the most customers for 400: 2 exp(-a / 100) = exp(-b / 100), so b = a - 100 ln 2. */
  const two = scenario({ a: exponential(2, 100), b: exponential(1, 100) }, { budget: { total: 400 } });
  const customers = 300 - 400 * Math.exp(-(200 + 50 * Math.LN2) / 100);

  it('is proven to be, with the best that plans have', async () => {
    const found = await outOfReach(asking({ metric: 'roas', atLeast: 1 }, two));
    expect(found.boundKind).toBe('proven');
    expect(found.reached).toBeLessThanOrEqual(customers / 400 + 1e-12);
    expect(found.bound).toBeGreaterThanOrEqual(customers / 400);
    // A thousandth is tried beyond the best plan, which is known to the gap that is allowed.
    expect(found.bound / found.reached - 1).toBeLessThan(2e-3);
  });

  it('is proven from the other side, too', async () => {
    const found = await outOfReach(asking({ metric: 'cacCash', atMost: 1.2 }, two));
    expect(found.boundKind).toBe('proven');
    expect(found.reached).toBeGreaterThanOrEqual(400 / customers - 1e-12);
    expect(found.bound).toBeLessThanOrEqual(400 / customers);
    expect(1 - found.bound / found.reached).toBeLessThan(2e-3);
  });

  it('of satisfaction is one of customers who are rated', async () => {
    const rated = (mean: number) => ({ satisfaction: { mean }, limits: { min: 100 } });
    const of = scenario(
      { glad: exponential(1, 100, rated(4.6)), sour: exponential(2, 100, rated(3.6)) },
      { budget: { total: 400 } },
    );
    const found = await outOfReach(asking({ metric: 'satisfaction', atLeast: 4.5 }, of));
    // By hand: 300 in the glad one and the least in the other.
    const [glad, sour] = [100 * (1 - Math.exp(-3)), 200 * (1 - Math.exp(-1))];
    const most = (4.6 * glad + 3.6 * sour) / (glad + sour);
    expect(found.boundKind).toBe('proven');
    expect(found.bound).toBeGreaterThanOrEqual(most);
    expect(found.bound / most - 1).toBeLessThan(2e-3);
    expect(found.reached).toBeCloseTo(most, 6);
  });

  it('has a bound that no plan of a grid passes', async () => {
    const one = fc.record({
      efficiency: fc.double({ min: 0.2, max: 3, noNaN: true }),
      scale: fc.double({ min: 30, max: 300, noNaN: true }),
      min: fc.double({ min: 10, max: 150, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(one, one, fc.constantFrom('roas', 'cacCash'), async (a, b, metric) => {
        const ends = [a, b].map(({ min }) => [min, min + 150] as const);
        const ratioAt = (x: number, y: number) => {
          const won = [a, b].map(
            ({ efficiency, scale }, k) => efficiency * scale * (1 - Math.exp(-(k === 0 ? x : y) / scale)),
          );
          return (won[0]! + won[1]!) / (x + y);
        };
        let best = 0;
        for (let i = 0; i <= 60; i++) {
          for (let j = 0; j <= 60; j++) {
            const [x, y] = [ends[0]![0] + 2.5 * i, ends[1]![0] + 2.5 * j];
            best = Math.max(best, ratioAt(x, y));
          }
        }
        const limited = ([min, max]: readonly [number, number]) => ({ limits: { min, max } });
        const of = scenario({
          a: exponential(a.efficiency, a.scale, limited(ends[0]!)),
          b: exponential(b.efficiency, b.scale, limited(ends[1]!)),
        });
        const target = metric === 'roas' ? { metric, atLeast: 1.1 * best } : { metric, atMost: 1 / (1.1 * best) };
        const found = await outOfReach(asking(target, of));
        const [bound, reached] =
          metric === 'roas' ? [found.bound, found.reached] : [1 / found.bound, 1 / found.reached];
        expect(found.boundKind).toBe('proven');
        expect(bound).toBeGreaterThanOrEqual(best);
        // A thousandth is tried beyond the best plan, and four times as much where the gap that is allowed proves nothing there.
        expect(bound / reached - 1).toBeLessThan(4.5e-3);
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  it('of the next unit is at most that of all units, where returns diminish', async () => {
    const found = await outOfReach(asking({ metric: 'marginalRoas', atLeast: 1 }, two));
    // By hand: both bring 2 exp(-a / 100) for the next unit.
    const next = 2 * Math.exp(-(200 + 50 * Math.LN2) / 100);
    expect(found.boundKind).toBe('proven');
    expect(found.bound).toBeGreaterThanOrEqual(next);
    expect(found.bound).toBeLessThan(1);
    // Slopes are known to the square root of the gap.
    expect(Math.abs(found.reached / next - 1)).toBeLessThan(0.03);
  });
});

describe('a target beyond what any money brings', () => {
  // By hand: 300 at most. 200 exp(-a / 100) + 100 exp(-b / 100) = 3 with equal returns, so that both are 1.5.
  const FOR_297 = 100 * Math.log(200 / 1.5) + 100 * Math.log(100 / 1.5);
  const spentOn = ({ nearest }: Awaited<ReturnType<typeof outOfReach>>) =>
    nearest.spend.reduce((sum, [amount]) => sum + amount!, 0);

  it('comes with a plan that somebody might pay', async () => {
    const free = scenario({ a: exponential(2, 100), b: exponential(1, 100) }, { budget: { flexible: true } });
    const found = await outOfReach(asking({ metric: 'customers', atLeast: 1000 }, free));
    expect(found.boundKind).toBe('proven');
    expect(found.bound).toBeGreaterThanOrEqual(300 * (1 - 1e-9));
    expect(found.ofNearest).toBe(0.99);
    expect(found.reached).toBeGreaterThanOrEqual(297 * (1 - 1e-9));
    // To the gap that is allowed.
    expect(Math.abs(spentOn(found) / FOR_297 - 1)).toBeLessThan(5e-4);
  });

  it('keeps what is asked before it, and the limits', async () => {
    const of = scenario(
      { a: exponential(2, 100, { limits: { min: 150 } }), b: exponential(1, 100) },
      {
        budget: { flexible: true },
        targets: [
          { metric: 'spend', atLeast: 200 },
          { metric: 'customers', atLeast: 1000 },
        ],
      },
    );
    const found = await outOfReach(of);
    expect(Math.abs(spentOn(found) / FOR_297 - 1)).toBeLessThan(5e-4);
  });

  it('is told up to what spend where more money goes on bringing more', async () => {
    const endless = channel({
      efficiency: certain(2),
      response: { curve: 'log', parameters: { scale: certain(100) }, points: [], of: 'customers' },
      plan: [100],
    });
    const free = scenario({ endless }, { budget: { flexible: true } });
    const found = await outOfReach(asking({ metric: 'customers', atLeast: 1e6 }, free));
    expect(found.ofNearest).toBeUndefined();
    // By hand: 2 × 100 ln(1 + spend / 100).
    const wonBy = (spend: number) => 200 * Math.log1p(spend / 100);
    expect(found.bound).toBeGreaterThanOrEqual(wonBy(found.spendUpTo!) * (1 - 1e-6));
    const spent = spentOn(found);
    expect(found.reached).toBeCloseTo(wonBy(spent), 6);
    expect(spent).toBeLessThanOrEqual(100_000);
    expect(found.spendUpTo!).toBeGreaterThan(1e9);
  });

  it('is told where no draw comes near it, too', async () => {
    const of = scenario(
      { a: exponential(2, 100, { efficiency: lognormal(2, 0.1) }), b: exponential(1, 100) },
      { budget: { flexible: true } },
    );
    const found = await outOfReach(asking({ metric: 'customers', atLeast: 1e5, probability: 0.9 }, of));
    expect(found).toMatchObject({ reached: 0, boundKind: 'proven' });
  });
});

describe('several targets out of reach', () => {
  const hours = { staff: { perCustomer: certain(0.5), perLead: certain(0), perPeriod: certain(0) } };
  const resources = { staff: { hourlyCost: certain(0) } };
  const of = (targets: readonly Target[]) =>
    scenario(
      {
        a: exponential(2, 100, { limits: { min: 100, max: 200 }, hours }),
        b: exponential(1, 100, { limits: { max: 200 } }),
      },
      { budget: { flexible: true }, resources, targets: [...targets] },
    );
  // By hand: 200 (1 - e^-2) + 100 (1 - e^-2) at most, and 200 (1 - e^-1) / 2 hours at least.
  const most = 300 * (1 - Math.exp(-2));
  const least = 100 * (1 - Math.exp(-1));

  it('are named each, with what no plan passes', async () => {
    const found = await outOfReach(
      of([
        { metric: 'customers', atLeast: 1000 },
        { metric: 'hours', atMost: 40 },
      ]),
    );
    expect(found.bound).toBeGreaterThanOrEqual(most * (1 - 1e-9));
    expect(found.apart).toMatchObject([{ wish: { target: { metric: 'hours' } }, boundKind: 'proven' }]);
    const { bound } = found.apart![0]!;
    expect(bound).toBeLessThanOrEqual(least * (1 + 1e-9));
    // To the gap that is allowed, of the hours.
    expect(bound).toBeGreaterThan(least * (1 - 2e-3));
  });

  it('are not named where a plan reaches them alone', async () => {
    const found = await outOfReach(
      of([
        { metric: 'customers', atLeast: 1000 },
        { metric: 'hours', atMost: 70 },
      ]),
    );
    expect(found.apart).toBeUndefined();
  });
});

describe('a payback out of reach', () => {
  it('is told with the first period that can be', async () => {
    // By hand: half of what works is left after each week, and a unit brings 1.2 in all: 0.6, 0.9, 1.05.
    const lasting = channel({
      efficiency: certain(1.2),
      carryover: { curve: 'geometric', parameters: { retention: certain(0.5) }, normalize: true },
      plan: [100, 0],
    });
    const of = scenario({ lasting }, { horizon: { periods: 2, unit: 'week', tail: 6 }, budget: { total: 100 } });
    const first = { ...of, channels: { lasting: { ...lasting, limits: { max: [100, 0] } } } };
    const found = await outOfReach(asking({ metric: 'payback', atMost: 1 }, first));
    expect(found).toMatchObject({ asked: 1, reached: 3, bound: 3, boundKind: 'proven' });
    const never = { ...first, value: { orderValue: certain(0.8) } };
    expect(await outOfReach(asking({ metric: 'payback', atMost: 1 }, never))).toMatchObject({
      reached: Infinity,
      bound: Infinity,
      boundKind: 'proven',
    });
  });
});

describe('a chance out of reach', () => {
  // Channels that work for each other, if only a little, so that draws cannot be counted.
  const uncertain = scenario(
    {
      a: exponential(2, 100, { efficiency: lognormal(2, 0.5), halo: { b: certain(0.001) } }),
      b: exponential(1, 100, { efficiency: lognormal(1, 0.2) }),
    },
    { budget: { total: 200 } },
  );
  const customers = (atLeast: number, probability: number): Target => ({ metric: 'customers', atLeast, probability });

  it('has a bound above what any plan has', async () => {
    // By hand: the means of efficiency are 2 exp(1 / 8) and exp(1 / 50), and of 400 customers no plan has two thirds on average.
    const found = await outOfReach(asking(customers(400, 0.9), uncertain), 1024);
    expect(found.boundKind).toBe('proven');
    expect(found.bound).toBeLessThan(2 / 3);
    expect(found.bound).toBeGreaterThanOrEqual(found.reached);
  });

  it('of all draws is out of reach where the worst misses', async () => {
    const found = await outOfReach(asking(customers(100, 1), uncertain), 1024);
    expect(found.boundKind).toBe('proven');
    expect(found.bound).toBeLessThan(1);
    expect(found.bound).toBeGreaterThanOrEqual(found.reached);
  });

  it('is not proven where it is only not found', async () => {
    const near = await outOfReach(asking(customers(185, 0.75), uncertain), 1024);
    expect(near.boundKind).toBe('none');
    expect(near.bound).toBe(near.reached);
  });
});
