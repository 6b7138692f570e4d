import { describe, expect, it } from 'vitest';
import { programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { each } from './solvers.ts';

describe.each(each)('$name: an objective without end', ({ solver }) => {
  it('comes with a direction to go on for ever, and the columns that move', () => {
    // Search may grow with brand, which costs less than it brings; the third column is capped.
    const builder = programBuilder('maximize');
    builder.addColumn({ name: 'brand', cost: -1 });
    builder.addColumn({ name: 'search', cost: 2 });
    builder.addColumn({ name: 'tv', cost: 5, upper: 1e4 });
    builder.addRow({
      terms: [
        [1, 1],
        [0, -1],
      ],
      upper: 30,
    });
    const solution = solveLinear(builder.build(), [solver]);
    if (solution.status !== 'unbounded') throw new Error(solution.status);
    const [brand, search, tv] = solution.direction;
    expect(solution.columns).toEqual([0, 1]);
    expect(search! - brand!).toBeLessThanOrEqual(1e-7);
    expect(brand).toBeGreaterThan(0);
    expect(tv).toBe(0);
    expect(2 * search! - brand!).toBeGreaterThan(0);
  });

  it('is not claimed when there is no point to start from', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 1 });
    builder.addColumn({ upper: 1 });
    builder.addRow({ terms: [[1, 1]], lower: 2 });
    expect(solveLinear(builder.build(), [solver])).toMatchObject({
      status: 'infeasible',
      conflict: [
        { of: 'column', index: 1, side: 'upper' },
        { of: 'row', index: 0, side: 'lower' },
      ],
    });
  });

  it('is found in a minimum too, along a column without a lower bound', () => {
    const builder = programBuilder('minimize');
    builder.addColumn({ cost: 1e-6, lower: -Infinity });
    builder.addRow({ terms: [[0, 1]], upper: 1e6 });
    expect(solveLinear(builder.build(), [solver])).toMatchObject({ status: 'unbounded', columns: [0] });
  });
});
