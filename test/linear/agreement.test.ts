import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { refereed } from './referee.ts';
import { each, highs, optimal, plain } from './solvers.ts';
import { knownProgram, randomOf } from './random.ts';

/** A program from a formula, so that other solvers can be given the same. Every fourth row is an equality. */
function formulaProgram(s: number, integer: boolean): LinearProgram {
  const columns = 4 + s;
  const rows = 2 + Math.floor(s / 2);
  const builder = programBuilder('maximize');
  const middle: number[] = [];
  for (let j = 0; j < columns; j++) {
    const lower = -((3 * j + s) % 4);
    const upper = lower + 1 + ((7 * j + 2 * s) % 9);
    builder.addColumn({
      cost: ((5 * j * j + 7 * s + 3 * j) % 17) - 5,
      lower,
      upper,
      integer: integer && j % 2 === 0,
    });
    middle.push((lower + upper) / 2);
  }
  for (let i = 0; i < rows; i++) {
    const terms = middle.map((_, j) => [j, ((7 * i * i + 11 * j + 3 * i * j + s) % 13) - 4] as const);
    const at = terms.reduce((sum, [j, a]) => sum + a * middle[j]!, 0);
    const range = i % 4 === 0 ? [at, at] : [at - 3 - (i % 3), at + 2 + ((i + s) % 4)];
    builder.addRow({ terms, lower: range[0]!, upper: range[1]! });
  }
  return builder.build();
}

/**
 * By CBC 2.10.3 through PuLP 3.3.2 (`gapRel=0`, options `primalT 1e-9 dualT 1e-9`), which prints six to eight digits:
 * LpProblem(LpMaximize) with the bounds, costs and rows of `formulaProgram`, s from 1.
 */
const CBC = {
  continuous: [
    52.472222, 30.714286, 79.203846, 86.115384, 109.344017, 61.2, 45.755656, 127.782052, 150.26923, 109.143356,
    192.392308, 145.153846,
  ],
  integer: [50.125, 30.177419, 77, 82.264957, 109.232848, 56.648352, 42.009615, 123.397435],
  duals: [
    [0.944444, 0.888889],
    [-0.571429, -0.285714, -0.142857],
    [1.061538, -0.007692, 0.107692],
  ],
};

describe.each(each)('$name and CBC', ({ solver }) => {
  it('agree on twelve programs', () => {
    for (const [k, objective] of CBC.continuous.entries()) {
      const solution = optimal(solveLinear(formulaProgram(k + 1, false), [solver]));
      expect(solution.objective).toBeCloseTo(objective, 5);
    }
  });

  it('agree on what a unit of each limit is worth', () => {
    for (const [k, duals] of CBC.duals.entries()) {
      const { rowDuals } = optimal(solveLinear(formulaProgram(k + 1, false), [solver]));
      for (const [i, dual] of duals.entries()) expect(rowDuals[i]).toBeCloseTo(dual, 5);
    }
  });
});

describe('HiGHS', () => {
  it('agrees with CBC on eight programs with whole columns', () => {
    for (const [k, objective] of CBC.integer.entries()) {
      const program = formulaProgram(k + 1, true);
      const solution = optimal(solveLinear(program, [highs], { gap: 1e-9 }));
      expect(solution.objective).toBeCloseTo(objective, 5);
      for (const [j, value] of solution.values.entries()) {
        if (program.columns.integer?.[j] === 1) expect(Number.isInteger(value)).toBe(true);
      }
    }
  });

  it('agrees with the plain solver and with javascript-lp-solver on 120 small programs, feasible or not', () => {
    const seen = { optimal: 0, infeasible: 0 };
    for (let k = 0; k < 120; k++) {
      const random = randomOf(`small ${k}`);
      const { program } = knownProgram(random, 2 + random.below(6), 1 + random.below(6), 0);
      // Limits moved about at random: about half of the programs lose all their points.
      const move = (limit: number): number => limit + random.between(-8, 8);
      const moved = program.rows.lower.map((low, i) => Math.min(move(low), program.rows.upper[i]! + 4));
      const shaken = {
        ...program,
        columns: {
          ...program.columns,
          lower: program.columns.lower.map((bound) => Math.max(bound, -50)),
          upper: program.columns.upper.map((bound) => Math.min(bound, 50)),
        },
        rows: { ...program.rows, lower: moved, upper: program.rows.upper.map((high, i) => Math.max(high, moved[i]!)) },
      };
      const ours = solveLinear(shaken, [highs]);
      const theirs = solveLinear(shaken, [plain]);
      expect(theirs.status).toBe(ours.status);
      const referee = refereed(shaken);
      expect(referee === undefined).toBe(ours.status === 'infeasible');
      if (ours.status === 'optimal') {
        seen.optimal += 1;
        expect(optimal(theirs).objective).toBeCloseTo(ours.objective, 6);
        expect(referee).toBeCloseTo(ours.objective, 6);
      } else if (ours.status === 'infeasible') seen.infeasible += 1;
    }
    expect(seen.optimal).toBeGreaterThan(40);
    expect(seen.infeasible).toBeGreaterThan(20);
  });
});
