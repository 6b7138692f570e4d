import { describe, expect, it } from 'vitest';
import { withColumnBounds, withCosts, withRowBounds, withRows, withRowsWhere } from '../../src/linear/edit.ts';
import { programBuilder, rowsOf } from '../../src/linear/program.ts';
import { openLinear, solveLinear } from '../../src/linear/solve.ts';
import { knownProgram, type Random, randomOf } from './random.ts';
import { each, highs, optimal, plain } from './solvers.ts';

function randomRows(random: Random, count: number, columns: number) {
  return rowsOf(
    Array.from({ length: count }, () => ({
      terms: Array.from({ length: columns }, (_, j) => [j, random.between(-2, 3)] as const),
      upper: random.between(5, 50),
    })),
  );
}

describe.each(each)('a session of $name', ({ solver }) => {
  it('gives after any changes what a fresh start gives', () => {
    const count = { optimal: 0, other: 0 };
    for (let k = 0; k < 4; k++) {
      const random = randomOf(`session ${k}`);
      let { program } = knownProgram(random, 8, 5, 1);
      const session = openLinear(program, [solver]);
      for (let step = 0; step < 25; step++) {
        const { columns, rows } = program;
        const size = rows.lower.length;
        const kind = random.below(5);
        if (kind === 0) {
          const added = randomRows(random, 1 + random.below(3), 8);
          session.addRows(added);
          program = withRows(program, added);
        } else if (kind === 1 && size > 2) {
          const removed = [random.below(size), random.below(size)];
          session.removeRows(removed);
          program = withRowsWhere(program, (row) => !removed.includes(row));
        } else if (kind === 2) {
          const lower = columns.lower.map((bound) => Math.max(bound, -20) - random.between(0, 1));
          const upper = columns.upper.map((bound) => Math.min(bound, 20) + random.between(0, 1));
          session.setColumnBounds(lower, upper);
          program = withColumnBounds(program, lower, upper);
        } else if (kind === 3) {
          const cost = columns.cost.map((value) => value * random.between(0.5, 2));
          session.setCosts(cost);
          program = withCosts(program, cost);
        } else if (size > 0) {
          const row = random.below(size);
          const upper = random.between(0, 60);
          session.setRowBounds(row, -Infinity, upper);
          program = withRowBounds(program, row, -Infinity, upper);
        }
        const warm = session.solve();
        const cold = solveLinear(program, [solver]);
        expect(warm.status).toBe(cold.status);
        if (warm.status === 'optimal') {
          const { objective } = optimal(cold);
          expect(Math.abs(warm.objective - objective)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(objective)));
          count.optimal += 1;
        } else count.other += 1;
      }
      session.close();
    }
    expect(count.optimal).toBeGreaterThan(30);
    expect(count.other).toBeGreaterThan(2);
  });

  it('closes in on the best of a concave function by tangents', () => {
    // The most of 100 (1 - exp(-x / 20)) + 60 (1 - exp(-y / 10)) - x - y: x = 20 ln 5, y = 10 ln 6.
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: -1, upper: 100 });
    builder.addColumn({ cost: -1, upper: 100 });
    builder.addColumn({ cost: 1, upper: 1e4 });
    const session = openLinear(builder.build(), [solver]);
    let x = 50;
    let y = 50;
    let best = -Infinity;
    let bound = Infinity;
    for (let step = 0; step < 60 && bound - best > 1e-6; step++) {
      const value = 160 - 100 * Math.exp(-x / 20) - 60 * Math.exp(-y / 10);
      const [alongX, alongY] = [5 * Math.exp(-x / 20), 6 * Math.exp(-y / 10)];
      best = Math.max(best, value - x - y);
      const terms = [
        [2, 1],
        [0, -alongX],
        [1, -alongY],
      ] as const;
      session.addRows(rowsOf([{ terms, upper: value - alongX * x - alongY * y }]));
      const solution = optimal(session.solve());
      bound = solution.bound;
      [x, y] = [solution.values[0]!, solution.values[1]!];
    }
    session.close();
    const most = 160 - 20 - 10 - 20 * Math.log(5) - 10 * Math.log(6);
    expect(bound - most).toBeGreaterThanOrEqual(-1e-12);
    expect(bound - most).toBeLessThanOrEqual(1e-6);
    expect(most - best).toBeLessThanOrEqual(1e-6);
  });
});

describe('a session', () => {
  it('goes on with another solver when it outgrows the first', () => {
    const { program } = knownProgram(randomOf('outgrow'), 40, 10, 0);
    const session = openLinear(program, [plain, highs]);
    const before = optimal(session.solve());
    const rows = rowsOf(
      Array.from({ length: 800 }, (_, i) => ({ terms: [[i % 40, 1] as const], upper: 1000 + i, lower: -1000 })),
    );
    session.addRows(rows);
    const after = withRows(program, rows);
    expect(plain.accepts(after)).toBe(false);
    expect(optimal(session.solve()).objective).toBeCloseTo(before.objective, 6);
    session.close();
  });
});
