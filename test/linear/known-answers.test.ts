import { describe, expect, it } from 'vitest';
import { programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import brackets from '../fixtures/known-answers/claro_lp_brackets.json' with { type: 'json' };
import infeasible from '../fixtures/known-answers/optimizer/KA20-infeasible.json' with { type: 'json' };
import { each, optimal } from './solvers.ts';

describe.each(each)('$name on known answers', ({ solver }) => {
  it.each(brackets.cases)('splits a budget over three brackets each: case $id', ({ budget, ...given }) => {
    const productivity = Object.entries(given.raw_productivity);
    const floors: Readonly<Record<string, number>> = given.floors;
    const mean = productivity.reduce((sum, [, p]) => sum + p, 0) / productivity.length;
    const shrink = 30 / 330;
    const builder = programBuilder('maximize');
    const platforms = productivity.map(([name, raw]) => {
      const expected = (1 - shrink) * raw + shrink * mean;
      const spent = [
        [0.25, 1],
        [0.35, 0.65],
        [0.4, 0.35],
      ].map(([share, yieldOf]) => builder.addColumn({ cost: yieldOf! * expected, upper: share! * budget }));
      builder.addRow({ name, terms: spent.map((j) => [j, 1] as const), lower: floors[name]! });
      return { name, spent };
    });
    builder.addRow({ terms: platforms.flatMap(({ spent }) => spent.map((j) => [j, 1] as const)), upper: budget });
    const { values } = optimal(solveLinear(builder.build(), [solver]));
    const split = new Map(platforms.map(({ name, spent }) => [name, spent.reduce((sum, j) => sum + values[j]!, 0)]));
    if (typeof given.expected === 'string') {
      expect([...split.values()].reduce((sum, money) => sum + money, 0)).toBeCloseTo(budget, 4);
    } else {
      for (const [name, money] of Object.entries(given.expected)) {
        expect(Math.abs(split.get(name)! - money)).toBeLessThanOrEqual(brackets.tolerance_abs);
      }
    }
  });

  it('names the limits that clash in KA20, and what would mend them', () => {
    const builder = programBuilder('maximize');
    const spend = infeasible.channels.map(({ min }, c) =>
      builder.addColumn({ name: `channel ${c + 1}`, cost: 1, lower: min }),
    );
    builder.addRow({
      name: 'total budget',
      terms: spend.map((j) => [j, 1] as const),
      upper: infeasible.budget.total,
    });
    for (const { name, idx, val, hi } of infeasible.rows) {
      builder.addRow({ name, terms: idx.map((j, k) => [j, val[k]!] as const), upper: hi });
    }
    const program = builder.build();
    const solution = solveLinear(program, [solver]);
    if (solution.status !== 'infeasible') throw new Error(solution.status);
    const inWords = solution.conflict
      .map(
        ({ name, side, value }) => `${name} ${name === 'total budget' ? '<=' : side.replace('lower', 'min')} ${value}`,
      )
      .toSorted();
    expect(inWords).toEqual(infeasible.optimum.iis.toSorted());
  });

  it('says which channel has no end in KA21', () => {
    // Each unit of money earns 1.5 and costs 1, without a cap.
    const builder = programBuilder('maximize');
    builder.addColumn({ name: 'linear', cost: 1.5 - 1 });
    builder.addColumn({ name: 'capped', cost: 3, upper: 10 });
    const solution = solveLinear(builder.build(), [solver]);
    expect(solution).toMatchObject({ status: 'unbounded', columns: [0] });
  });
});
