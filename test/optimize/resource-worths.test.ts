import { describe, expect, it } from 'vitest';
import type { Channel, Goal, Optimization, Quantity, ResourceWorth, Scenario } from '../../src/domain.ts';
import { explained } from '../../src/runs/explain.ts';
import { optimize } from '../../src/runs/run.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const engine = engineOfFile();

async function explain(of: Scenario) {
  const model = compile(of);
  const options = { searchDraws: 1024, gap: 1e-6, draws: 4096 };
  const ground = searchGround(engine, [model], options);
  const { found } = await explained(engine, model, await search(engine, model, options, { ground }), ground, options);
  if (!('plan' in found)) throw new Error(found.status);
  return found;
}

async function worthIn(of: Scenario): Promise<ResourceWorth> {
  const { resources } = await explain(of);
  expect(resources).toHaveLength(1);
  return resources![0]!;
}

/** Customers who bring 10 each and take half an hour of the team. */
const served = (own: Partial<Channel> = {}) =>
  channel({ value: { orderValue: certain(10) }, hours: { team: { perCustomer: certain(0.5) } }, ...own });

/** Customers who bring 10 each and take one thing from the shelf. */
const seller = (efficiency: Quantity) =>
  channel({ efficiency, value: { orderValue: certain(10) }, hours: { goods: { perCustomer: certain(1) } } });

const shop = (efficiency: Quantity, stock: Quantity, own: Partial<Scenario> = {}) =>
  scenario({ a: seller(efficiency) }, { resources: { goods: { stock } }, ...own });

/** The step is a thousandth of the supply, of which draws spread as much, and 4,096 Sobol' draws tell a share to 1e-3. */
const near = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThan(4e-3 * Math.abs(expected) + 1e-3);

