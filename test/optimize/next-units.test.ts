import { describe, expect, it } from 'vitest';
import type { BindingLimit, Channel, Quantity, Scenario } from '../../src/domain.ts';
import { explained } from '../../src/runs/explain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

async function bindingOf(of: Scenario): Promise<readonly BindingLimit[]> {
  const engine = inlineEngine();
  const model = compile(of);
  const options = { searchDraws: 1024, gap: 1e-6, draws: 4096 };
  const ground = searchGround(engine, [model], options);
  const { found } = await explained(engine, model, await search(engine, model, options, { ground }), ground, options);
  await engine.close();
  if (!('plan' in found)) throw new Error(found.status);
  return found.binding;
}

/** Customers e k (1 - exp(-x / k)), each worth one: a unit of money brings e exp(-x / k). */
function exponential(efficiency: Quantity, k: number, own: Partial<Channel> = {}): Channel {
  return channel({
    efficiency,
    response: { curve: 'exponential', parameters: { scale: certain(k) }, points: [], of: 'customers' },
    ...own,
  });
}

const of = (binding: readonly BindingLimit[], path: string) =>
  binding.find(({ limit }) => limit.path === path)!.nextUnit!;
/** The step is a thousandth of the money, so slopes are off by half that of what they fall by; draws are of a Sobol' set. */
const near = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThan(3e-3 * Math.abs(expected) + 1e-3);

describe('what the next unit of a limit brings, draw by draw', () => {
  it('is what its money brings in each draw: of the budget of one channel', async () => {
    const binding = await bindingOf(
      scenario({ a: exponential(uniform(2, 4), 50) }, { budget: { atMost: 40 }, goal: { maximize: 'customers' } }),
    );
    const { mean, range } = of(binding, 'budget.atMost');
    // Efficiency is uniform from 2 to 4, so its 5 % and 95 % quantiles are 2.1 and 3.9.
    const kept = Math.exp(-40 / 50);
    near(mean.value, 3 * kept);
    near(range[0], 2.1 * kept);
    near(range[1], 3.9 * kept);
    expect(mean.standardError).toBeLessThan(0.01);
  });

  it('is what money brings there less what it brings where it is taken from: of a cap under a fixed budget', async () => {
    const binding = await bindingOf(
      scenario(
        { a: exponential(uniform(2, 4), 50, { limits: { max: 30 } }), b: exponential(certain(1), 100) },
        { budget: { total: 100 } },
      ),
    );
    const { mean, range } = of(binding, 'channels.a.limits.max');
    const there = Math.exp(-30 / 50);
    const elsewhere = Math.exp(-70 / 100);
    near(mean.value, 3 * there - elsewhere);
    near(range[0], 2.1 * there - elsewhere);
    near(range[1], 3.9 * there - elsewhere);
    // The budget's next unit goes to the other channel alone.
    const budget = of(binding, 'budget.total');
    near(budget.mean.value, elsewhere - 1);
    near(budget.range[1] - budget.range[0], 0);
  });

  it('is as small over many periods as over one', async () => {
    const binding = await bindingOf(
      scenario(
        { a: exponential(uniform(2, 4), 50) },
        { horizon: { periods: 52, unit: 'week' }, budget: { atMost: 52 * 100 }, goal: { maximize: 'customers' } },
      ),
    );
    // A hundred in every week: the next unit of money brings e exp(-2) wherever it goes.
    near(of(binding, 'budget.atMost').mean.value, 3 * Math.exp(-2));
  });

  it('is shared in proportion where several channels take it, and has the worth of the limit on average', async () => {
    const binding = await bindingOf(
      scenario(
        { a: exponential(uniform(2, 4), 50), b: exponential(uniform(1, 2), 80), c: exponential(certain(2), 60) },
        { budget: { total: 150 }, groups: { ab: { channels: ['a', 'b'], total: { max: 70 } } } },
      ),
    );
    for (const path of ['budget.total', 'groups.ab.total.max']) {
      const limit = binding.find((one) => one.limit.path === path)!;
      near(limit.nextUnit!.mean.value, limit.worth);
    }
  });

  it('goes to channels by what they have, so that its range is of that mix', async () => {
    // 4 e exp(-x / 100) = 4 exp(-y / 100) with x + y = 300: 200 and 100, and 30 in a channel that its own limit holds.
    const binding = await bindingOf(
      scenario(
        {
          a: exponential(certain(4 * Math.E), 100),
          b: exponential(uniform(2, 6), 100),
          c: exponential(certain(30), 100, { limits: { max: 30 } }),
        },
        { budget: { total: 330 } },
      ),
    );
    const slope = 4 * Math.exp(-1);
    const low = 2.2 / 4;
    const high = 5.8 / 4;
    const budget = of(binding, 'budget.total');
    near(budget.range[0], (slope * (2 + low)) / 3 - 1);
    near(budget.range[1], (slope * (2 + high)) / 3 - 1);
    const cap = of(binding, 'channels.c.limits.max');
    const there = 30 * Math.exp(-0.3);
    near(cap.range[0], there - (slope * (2 + high)) / 3);
    near(cap.range[1], there - (slope * (2 + low)) / 3);
  });
});
