import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { randomOf } from './random.ts';
import { highs, optimal, plain } from './solvers.ts';

/** Which of these things to take, at most `room` in weight. */
function knapsack(worth: readonly number[], weight: readonly number[], room: number): LinearProgram {
  const builder = programBuilder('maximize');
  const things = worth.map((cost) => builder.addColumn({ cost, upper: 1, integer: true }));
  builder.addRow({ terms: things.map((j) => [j, weight[j]!] as const), upper: room });
  return builder.build();
}

/** The most worth by dynamic programming over whole weights. */
function mostWorth(worth: readonly number[], weight: readonly number[], room: number): number {
  const most = new Float64Array(room + 1);
  for (const [j, value] of worth.entries()) {
    for (let left = room; left >= weight[j]!; left--)
      most[left] = Math.max(most[left]!, most[left - weight[j]!]! + value);
  }
  return most[room]!;
}

/** Worth and weight go together, which is what makes a knapsack hard. */
function hardThings(count: number, largest: number) {
  const random = randomOf('hard things');
  const weight = Array.from({ length: count }, () => 1 + random.below(largest));
  return { weight, worth: weight.map((w) => w + largest / 10), room: Math.floor(weight.reduce((a, b) => a + b) / 2) };
}

describe('a program with whole columns', () => {
  it('is solved to the optimum of dynamic programming', () => {
    const random = randomOf('knapsack');
    for (let k = 0; k < 5; k++) {
      const worth = Array.from({ length: 15 }, () => 1 + random.below(100));
      const weight = Array.from({ length: 15 }, () => 1 + random.below(60));
      const solution = optimal(solveLinear(knapsack(worth, weight, 200), [highs], { gap: 1e-9 }));
      expect(solution.objective).toBe(mostWorth(worth, weight, 200));
      expect(solution.bound).toBeGreaterThanOrEqual(solution.objective);
      expect([...solution.values].every((value) => value === 0 || value === 1)).toBe(true);
    }
  });

  it('weighs fixed costs against what they open, in any unit of money', () => {
    // Opening costs 30 and 10; each unit brings 3 or 2; at most 20 and 40, 30 in all. Both: 60 + 20 - 40 = 40;
    // first alone: 60 - 30 = 30; second alone: 60 - 10 = 50.
    for (const money of [1e-6, 1, 1e6]) {
      const builder = programBuilder('maximize');
      for (const [brings, fixed, most] of [
        [3, 30, 20],
        [2, 10, 40],
      ] as const) {
        const spend = builder.addColumn({ cost: brings, upper: most * money });
        const open = builder.addColumn({ cost: -fixed * money, upper: 1, integer: true });
        builder.addRow({
          terms: [
            [spend, 1],
            [open, -most * money],
          ],
          upper: 0,
        });
      }
      builder.addRow({
        terms: [
          [0, 1],
          [2, 1],
        ],
        upper: 30 * money,
      });
      const { values, objective, rowDuals } = optimal(solveLinear(builder.build(), [highs]));
      expect(objective / money).toBeCloseTo(50, 6);
      expect(values[0]).toBe(0);
      expect(values[1]).toBe(0);
      expect(values[2]! / money).toBeCloseTo(30, 6);
      expect(values[3]).toBe(1);
      // With the second open and the first not, one more unit of money brings 2.
      expect(rowDuals[2]).toBeCloseTo(2, 6);
    }
  });

  it('reports a bound above the true optimum when the time runs out, and never calls that optimal', () => {
    const { worth, weight, room } = hardThings(60, 10_000);
    const truth = mostWorth(worth, weight, room);
    for (const timeLimit of [0.02, 0.3]) {
      const solution = solveLinear(knapsack(worth, weight, room), [highs], { timeLimit, gap: 0 });
      if (solution.status === 'failed') {
        expect(solution.reason).toBe('time limit');
        continue;
      }
      if (solution.status !== 'stopped') expect(optimal(solution).objective).toBe(truth);
      else {
        expect(solution.boundKind).toBe('numerical');
        expect(solution.objective).toBeLessThanOrEqual(truth);
        expect(solution.bound).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
      }
    }
  });

  it('stops at the gap it is given', () => {
    const { worth, weight, room } = hardThings(60, 10_000);
    const truth = mostWorth(worth, weight, room);
    const { objective, bound } = optimal(solveLinear(knapsack(worth, weight, room), [highs], { gap: 0.05 }));
    expect(objective).toBeGreaterThanOrEqual(truth * 0.95);
    expect(bound).toBeGreaterThanOrEqual(truth);
    expect((bound - objective) / objective).toBeLessThanOrEqual(0.05);
  });

  it('that only fractions could solve is infeasible without any limit to blame', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 1, upper: 5, integer: true });
    builder.addColumn({ cost: 1, upper: 5, integer: true });
    builder.addRow({
      terms: [
        [0, 2],
        [1, 2],
      ],
      lower: 3,
      upper: 3,
    });
    expect(solveLinear(builder.build(), [highs])).toEqual({ status: 'infeasible', conflict: [] });
  });

  it('that no fraction could solve either names its limits', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ name: 'units', cost: 1, upper: 2, integer: true });
    builder.addRow({ name: 'least', terms: [[0, 10]], lower: 25 });
    expect(solveLinear(builder.build(), [highs])).toMatchObject({
      status: 'infeasible',
      conflict: [
        { name: 'units', side: 'upper' },
        { name: 'least', side: 'lower' },
      ],
    });
  });

  it('may have no end', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 1, integer: true });
    builder.addColumn({ cost: -1, upper: 1 });
    builder.addRow({ terms: [[0, 1]], lower: 0.5 });
    expect(solveLinear(builder.build(), [highs])).toMatchObject({ status: 'unbounded', columns: [0] });
  });

  it('is not for the plain solver', () => {
    expect(plain.accepts(knapsack([1], [1], 1))).toBe(false);
  });
});
