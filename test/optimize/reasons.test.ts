import { describe, expect, it } from 'vitest';
import type { Channel, ChannelReason, Optimization, Scenario } from '../../src/domain.ts';
import { atPlan } from '../../src/optimize/explain/at-plan.ts';
import { pricesAt } from '../../src/optimize/explain/prices-at.ts';
import { channelReasons } from '../../src/optimize/explain/reasons.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uncertain } from '../support/scenario.ts';

type Found = Extract<Optimization, { readonly plan: unknown }>;

async function reasonsOf(of: Scenario): Promise<{ readonly reasons: readonly ChannelReason[]; readonly found: Found }> {
  const engine = inlineEngine();
  const model = compile(of);
  const options = { searchDraws: 512, gap: 1e-6 };
  const ground = searchGround(engine, [model], options);
  const found = await search(engine, model, options, { ground });
  if (!('plan' in found)) throw new Error(`no plan: ${JSON.stringify(found)}`);
  const at = await atPlan({ model, ...ground, solvers: await engine.solvers() }, found);
  const reasons = await channelReasons(at, await pricesAt(at));
  await engine.close();
  return { reasons, found };
}

/** Customers A (1 - exp(-x / k)), each worth one. */
function exponential(A: number, k: number, own: Partial<Channel> = {}): Channel {
  return channel({
    efficiency: certain(A / k),
    response: { curve: 'exponential', parameters: { scale: certain(k) }, points: [], of: 'customers' },
    ...own,
  });
}

const kinds = (reasons: readonly ChannelReason[]) => reasons.map(({ kind }) => kind);
/** Slopes are known to the root of the gap that the search was asked for: 1e-3. */
const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(2e-3);

