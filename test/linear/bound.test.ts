import { describe, expect, it } from 'vitest';
import { dualBound } from '../../src/linear/bound.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { scalingOf } from '../../src/linear/scaling.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { knownProgram, randomOf } from './random.ts';
import { highs, optimal } from './solvers.ts';

describe('the bound from duals', () => {
  it('holds for any duals, however wrong, when all columns have bounds', () => {
    let finite = 0;
    for (let k = 0; k < 300; k++) {
      const random = randomOf(`bound ${k}`);
      const { program, objective, size } = knownProgram(random, 8, 6, 2);
      const columns = {
        ...program.columns,
        lower: program.columns.lower.map((bound) => Math.max(bound, -1e4)),
        upper: program.columns.upper.map((bound) => Math.min(bound, 1e4)),
      };
      const scaling = scalingOf(program);
      const duals = Float64Array.from(
        program.rows.lower,
        (_, i) => (random.between(-2, 2) * scaling.rows[i]!) / scaling.objective,
      );
      const { bound, boundKind } = dualBound({ ...program, columns }, scaling, duals);
      expect(boundKind).toBe('proven');
      expect(Number.isFinite(bound)).toBe(true);
      // The bounds of 1e4 cut off nothing better: the optimum lies within units of 100 times 15.
      const room = program.sense === 'maximize' ? bound - objective : objective - bound;
      expect(room).toBeGreaterThanOrEqual(-1e-13 * size);
      finite += 1;
    }
    expect(finite).toBe(300);
  });

  it('is the sum by hand: 3 x + 5 y with x at most 4, y at most 6 and duals 1 for 3 x + 2 y at most 18', () => {
    const builder = programBuilder('maximize');
    const x = builder.addColumn({ cost: 3, upper: 4 });
    const y = builder.addColumn({ cost: 5, upper: 6 });
    builder.addRow({
      terms: [
        [x, 3],
        [y, 2],
      ],
      upper: 18,
    });
    const program = builder.build();
    const scaling = scalingOf(program);
    // 18 + (3 - 3) x + (5 - 2) y, at most 18 + 3 * 6.
    expect(dualBound(program, scaling, Float64Array.of(1)).bound).toBeCloseTo(36, 12);
    // 9 + 1.5 * 4 + 4 * 6.
    expect(dualBound(program, scaling, Float64Array.of(0.5)).bound).toBeCloseTo(39, 12);
    // A dual against the side without a limit counts as zero: 3 * 4 + 5 * 6.
    expect(dualBound(program, scaling, Float64Array.of(-1)).bound).toBeCloseTo(42, 12);
  });

  it('leaves no price on a far column where a dual of a hair on the wrong side of a row does not count', () => {
    const builder = programBuilder('maximize');
    const t = builder.addColumn({ cost: 1, lower: -1e10, upper: 1e10 });
    const x = builder.addColumn({ upper: 4 });
    // Both rows are met at t = 5, x = 0: their duals may share the cost of t in any way, but for what is below 0.
    for (const slope of [1, 2]) {
      builder.addRow({
        terms: [
          [t, 1],
          [x, slope],
        ],
        upper: 5,
      });
    }
    const program = builder.build();
    const { bound, rowDuals, reducedCosts } = dualBound(program, scalingOf(program), Float64Array.of(1 + 1e-9, -1e-9));
    // With the first dual as it was, t would have a reduced cost of -1e-9, and the bound 10 more, at its lower end.
    expect([...rowDuals, reducedCosts[t]]).toEqual([1, 0, 0]);
    // 1e10 times a few roundings of a unit in the last place of 1.
    expect(Math.abs(bound - 5)).toBeLessThan(1e-4);
  });

  it('settles each dual once, whichever comes first', () => {
    const builder = programBuilder('maximize');
    const t = builder.addColumn({ cost: 1, lower: -1e10, upper: 1e10 });
    const x = builder.addColumn({ upper: 4 });
    for (const slope of [2, 1]) {
      const terms = [
        [t, 1],
        [x, slope],
      ] as const;
      builder.addRow({ terms, upper: 5 });
    }
    const program = builder.build();
    const { rowDuals, reducedCosts } = dualBound(program, scalingOf(program), Float64Array.of(-1e-9, 1 + 1e-9));
    expect([...rowDuals, reducedCosts[t]]).toEqual([0, 1, 0]);
  });

  it('is infinite when a column without a bound is worth more than its rows take', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 3 });
    builder.addRow({ terms: [[0, 1]], upper: 2 });
    const program = builder.build();
    expect(dualBound(program, scalingOf(program), Float64Array.of(1)).bound).toBe(Infinity);
    expect(dualBound(program, scalingOf(program), Float64Array.of(3)).bound).toBeCloseTo(6, 12);
  });

  it('is above the objective and near it at every optimum', () => {
    const { program } = knownProgram(randomOf('near'), 10, 5, 0);
    const { objective, bound } = optimal(
      solveLinear({ ...program, sense: 'maximize', columns: boxed(program.columns) }, [highs]),
    );
    expect(bound).toBeGreaterThanOrEqual(objective);
    expect(bound - objective).toBeLessThan(1e-9 * (1 + Math.abs(objective)));
  });
});

function boxed<C extends { readonly lower: Float64Array; readonly upper: Float64Array }>(columns: C): C {
  return {
    ...columns,
    lower: columns.lower.map((bound) => Math.max(bound, -100)),
    upper: columns.upper.map((bound) => Math.min(bound, 100)),
  };
}
