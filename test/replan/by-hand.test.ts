import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Optimization, Report, Scenario } from '../../src/domain.ts';
import { replan, type Past } from '../../src/runs/replan.ts';
import { optimize } from '../../src/runs/run.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { moveOf } from '../support/repairs.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-7;

function again(of: Scenario, past: Past): Promise<Report> {
  return replan(engine, { scenario: of, echo: [] }, past, { searchDraws: 16, draws: 256, gap: GAP });
}

type Found = Extract<Optimization, { readonly binding: unknown }>;

function found({ optimization }: Report): Found {
  if (optimization === undefined || !('binding' in optimization)) throw new Error(`no plan: ${optimization?.status}`);
  return optimization;
}

function spendOf(report: Report): number[][] {
  return found(report).plan.spend.map((periods) => [...periods]);
}

/** Customers `efficiency · scale · (1 - exp(-x / scale))` per period. */
function exponential(efficiency: number, scale: number, own: Partial<Channel> = {}): Channel {
  return channel({
    efficiency: certain(efficiency),
    response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
    plan: [100, 100, 100, 100],
    ...own,
  });
}

function fourWeeks(channels: Readonly<Record<string, Channel>>, own: Partial<Scenario> = {}): Scenario {
  return scenario(channels, {
    horizon: { periods: 4, unit: 'week', tail: 0 },
    budget: { total: 800 },
    goal: { maximize: 'customers' },
    ...own,
  });
}

const two = { a: exponential(4, 100), b: exponential(2, 50) };

describe('after overspending in the first week', () => {
  // By hand: 400 of 800 are left for three weeks. Equal returns 4 exp(-x/100) = 2 exp(-y/50) = exp(L) with
  // x + y = 400/3: L = (100 ln 4 + 50 ln 2 - 400/3) / 150.
  const L = (100 * Math.log(4) + 50 * Math.log(2) - 400 / 3) / 150;
  const [x, y] = [100 * (Math.log(4) - L), 50 * (Math.log(2) - L)];
  const overspent: Past = { after: 1, spent: { a: [200], b: [200] } };

  it('the rest fills channels up to equal returns with what is left', async () => {
    const report = await again(fourWeeks(two), overspent);
    expect(found(report).status).toBe('optimal');
    const [a, b] = spendOf(report);
    expect([a![0], b![0]]).toEqual([200, 200]);
    // A plan is as near as the square root of the gap: 100 · 3e-4, with some room for the other weeks.
    for (const t of [1, 2, 3]) {
      expect(Math.abs(a![t]! - x)).toBeLessThan(0.3);
      expect(Math.abs(b![t]! - y)).toBeLessThan(0.3);
    }
    const customers = (efficiency: number, scale: number, spend: number) =>
      efficiency * scale * (1 - Math.exp(-spend / scale));
    const best = customers(4, 100, 200) + customers(2, 50, 200) + 3 * (customers(4, 100, x) + customers(2, 50, y));
    expect(Math.abs(found(report).lowerBound - best)).toBeLessThanOrEqual(1.1 * GAP * best);
  });

  it('the price of the budget is that of what is left, and its name and amount are the planner’s', async () => {
    const { binding } = found(await again(fourWeeks(two), overspent));
    expect(binding.map(({ limit, side }) => [limit.path, limit.name, limit[side]])).toEqual([
      ['budget.total', 'total budget', 800],
    ]);
    // Prices follow from slopes: the square root of the gap.
    expect(Math.abs(binding[0]!.worth - Math.exp(L))).toBeLessThan(2e-3 * Math.exp(L));
  });

  it('is told beside what was planned', async () => {
    const { past, plans, differences } = await again(fourWeeks(two), overspent);
    expect(past).toMatchObject({ periods: 1, spent: 400, budget: { total: 800, left: 400 }, exceeded: [] });
    expect(past!.channels.map(({ spent, planned, plannedRest }) => [spent, planned, plannedRest])).toEqual([
      [200, 100, 300],
      [200, 100, 300],
    ]);
    expect(past!.channels[0]!.newRest! + past!.channels[1]!.newRest!).toBeCloseTo(400, 6);
    // Whole plans with the same past: the rest as planned, in proportion to what is left, and the recommended one.
    expect(plans.map(({ plan }) => plan)).toEqual(['today', 'pro rata', 'recommended']);
    expect(plans[0]!.spend).toEqual([
      [200, 100, 100, 100],
      [200, 100, 100, 100],
    ]);
    for (const row of plans[1]!.spend) {
      expect(row[0]).toBe(200);
      for (const amount of row.slice(1)) expect(amount).toBeCloseTo(200 / 3, 6);
    }
    expect(differences.map(({ b }) => b)).toEqual(['recommended', 'recommended']);
  });
});

