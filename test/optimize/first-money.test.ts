/** What the first money is said to bring where a plan spends nothing and curves begin all but infinitely steep. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Optimization, PlanSummary, Scenario } from '../../src/domain.ts';
import { firstMoneyTexts } from '../../src/report/sentences/last-unit.ts';
import { optimize } from '../../src/runs/run.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const options = { draws: 256, searchDraws: 256, gap: 1e-6 };

async function optimized(of: Scenario) {
  const { optimization, plans } = await optimize(engine, { scenario: of, echo: [] }, options);
  if (optimization === undefined || !('plan' in optimization)) throw new Error('no plan');
  const { reasons = [], binding }: Extract<Optimization, { readonly plan: unknown }> = optimization;
  return { reasons, binding, summary: plans.at(-1)! };
}

/** Customers 50 (x / 50)^0.5, whose slope at nothing is without end; 500 that of the chord it is computed by. */
function power(own: Partial<Channel>): Channel {
  return channel({
    efficiency: certain(1),
    response: {
      curve: 'power',
      parameters: { exponent: certain(0.5), reference: certain(50) },
      points: [],
      of: 'customers',
    },
    ...own,
  });
}

/** Customers 200 (1 - e^(-x / 100)). */
const exponential = (own: Partial<Channel>) =>
  channel({
    efficiency: certain(2),
    response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
    ...own,
  });

/** What the first unit brings in the steep channel, 50 (1 / 50)^0.5, and the next one in the channel that has all money. */
const FIRST = Math.sqrt(50);
const ELSEWHERE = 2 * Math.exp(-1);

const held = scenario(
  {
    a: exponential({ plan: [100] }),
    b: power({ limits: { max: 0 } }),
    c: exponential({ limits: { max: 0 } }),
  },
  { budget: { total: 100 }, goal: { maximize: 'customers' } },
);

function expectMarginals({ channels: [, b, c] }: PlanSummary): void {
  expect(b!.marginalOver).toBe(1);
  expect(b!.marginalRoas!.value).toBeCloseTo(FIRST, 8);
  expect(b!.marginalProfit!.value).toBeCloseTo(FIRST - 1, 8);
  expect(c!.marginalRoas!.value).toBeCloseTo(2, 8);
  expect(c).not.toHaveProperty('marginalOver');
}

it('tells what using a channel costs at all that gets nothing, once and in hours, and not where it costs nothing', async () => {
  const idle = scenario(
    {
      a: exponential({ plan: [100, 100], fixedCost: certain(5) }),
      b: power({ limits: { max: 0 }, fixedCost: certain(70) }),
      c: exponential({ limits: { max: 0 }, hours: { sales: { perPeriod: certain(3) } } }),
      d: exponential({ limits: { max: 0 } }),
    },
    {
      horizon: { periods: 2, unit: 'week' },
      budget: { total: 200 },
      resources: { sales: { hourlyCost: certain(20) } },
      goal: { maximize: 'customers' },
    },
  );
  const report = await optimize(engine, { scenario: idle, echo: [] }, options);
  // 70 once; 3 hours at 20 in each of two weeks.
  expect(report.plans.at(-1)!.channels.map(({ useCost }) => useCost?.value)).toEqual([undefined, 70, 120, undefined]);
  expect(firstMoneyTexts(report).at(-1)).toBe(
    'Using a channel at all costs more, which is not in it: b 70\u00a0EUR, c 120\u00a0EUR.',
  );
});

describe('the first money in a channel that gets nothing', () => {
  it('is told on average over a hundredth of all money where the slope there is no measure', async () => {
    const { reasons, binding, summary } = await optimized(held);
    expect(reasons[1]).toMatchObject({ kind: 'held', over: 1 });
    expect(reasons[1]!.next).toBeCloseTo(FIRST, 8);
    // Another, which falls gently from nothing on, is told by its next unit.
    expect(reasons[2]).toMatchObject({ kind: 'held' });
    expect(reasons[2]).not.toHaveProperty('over');
    expect(reasons[2]!.next).toBeCloseTo(2, 8);
    expectMarginals(summary);
    const [b, c] = ['b', 'c'].map((name) => binding.find(({ limit }) => limit.path === `channels.${name}.limits.max`));
    expect(b!.over).toBe(1);
    expect(b!.worth).toBeCloseTo(FIRST - ELSEWHERE, 6);
    expect(c).not.toHaveProperty('over');
    expect(c!.worth).toBeCloseTo(2 - ELSEWHERE, 6);
    // One unit from where all money is to the steep channel.
    expect(b!.nextUnit!.mean.value).toBeCloseTo(FIRST - 200 * (Math.exp(-0.99) - Math.exp(-1)), 6);
  });

  it('is the same in figures of a plan that nobody searched', async () => {
    const { plans } = await simulate(engine, { scenario: held, echo: [] }, options);
    expectMarginals(plans[0]!);
  });

  it('is the same where worst cases count', async () => {
    const risky = { ...held, goal: { maximize: 'customers', risk: { worst: 0.1, weight: 0.5 } } } as const;
    const { reasons, binding } = await optimized(risky);
    expect(reasons[1]).toMatchObject({ kind: 'held', over: 1 });
    expect(reasons[1]!.next).toBeCloseTo(FIRST, 8);
    const limit = binding.find(({ limit: { path } }) => path === 'channels.b.limits.max')!;
    expect(limit.worth).toBeCloseTo(FIRST - ELSEWHERE, 6);
  });

  it('is told of each period by what it brings there', async () => {
    const seasonal = scenario(
      {
        a: exponential({ plan: [100, 100] }),
        b: power({ plan: [0, 0], limits: { max: 0 }, season: { kind: 'list', values: [1, 3] } }),
      },
      { budget: { total: 200 }, goal: { maximize: 'customers' }, horizon: { periods: 2, unit: 'week' } },
    );
    const { reasons, binding } = await optimized(seasonal);
    // One in each of the two periods.
    expect(reasons[1]).toMatchObject({ over: 2 });
    expect(reasons[1]!.next).toBeCloseTo(2 * FIRST, 8);
    const worths = binding.filter(({ limit }) => limit.path.startsWith('channels.b.')).map(({ worth }) => worth);
    expect(worths).toHaveLength(2);
    expect(worths[0]).toBeCloseTo(FIRST - ELSEWHERE, 6);
    expect(worths[1]).toBeCloseTo(3 * FIRST - ELSEWHERE, 6);
  });
});