describe('why a channel gets what it gets', () => {
  it('is that the next unit brings the same in all, where nothing but the budget holds them', async () => {
    // Water filling: slopes 2 e^(-x/50) and 1 e^(-y/100) are equal at x + y = 150 where x/50 - ln 2 = y/100.
    const y = (150 - 50 * Math.log(2)) / 1.5;
    const { reasons } = await reasonsOf(
      scenario(
        { a: exponential(100, 50), b: exponential(100, 100) },
        { budget: { total: 150 }, goal: { maximize: 'customers' } },
      ),
    );
    expect(kinds(reasons)).toEqual(['balanced', 'balanced']);
    for (const { next, price } of reasons) {
      near(next, Math.exp(-y / 100));
      near(price, Math.exp(-y / 100));
    }
  });

  it('is a limit that holds it at its most or least', async () => {
    const { reasons } = await reasonsOf(
      scenario(
        {
          a: exponential(100, 50, { limits: { max: 40 } }),
          b: exponential(100, 100),
          c: exponential(10, 100, { limits: { min: 30 } }),
        },
        { budget: { total: 150 } },
      ),
    );
    expect(reasons.map((reason) => (reason.kind === 'held' ? [reason.gets, reason.by.path] : reason.kind))).toEqual([
      ['less', 'channels.a.limits.max'],
      'balanced',
      ['more', 'channels.c.limits.min'],
    ]);
    // By hand: b gets 80, where a unit brings e^-0.8; of profit, a unit of money is taken off.
    near(reasons[0]!.next, 2 * Math.exp(-0.8) - 1);
    near(reasons[0]!.price, Math.exp(-0.8) - 1);
    near(reasons[2]!.next, 0.1 * Math.exp(-0.3) - 1);
  });

  it('is the budget where there is none, and not a limit of the channel that is never reached', async () => {
    const channels = { a: exponential(100, 50, { limits: { max: 40 } }), b: exponential(100, 100) };
    const { reasons } = await reasonsOf(scenario(channels, { budget: { total: 0 } }));
    expect(reasons).toMatchObject([
      { kind: 'held', gets: 'less', by: { path: 'budget.total', side: 'most' } },
      { kind: 'held', gets: 'less', by: { path: 'budget.total', side: 'most' } },
    ]);
  });

  it('is that its first money brings less than elsewhere', async () => {
    const { reasons } = await reasonsOf(
      scenario(
        { a: exponential(100, 50), b: channel({ efficiency: certain(0.1) }) },
        { budget: { total: 50 }, goal: { maximize: 'customers' } },
      ),
    );
    expect(kinds(reasons)).toEqual(['balanced', 'left out']);
    near(reasons[1]!.next, 0.1);
    near(reasons[1]!.price, 2 * Math.exp(-1));
  });

  it('tells of more money only where that does better than the first', async () => {
    // Discounts bend b, but beyond what it ever gets; returns diminish from the first unit on, as those of c do not.
    const discounted = channel({
      price: { unit: 'cpa', amount: certain(1), tiers: [{ above: 1000, discount: 0.01 }] },
      response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
    });
    const hill = channel({
      efficiency: certain(0.5),
      response: {
        curve: 'hill',
        parameters: { halfSaturation: certain(60), slope: certain(2) },
        points: [],
        of: 'customers',
      },
    });
    const { reasons } = await reasonsOf(
      scenario(
        { a: channel({ efficiency: certain(3) }), b: discounted, c: hill },
        { budget: { total: 100 }, goal: { maximize: 'customers' } },
      ),
    );
    expect(reasons).toMatchObject([{ kind: 'balanced' }, { kind: 'left out' }, { kind: 'left out' }]);
    near(reasons[1]!.next, 1);
    expect(reasons[1]).not.toHaveProperty('best');
    expect(reasons[2]).toHaveProperty('best');
  });

  it('is a fixed cost that is not earned back', async () => {
    // Alone, b earns at most 60 - 40 - 40 ln 1.5 = 3.8 before its fixed cost of 9.
    const { reasons } = await reasonsOf(
      scenario(
        { a: exponential(120, 30), b: exponential(60, 40, { fixedCost: certain(9) }) },
        { budget: { atMost: 300 } },
      ),
    );
    const [, b] = reasons;
    if (b?.kind !== 'fixed cost') throw new Error(b?.kind);
    near(b.next, 60 / 40 - 1);
    expect(b.best.perUnit).toBeLessThan(b.price);
  });

  it('is a minimum that is more than it is worth', async () => {
    const { reasons } = await reasonsOf(
      scenario(
        { a: exponential(120, 30), b: exponential(60, 40, { limits: { minIfUsed: 60 } }) },
        { budget: { atMost: 300 } },
      ),
    );
    // 60 (1 - e^-1.5) - 60 < 0: no amount from 60 on earns anything.
    const [, b] = reasons;
    if (b?.kind !== 'minimum if used') throw new Error(b?.kind);
    expect(b.best.amount).toBeGreaterThanOrEqual(60);
    expect(b.best.perUnit).toBeLessThan(0);
  });

  it('is that others fill the number of channels', async () => {
    const { reasons } = await reasonsOf(
      scenario(
        { a: exponential(100, 50), b: exponential(90, 50), c: exponential(80, 50) },
        { budget: { total: 150 }, mostChannels: 2, goal: { maximize: 'customers' } },
      ),
    );
    expect(kinds(reasons)).toEqual(['balanced', 'balanced', 'one too many']);
  });

  it('is a tie where money could as well be in another channel', async () => {
    const twin = channel({ efficiency: certain(2) });
    const { reasons } = await reasonsOf(
      scenario(
        { a: twin, b: twin, c: channel({ efficiency: certain(1.5) }) },
        { budget: { total: 100 }, goal: { maximize: 'customers' } },
      ),
    );
    expect(reasons.map((reason) => (reason.kind === 'tie' ? reason.others : reason.kind))).toEqual([
      ['b'],
      ['a'],
      'left out',
    ]);
  });

  it('is the best budget where it is free: the next unit brings back itself', async () => {
    const { reasons } = await reasonsOf(scenario({ a: exponential(120, 30) }, { budget: { flexible: true } }));
    expect(kinds(reasons)).toEqual(['balanced']);
    near(reasons[0]!.next, 0);
    expect(reasons[0]!.price).toBe(0);
  });

  it('is a target that it serves better than the goal', async () => {
    // A customer of b is worth a fifth as much, but the target wants customers.
    const { reasons } = await reasonsOf(
      scenario(
        {
          a: exponential(100, 50),
          b: exponential(200, 50, { value: { orderValue: certain(0.2) } }),
        },
        { budget: { total: 100 }, targets: [{ metric: 'customers', atLeast: 180 }] },
      ),
    );
    expect(reasons.map((reason) => (reason.kind === 'wish' ? reason.gets : reason.kind))).toEqual(['less', 'more']);
  });

  it('is the worst cases, where these count in the goal', async () => {
    const risky = (values: readonly number[]) =>
      exponential(100, 50, { efficiency: uncertain({ family: 'empirical', parameters: { values: [...values] } }) });
    const { reasons } = await reasonsOf(
      scenario(
        { a: risky([0.5, 4.5]), b: risky([1.9, 2.1]) },
        { budget: { total: 100 }, goal: { maximize: 'profit', risk: { worst: 0.2, weight: 0.5 } } },
      ),
    );
    expect(reasons.map((reason) => (reason.kind === 'wish' ? reason.gets : reason.kind))).toContain('less');
  });
});
