import { beforeAll, describe, expect, it } from 'vitest';
import { loadHighs } from '../../src/linear/highs.ts';
import { programBuilder } from '../../src/linear/program.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import { openLinear } from '../../src/linear/solve.ts';
import { climb } from '../../src/optimize/concave/climb.ts';
import { goalAt, partOf, type ConcaveProblem, type Evaluated } from '../../src/optimize/concave/concave-problem.ts';
import { restored } from '../../src/optimize/concave/restore.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadHighs();
});

const openMaster: Parameters<typeof climb>[0]['openMaster'] = (program) => openLinear(program, [solver]);

/** Within a circle of radius 1: the most of x / 10 + y is √1.01, at (0.1, 1) / √1.01. */
const circle: ConcaveProblem = (() => {
  const builder = programBuilder('maximize');
  for (let k = 0; k < 2; k++) builder.addColumn({ lower: 0, upper: 2, cost: 0 });
  const columns = Int32Array.of(0, 1);
  return {
    limits: builder.build(),
    functions: [{ columns }, { columns }],
    parts: [partOf(0)],
    guards: [{ of: 1, least: -1 }],
    evaluate: async (at) => {
      const [x, y] = [at[0]!, at[1]!];
      return [
        { value: x / 10 + y, slope: Float64Array.of(0.1, 1) },
        { value: -(x * x + y * y), slope: Float64Array.of(-2 * x, -2 * y) },
      ];
    },
  };
})();

const evaluate = async (columns: Float64Array): Promise<Evaluated> => {
  const points = await circle.evaluate(columns);
  return { columns, value: goalAt(circle, columns, points), points };
};

describe('a point that breaks a guard', () => {
  it('leads to one close by that keeps it', async () => {
    const found = await restored(
      { problem: circle, openMaster, evaluate },
      await evaluate(Float64Array.of(0.75, 0.75)),
    );
    const [x, y] = [found!.columns[0]!, found!.columns[1]!];
    const size = Math.hypot(x, y);
    expect(size).toBeLessThanOrEqual(1 + 1e-9);
    expect(size).toBeGreaterThan(0.99);
    // On the circle the nearest point is 0.06 away; boxes are tried in steps of three, as shares of a range of 2.
    expect(Math.hypot(x - 0.75, y - 0.75)).toBeLessThan(0.2);
  });

  it('is no end to a climb along the guard', async () => {
    const start = Float64Array.of(0.95, 0.3);
    const top = await climb({ problem: circle, openMaster, start, radius: 0.2, smallestGain: 1e-6, maxIterations: 60 });
    expect(Math.hypot(...top!.columns)).toBeLessThanOrEqual(1 + 1e-9);
    expect(top!.value).toBeGreaterThan(Math.sqrt(1.01) - 1e-4);
  });
});