describe('a past outside its limits', () => {
  it('is no reason why there should be no plan', async () => {
    const limits = { min: 60, max: 150, maxChange: 0.5 };
    const of = fourWeeks({ a: exponential(4, 100, { limits }), b: exponential(2, 50, { limits }) });
    const report = await again(of, { after: 2, spent: { a: [300, 10], b: [0, 20] } });
    const [a, b] = spendOf(report);
    expect([a!.slice(0, 2), b!.slice(0, 2)]).toEqual([
      [300, 10],
      [0, 20],
    ]);
    for (const row of [a!, b!]) {
      for (const amount of row.slice(2)) expect(amount).toBeGreaterThanOrEqual(60 - 1e-9);
      for (const amount of row.slice(2)) expect(amount).toBeLessThanOrEqual(150 + 1e-9);
    }
    expect(a!.concat(b!).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(800, 6);
    expect(report.notes.join(' ')).toContain('does not keep every limit on it («a, period 2, at least»');
  });

  it('counts in limits on the whole plan', async () => {
    // 300 of at most 320 are spent, so that 20 are left for the better channel.
    const of = fourWeeks({ a: exponential(4, 100, { limits: { total: { max: 320 } } }), b: exponential(2, 50) });
    const [a] = spendOf(await again(of, { after: 1, spent: { a: [300], b: [0] } }));
    expect(a!.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(320, 6);
    // At most half of all 800 that will be spent, 300 of which are gone.
    const shared = fourWeeks({ a: exponential(4, 100, { limits: { share: { max: 0.5 } } }), b: exponential(2, 50) });
    const [half] = spendOf(await again(shared, { after: 1, spent: { a: [300], b: [0] } }));
    expect(half!.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(400, 6);
  });

  it('that exceeds a limit on the whole plan is told with what would have to give', async () => {
    const of = fourWeeks({ a: exponential(4, 100, { limits: { total: { max: 400 } } }), b: exponential(2, 50) });
    const { optimization, past } = await again(of, { after: 2, spent: { a: [220, 200], b: [0, 0] } });
    if (optimization?.status !== 'infeasible') throw new Error(optimization?.status);
    expect(optimization.conflict.map(({ limit, side }) => [limit.path, side, limit.most])).toEqual([
      ['channels.a.limits.total.max', 'most', 400],
    ]);
    expect(optimization.repairs).toHaveLength(1);
    expect(moveOf(optimization.repairs[0]!)).toBeCloseTo(20, 6);
    expect(past!.exceeded).toEqual([
      { name: 'a, whole plan, at most', path: 'channels.a.limits.total.max', channels: ['a'], most: 400, spent: 420 },
    ]);
    expect(past!.channels[0]).not.toHaveProperty('newRest');
  });

  it('has the budget of its own periods only, where each has one', async () => {
    const of = fourWeeks(two, { budget: { perPeriod: 200 } });
    const report = await again(of, { after: 1, spent: { a: [500], b: [0] } });
    const [a, b] = spendOf(report);
    for (const t of [1, 2, 3]) expect(a![t]! + b![t]!).toBeCloseTo(200, 6);
    expect(report.past!.budget).toEqual({ total: 800, left: 600 });
  });
});

describe('wishes in steps', () => {
  it('ask for nothing or so much in the periods to come only', async () => {
    const of = fourWeeks(
      { a: exponential(4, 100), b: exponential(1, 50, { limits: { minIfUsed: 60 } }) },
      { budget: { total: 400 } },
    );
    const report = await again(of, { after: 1, spent: { a: [50], b: [20] } });
    const [a, b] = spendOf(report);
    expect(b![0]).toBe(20);
    // By hand: with 110 a week, equal returns would give b less than nothing below 4 exp(-110/100) = 1.3 > 1.
    for (const amount of b!.slice(1)) expect(amount).toBe(0);
    for (const amount of a!.slice(1)) expect(Math.abs(amount - 110)).toBeLessThan(0.3);
    expect(report.notes).toEqual([
      'What was spent in week 1 does not keep every limit on it («b, minimum if used»). What is spent is spent: these no longer count.',
    ]);
    // With three times the money, b is worth its 60.
    const rich = await again({ ...of, budget: { total: 1270 } }, { after: 1, spent: { a: [50], b: [20] } });
    for (const amount of spendOf(rich)[1]!.slice(1)) expect(amount).toBeGreaterThanOrEqual(60);
  });

  it('on the number of channels add no channel to too many', async () => {
    const three = { ...two, c: exponential(5, 100) };
    const of = fourWeeks(three, { mostChannels: 1 });
    const report = await again(of, { after: 1, spent: { a: [1], b: [1], c: [0] } });
    const [a, b, c] = spendOf(report);
    expect(c).toEqual([0, 0, 0, 0]);
    for (const t of [1, 2, 3]) expect(a![t]! > 10 && b![t]! > 10).toBe(true);
    const one = spendOf(await again(of, { after: 1, spent: { a: [1], b: [0], c: [0] } }));
    expect(one.slice(1)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe('what was spent goes on costing and working', () => {
  it('a fixed cost that was paid is no reason against the channel', async () => {
    const one = fourWeeks(
      { a: exponential(2, 20, { fixedCost: certain(50), plan: [0, 0, 0, 0] }) },
      { budget: { atMost: 200 }, goal: { maximize: 'profit' } },
    );
    // By hand: 2 exp(-x / 20) = 1 at x = 20 ln 2, where a week earns 40 (1 - 1/2) - x; four of them less than the 50.
    const weekly = 20 * Math.log(2);
    expect(4 * (20 - weekly)).toBeLessThan(50);
    expect(spendOf(await again(one, { after: 1, spent: { a: [0] } }))).toEqual([[0, 0, 0, 0]]);
    const [used] = spendOf(await again(one, { after: 1, spent: { a: [1] } }));
    for (const t of [1, 2, 3]) expect(Math.abs(used![t]! - weekly)).toBeLessThan(0.1);
  });

  it('the rest is what a plan of its own would be that began with this spend carried over', async () => {
    const carryover = { curve: 'geometric', parameters: { retention: certain(0.6) }, normalize: true };
    const channels = (plan: readonly number[], before?: readonly [a: number[], b: number[]]) => ({
      a: exponential(4, 100, { carryover, plan, carryIn: before?.[0] ?? [] }),
      b: exponential(2, 50, { carryover, plan, carryIn: before?.[1] ?? [] }),
    });
    const past = { a: [250, 0], b: [0, 150] };
    const whole = fourWeeks(channels([100, 100, 100, 100]), { horizon: { periods: 4, unit: 'week', tail: 30 } });
    const rest = scenario(channels([100, 100], [past.a, past.b]), {
      horizon: { periods: 2, unit: 'week', tail: 30 },
      budget: { total: 400 },
      goal: { maximize: 'customers' },
    });
    const inWhole = spendOf(await again(whole, { after: 2, spent: past })).map((row) => row.slice(2));
    const options = { searchDraws: 16, draws: 256, gap: GAP };
    const alone = spendOf(await optimize(engine, { scenario: rest, echo: [] }, options));
    inWhole.forEach((row, c) => row.forEach((amount, t) => expect(Math.abs(amount - alone[c]![t]!)).toBeLessThan(0.5)));
    // Without the spend before, it would be another plan.
    const blank = scenario(channels([100, 100]), { ...rest, channels: channels([100, 100]) });
    const other = spendOf(await optimize(engine, { scenario: blank, echo: [] }, options));
    expect(Math.abs(other[0]![0]! - alone[0]![0]!)).toBeGreaterThan(5);
  });
});

describe('a target on the next unit of money', () => {
  it('is of money to come, whatever the past brought', async () => {
    const of = fourWeeks(two, { budget: { atMost: 5000 }, targets: [{ metric: 'marginalRoas', atLeast: 1.5 }] });
    const report = await again(of, { after: 1, spent: { a: [400], b: [300] } });
    // By hand: 4 exp(-x / 100) = 1.5 and 2 exp(-y / 50) = 1.5; the last money of the first week brought 0.07 and 0.005.
    const [a, b] = spendOf(report);
    expect([a![0], b![0]]).toEqual([400, 300]);
    for (const t of [1, 2, 3]) {
      // The next unit is spread over weeks: single ones are as near as the search's slopes.
      expect(Math.abs(a![t]! - 100 * Math.log(4 / 1.5))).toBeLessThan(1);
      expect(Math.abs(b![t]! - 50 * Math.log(2 / 1.5))).toBeLessThan(0.5);
    }
    expect(found(report).wishes[0]!.reached).toBeCloseTo(1.5, 6);
    expect(report.plans.at(-1)!.targets[0]!.verdict).toBe('reached');
  });

  it('counts no channel that gets none of it', async () => {
    const of = fourWeeks(two, { budget: { atMost: 5000 }, targets: [{ metric: 'marginalRoas', atLeast: 2.5 }] });
    const report = await again(of, { after: 1, spent: { a: [10], b: [10] } });
    // The first unit of b brings 2.
    expect(spendOf(report)[1]!.slice(1)).toEqual([0, 0, 0]);
    expect(report.plans.at(-1)!.targets[0]!.verdict).toBe('reached');
  });
});

describe('nothing past', () => {
  it('is the same as to optimize', async () => {
    const options = { searchDraws: 16, draws: 256 };
    const read = { scenario: fourWeeks(two), echo: [] };
    const { past, ...report } = await replan(engine, read, { after: 0 }, options);
    expect(report).toEqual(await optimize(engine, read, options));
    expect(past).toMatchObject({ periods: 0, spent: 0, budget: { total: 800, left: 800 } });
  });
});

describe('spend that does not fit the scenario', () => {
  it.each([
    [{ a: [1] }, /spent\.b: must have a number for the past period, got none/],
    [{ a: [1], b: [1, 2] }, /spent\.b: .* got 2/],
    [{ a: [1], b: [-1] }, /spent\.b\[0\]: must be 0 or more, got -1/],
    [{ a: [1], b: [Number.NaN] }, /got NaN/],
    [{ a: [1], b: [1], aa: [1] }, /spent\.aa: there is no such channel\n {2}Did you mean `a`\?/],
  ])('%j is refused', async (spent, words) => {
    await expect(again(fourWeeks(two), { after: 1, spent })).rejects.toThrow(words);
  });

  it('as is a plan that is over', async () => {
    await expect(again(fourWeeks(two), { after: 4 })).rejects.toThrow('leaves nothing to plan');
    await expect(again(fourWeeks(two), { after: 1.5 })).rejects.toThrow('whole number of weeks');
  });
});
