import { afterAll, describe, expect, it } from 'vitest';
import type { Frontier, FrontierPoint, Scenario } from '../../src/domain.ts';
import { frontier } from '../../src/runs/frontier.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uncertain } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const read = (of: Scenario) => ({ scenario: of, echo: [] });
const found = ({ points }: Frontier) =>
  points.map((point) => {
    if (point.status !== 'found') throw new Error(`no plan: ${point.reason}`);
    return point;
  });
const near = (value: number, expected: number, by: number) => expect(Math.abs(value - expected)).toBeLessThan(by);

describe('mean against the worst tenth of a safe and a normal channel (KA17)', () => {
  // 100 in all, x of it in the normal channel: mean 10 + 0.2 x; worst tenth 10 + (0.2 - 0.25 kappa) x, where kappa is the
  // mean of the upper tenth of a standard normal, 1.75498 (scipy: norm.pdf(norm.ppf(0.9)) / 0.1).
  const KAPPA = 1.75498;
  const worstOf = (x: number) => 10 + (0.2 - 0.25 * KAPPA) * x;
  const of = scenario(
    {
      safe: channel({ efficiency: certain(1.1), plan: [60] }),
      normal: channel({
        efficiency: uncertain({ family: 'normal', parameters: { mean: 1.3, sd: 0.25 } }),
        plan: [40],
      }),
    },
    { budget: { total: 100 } },
  );

  it('is the straight line between all in one and all in the other', async () => {
    const front = await frontier(engine, read(of), { points: 5 }, { draws: 4096 });
    const points = found(front);
    expect(points.map(({ names }) => names)).toEqual([['bold'], [], [], [], ['cautious']]);
    points.forEach(({ mean, worstMean, search, spend }, k) => {
      const x = 25 * (4 - k);
      // Searches end within 5e-4 of the goal, and the flat direction is this line itself: x is off by at most
      // 5e-4 * 30 / 0.2, and by what 1,024 draws miss of kappa (1 %).
      near(spend[1]![0]!, x, 0.1 + 0.01 * x);
      near(mean.value, 10 + 0.2 * x, 4 * mean.standardError + 0.02 + 0.002 * x);
      near(worstMean.value, worstOf(x), 4 * worstMean.standardError + 0.03 + 0.003 * x);
      expect(search.gapKind).toBe('proven');
      expect(search.gap).toBeLessThanOrEqual(5e-4);
    });
    expect(front.knee).toBeUndefined();
    expect(front.points.some((point) => point.status === 'found' && point.beatenBy !== undefined)).toBe(false);
    // From bold to cautious: 20 of mean for 23.87 of the worst tenth.
    near(front.whole!.mean.value, -20, 0.1);
    near(front.whole!.worstMean.value, 100 * (0.25 * KAPPA - 0.2), 0.2);
  });

  it('asks of each plan between that its worst tenth reaches equally spaced levels', async () => {
    const front = await frontier(engine, read(of), { points: 4, worst: 0.1 }, { draws: 256 });
    const points = found(front);
    const [bold, cautious] = [points[0]!.search.worstMean, points[3]!.search.worstMean];
    points.forEach(({ level, search }, k) => {
      expect(level === undefined).toBe(k === 0 || k === 3);
      if (level === undefined) return;
      near(level, bold + ((cautious - bold) * k) / 3, 1e-9);
      // The solver's tolerance on limits, relative to the spend of 100.
      expect(search.worstMean).toBeGreaterThanOrEqual(level - 1e-5);
    });
  });

  it('shows a plan that lies below the line as beaten, and one on it as not', async () => {
    const third = channel({
      efficiency: uncertain({ family: 'normal', parameters: { mean: 1.2, sd: 0.25 } }),
      plan: [100],
    });
    const worse = {
      ...of,
      channels: {
        safe: { ...of.channels['safe']!, plan: [0] },
        normal: { ...of.channels['normal']!, plan: [0] },
        third,
      },
    };
    const { beside, points } = await frontier(engine, read(worse), { points: 3 }, { draws: 1024 });
    expect(beside).toHaveLength(1);
    expect(points[beside[0]!.beatenBy!]?.status).toBe('found');
    const { beside: onIt } = await frontier(engine, read(of), { points: 3 }, { draws: 1024 });
    expect(onIt[0]).not.toHaveProperty('beatenBy');
  });

  it('is one plan where nothing is uncertain', async () => {
    const certainly = {
      ...of,
      channels: { ...of.channels, normal: channel({ efficiency: certain(1.3), plan: [40] }) },
    };
    const { points, whole, steps } = await frontier(engine, read(certainly), {}, { draws: 256 });
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ names: ['bold', 'cautious'], spend: [[0], [100]] });
    expect([whole, steps]).toEqual([undefined, []]);
  });
});

