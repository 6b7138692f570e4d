import { describe, expect, it } from 'vitest';
import type { Goal, TotalName } from '../../src/domain.ts';
import { goalRow, goalSummary } from '../../src/simulate/summary/goal-summary.ts';
import { planWanted } from '../../src/simulate/summary/series.ts';
import { figuresOf } from '../../src/simulate/summary/series-figures.ts';

/** Draws of two plans: 32 of them, so that each of 16 replicates has two. */
const DRAWS = 32;
const rows = (profit: (draw: number) => number, customers: (draw: number) => number) =>
  ({
    profit: Float64Array.from({ length: DRAWS }, (_, i) => profit(i)),
    customers: Float64Array.from({ length: DRAWS }, (_, i) => customers(i)),
  }) as unknown as Readonly<Record<TotalName, Float64Array>>;

// Profit is 0 to 31, customers 31 to 0; today's profit is 10 in every draw.
const plan = rows(
  (i) => i,
  (i) => DRAWS - 1 - i,
);
const today = rows(
  () => 10,
  () => 5,
);
const summary = (of: Partial<Goal>) => {
  const goal: Goal = { maximize: 'profit', ...of };
  const wanted = planWanted({ metrics: [], channels: [], targets: [], goal });
  const row = goalRow(goal, plan);
  const gain = row.map((value, i) => value - goalRow(goal, today)[i]!);
  return goalSummary(goal, {
    goal: figuresOf(row, wanted.goal),
    ...(wanted.gain === undefined ? {} : { gain: figuresOf(gain, wanted.gain) }),
  });
};

describe('what a plan reaches of its goal', () => {
  it('is the mean of the figure, or of the mix in its units', () => {
    expect(summary({}).mean.value).toBeCloseTo(15.5, 12);
    // i + 2 (31 - i) = 62 - i, on average 46.5
    expect(summary({ plus: { customers: 2 } }).mean.value).toBeCloseTo(46.5, 12);
  });

  it('is a chance where one is asked for', () => {
    expect(summary({ chanceOf: 24 }).chance!.value).toBe(8 / 32);
    expect(summary({}).chance).toBeUndefined();
  });

  it('has worst cases: of the goal, of the mix, or of the gain over today', () => {
    // The lowest quarter of 0 to 31 is 0 to 7; of 62 - i it is 31 to 38; less 10 it is -10 to -3.
    expect(summary({ risk: { worst: 0.25, weight: 0.5 } }).worst!.value).toBeCloseTo(3.5, 12);
    expect(summary({ risk: { worst: 0.25, weight: 0.5 }, plus: { customers: 2 } }).worst!.value).toBeCloseTo(34.5, 12);
    const gain = summary({ risk: { worst: 0.25, atLeast: 0, of: 'gain over today' } });
    expect(gain.worst!.value).toBeCloseTo(-6.5, 12);
    expect(gain.worstVerdict).toBe('missed');
  });

  it('says whether the worst cases reach what is asked, where something is', () => {
    expect(summary({ risk: { worst: 0.25, atLeast: -40 } }).worstVerdict).toBe('reached');
    expect(summary({ risk: { worst: 0.25, weight: 0.5 } }).worstVerdict).toBeUndefined();
  });
});