describe('what one more of a resource is worth', () => {
  it('is the margin of a customer over the hours of one where all hours are taken', async () => {
    // 100 customers come, 40 are served in 20 hours: an hour more serves 2, who bring 10 each.
    const worth = await worthIn(
      scenario({ a: served() }, { budget: { total: 100 }, resources: { team: { capacity: certain(20) } } }),
    );
    expect(worth).toMatchObject({ name: 'team', inHours: true, over: 'period', short: { value: 1 } });
    for (const value of [worth.oneMore.mean.value, ...worth.oneMore.range!, worth.oneLess.value]) near(value, 20);
    expect(worth.oneMore.mean.standardError).toBeLessThan(1e-6);
  });

  it('counts an hour more in every period, and customers where they are the goal', async () => {
    const worth = await worthIn(
      scenario(
        { a: served({ plan: [100, 100, 100] }) },
        {
          horizon: { periods: 3, unit: 'week' },
          budget: { perPeriod: 100 },
          goal: { maximize: 'customers' },
          resources: { team: { capacity: certain(20) } },
        },
      ),
    );
    near(worth.oneMore.mean.value, 3 * 2);
  });

  it('is nothing, and nothing binds, where there is enough', async () => {
    const worth = await worthIn(
      scenario({ a: served() }, { budget: { total: 100 }, resources: { team: { capacity: certain(60) } } }),
    );
    expect(worth).toMatchObject({ short: { value: 0 }, oneMore: { mean: { value: 0 }, range: [0, 0] } });
    expect(worth.oneLess.value).toBe(0);
  });

  it('is that of the draws in which a stock runs out', async () => {
    // 50 to 150 customers for 100 things.
    const worth = await worthIn(shop(uniform(1, 3), certain(100), { budget: { total: 50 } }));
    near(worth.short.value, 0.5);
    near(worth.oneMore.mean.value, 5);
    near(worth.oneMore.range![0], 0);
    near(worth.oneMore.range![1], 10);
  });

  it('is that of the draws in which an uncertain stock runs out', async () => {
    // 100 customers for 60 to 220 things: too few in a quarter of the draws.
    const worth = await worthIn(shop(certain(2), uniform(60, 220), { budget: { total: 50 } }));
    near(worth.short.value, 0.25);
    near(worth.oneMore.mean.value, 2.5);
    near(worth.oneLess.value, 2.5);
  });

  it('is what the best plan for one more brings beyond the best plan', async () => {
    // Profit is 10 E[min(e s, c)] - s with e uniform from 1 to 3. Its slope is 0 where the draws in which the stock lasts
    // have 10 E[e; e < x] = 10 (x² - 1) / 4 = 1 with x = c / s, so x = sqrt(1.4), and it runs out in (3 - x) / 2 of them.
    const of = (stock: number) => shop(uniform(1, 3), certain(stock));
    const [found, better] = [await explain(of(100)), await explain(of(101))];
    const { short, oneMore, oneLess } = found.resources![0]!;
    const runsOut = (3 - Math.sqrt(1.4)) / 2;
    near(short.value, runsOut);
    near(oneMore.mean.value, 10 * runsOut);
    near(oneLess.value, 10 * runsOut);
    near(better.lowerBound - found.lowerBound, oneMore.mean.value);
  });

  it('lies between one more and one less where the best plan uses up just what there is', async () => {
    // 40 customers at 1 each for 20 hours. A plan for 21 hours gets 2 more, who bring 10 and cost 1 each.
    const of = (hours: number) => scenario({ a: served() }, { resources: { team: { capacity: certain(hours) } } });
    const [found, better] = [await explain(of(20)), await explain(of(21))];
    const { short, oneMore, oneLess } = found.resources![0]!;
    expect(short.value).toBe(1);
    expect(better.lowerBound - found.lowerBound).toBeCloseTo(18, 3);
    near(oneMore.mean.value, 0);
    near(oneLess.value, 20);
  });

  describe('where worst cases count', () => {
    // 100 customers for 60 to 220 things: too few in a quarter of the draws, and in all of the worst tenth.
    const risky = (risk: Goal['risk'], plan: number) =>
      scenario(
        { a: { ...seller(certain(2)), plan: [plan] } },
        {
          resources: { goods: { stock: uniform(60, 220) } },
          budget: { total: 50 },
          goal: { maximize: 'profit', ...(risk === undefined ? {} : { risk }) },
        },
      );

    it('mixes what it adds on average with what it adds to them', async () => {
      const worth = await worthIn(risky({ worst: 0.1, weight: 0.4 }, 0));
      near(worth.oneMore.mean.value, 0.6 * 2.5 + 0.4 * 10);
      near(worth.oneLess.value, 0.6 * 2.5 + 0.4 * 10);
      expect(worth.oneMore).not.toHaveProperty('range');
      near(worth.short.value, 0.25);
    });

    it('lifts what today would bring, too, where they are of the gain over it', async () => {
      // Today's 40 bring 80 customers. The gain is least where less than 80 things are there for either, so that one more
      // adds nothing to it.
      const worth = await worthIn(risky({ worst: 0.1, weight: 0.4, of: 'gain over today' }, 40));
      near(worth.oneMore.mean.value, 0.6 * 2.5);
    });

    it('is that of the stress that counts, and says so where it cannot be told', async () => {
      const stresses = {
        dearer: { multiply: [{ what: 'value', channel: '*', factor: certain(0.5) }], switchOff: [] },
      } as const;
      const worst = { ...risky(undefined, 0), stresses, goal: { maximize: 'profit', worstOf: ['dearer'] } } as const;
      const run = async (of: Scenario) =>
        optimize(engine, { scenario: of, echo: [] }, { draws: 4096, searchDraws: 256 });
      const { optimization, notes } = await run(worst);
      // A customer brings half of 10 there.
      const told = optimization as Extract<Optimization, { readonly plan: unknown }>;
      near(told.resources![0]!.oneMore.mean.value, 0.5 * 2.5);
      expect(notes).toEqual([]);
      const least = await run({
        ...risky(undefined, 0),
        budget: {},
        goal: { maximize: 'profit', minimize: 'spend' },
        targets: [{ metric: 'customers', atLeast: 50 }],
      });
      expect(least.notes).toContain('What one more of «goods» would add is not told: the goal is to spend the least.');
    });
  });

  it('is not told of what has no end, and not where so little cannot tell', async () => {
    expect(
      (await explain(scenario({ a: channel({ efficiency: certain(2) }) }, { budget: { total: 100 } }))).resources,
    ).toEqual([]);
    const goal: Goal = { maximize: 'profit', minimize: 'spend' };
    expect((await explain(shop(uniform(1, 3), certain(100), { goal, budget: { total: 50 } }))).resources).toBe(
      undefined,
    );
  });
});