describe('profit against the budget of an exponential curve', () => {
  // Profit of x is 400 (1 - exp(-x / 100)) - x: highest where 4 exp(-x / 100) = 1, at 100 ln 4 = 138.63.
  const profit = (x: number) => 400 * (1 - Math.exp(-x / 100)) - x;
  const BEST = 100 * Math.log(4);
  const curve = (limits = {}) =>
    channel({
      efficiency: certain(4),
      response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
      plan: [80],
      limits,
    });
  const spends = (points: readonly FrontierPoint[]) => points.map((point) => point.level!);

  it('is the curve itself, up to the budget that earns the most', async () => {
    const of = scenario({ only: curve() }, { budget: { total: 60 } });
    const front = await frontier(engine, read(of), { by: 'budget', points: 5 }, { draws: 256, gap: 1e-6 });
    const points = found(front);
    // Where the curve is flat, a gap of 1e-6 lets the budget be off by sqrt(2 * 1e-6 * 161 / 0.01) = 0.18.
    [0, BEST / 4, 60, BEST / 2, (BEST * 3) / 4, BEST].forEach((budget, k) => near(spends(points)[k]!, budget, 0.2));
    points.forEach(({ totalSpend, level, mean }) => {
      near(totalSpend, level!, 1e-6);
      near(mean.value, profit(totalSpend), 1e-9 * 400);
    });
    expect(points.map(({ names }) => names)).toEqual([[], [], ['your budget'], [], [], ['most profit']]);
    near(front.toMostProfit!.mean.value, profit(BEST) - profit(60), 1e-3);
    near(front.steps[0]!.mean.value, profit(BEST / 4), 0.2);
    expect(front.points.some((point) => point.status === 'found' && point.beatenBy !== undefined)).toBe(false);
    // Today spends 80 where the frontier has plans for 60 and 104: no plan of these beats it.
    expect(front.beside[0]).not.toHaveProperty('beatenBy');
  });

  it('goes on to the budget of the file where that is larger, and shows what is lost there', async () => {
    const of = scenario({ only: curve() }, { budget: { perPeriodAtMost: 200 } });
    const front = await frontier(engine, read(of), { by: 'budget', points: 5 }, { draws: 256, gap: 1e-6 });
    const points = found(front);
    expect(points.map(({ names }) => names)).toEqual([[], [], [], ['most profit'], [], ['your budget']]);
    [0, 50, 100, BEST, 150, 200].forEach((budget, k) => near(spends(points)[k]!, budget, 0.2));
    expect(points.map(({ beatenBy }) => beatenBy)).toEqual([undefined, undefined, undefined, undefined, 3, 3]);
    near(front.steps.at(-1)!.mean.value, profit(200) - profit(150), 1e-6);
    expect(front.notes[0]).toContain('budgets of single periods');
  });

  it('begins with the least that the limits allow', async () => {
    const of = scenario({ only: curve({ total: { min: 50 } }), other: channel({ efficiency: certain(0.5) }) });
    const { points } = await frontier(engine, read(of), { by: 'budget', points: 3 }, { draws: 256, gap: 1e-6 });
    [50, (50 + BEST) / 2, BEST].forEach((budget, k) => near(spends(points)[k]!, budget, 0.2));
  });

  it('says which budgets cannot be spent', async () => {
    const of = scenario({ only: curve({ max: 90 }) }, { budget: { total: 200 } });
    const { points } = await frontier(engine, read(of), { by: 'budget', points: 5 }, { draws: 256 });
    expect(points.map(({ level, status }) => [Math.round(level!), status])).toEqual([
      [0, 'found'],
      [50, 'found'],
      [90, 'found'],
      [100, 'none'],
      [150, 'none'],
      [200, 'none'],
    ]);
    expect(points[5]).toEqual({ names: ['your budget'], level: 200, status: 'none', reason: 'infeasible' });
  });

  it('ends at the budget of the file where ever more spend would pay', async () => {
    const of = scenario({ only: channel({ efficiency: certain(2), plan: [10] }) }, { budget: { total: 100 } });
    const { points } = await frontier(engine, read(of), { by: 'budget', points: 3 }, { draws: 256 });
    expect(points.map(({ level, names }) => [level, ...names])).toEqual([
      [0],
      [50],
      [100, 'your budget'],
      [undefined, 'most profit'],
    ]);
    expect(points[3]).toMatchObject({ status: 'none', reason: 'unbounded', channel: 'only' });
  });
});

describe('a frontier of what has no plan', () => {
  it('says so instead of being empty', async () => {
    const of = scenario({ only: channel({ plan: [10], limits: { max: 10 } }) }, { budget: { total: 100 } });
    const { points, beside } = await frontier(engine, read(of), {}, { draws: 256 });
    expect(points).toEqual([{ names: ['bold'], status: 'none', reason: 'infeasible' }]);
    expect(beside.map(({ name }) => name)).toEqual(['today']);
  });
});
