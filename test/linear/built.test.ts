import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { knownProgram, randomOf } from './random.ts';
import { each, highs, optimal, plain } from './solvers.ts';

/** Programs built around their optimum, their units spread over up to six decades either way. */
const programs = Array.from({ length: 300 }, (_, k) => {
  const random = randomOf(`built ${k}`);
  return knownProgram(random, 2 + random.below(20), 1 + random.below(15), [0, 3, 6][k % 3]!);
});

/** Relative to the size of the terms: the tolerance to which every answer is checked. */
const EXACT = 1e-7;

describe('300 programs with a known optimum, units from 1e-6 to 1e6', () => {
  it('are all solved by HiGHS, and bounded from the right side, tightly', () => {
    let proven = 0;
    for (const { program, objective, size } of programs) {
      const solution = optimal(solveLinear(program, [highs]));
      expect(Math.abs(solution.objective - objective)).toBeLessThanOrEqual(EXACT * size);
      if (solution.boundKind === 'numerical') continue;
      proven += 1;
      const room = program.sense === 'maximize' ? solution.bound - objective : objective - solution.bound;
      // The optimum as computed by the test carries the rounding of its own sum.
      expect(room).toBeGreaterThanOrEqual(-1e-14 * size);
      expect(room).toBeLessThanOrEqual(1e-9 * size);
    }
    expect(proven).toBeGreaterThanOrEqual(30);
  });

  it('are all solved by the plain solver', () => {
    for (const { program, objective, size } of programs) {
      const solution = optimal(solveLinear(program, [plain]));
      expect(Math.abs(solution.objective - objective)).toBeLessThanOrEqual(EXACT * size);
    }
  });
});

describe('bounds far out, in the place of none', () => {
  it.each([
    [1e4, 1e12],
    [1e9, 1e30],
  ])('from %d to %d change no answer', (least, most) => {
    let solved = 0;
    for (let k = 0; k < 60; k++) {
      const random = randomOf(`far ${k}`);
      const { program, objective, size } = knownProgram(random, 2 + random.below(20), 1 + random.below(15), 0);
      const far = (): number => least * (most / least) ** random.between(0, 1);
      const columns = {
        ...program.columns,
        lower: program.columns.lower.map((bound) => (bound === -Infinity ? -far() : bound)),
        upper: program.columns.upper.map((bound) => (bound === Infinity ? far() : bound)),
      };
      const solution = solveLinear({ ...program, columns }, [highs]);
      if (solution.status === 'failed') continue;
      expect(Math.abs(optimal(solution).objective - objective)).toBeLessThanOrEqual(EXACT * size);
      solved += 1;
    }
    expect(solved).toBeGreaterThanOrEqual(59);
  });
});

/** Eight channels in three brackets of falling return, a budget and a cap, in thousands: its optimum is unique. */
function mediaPlan(money: number): LinearProgram {
  const builder = programBuilder('maximize');
  const pieces = Array.from({ length: 24 }, (_, k) =>
    builder.addColumn({ cost: 3 / (1 + (k % 3)) + ((k * 7) % 23) / 17, upper: (20 + ((k * 5) % 13)) * money }),
  );
  builder.addRow({ terms: pieces.map((j) => [j, 1] as const), upper: 300 * money });
  builder.addRow({ terms: pieces.slice(0, 9).map((j) => [j, 1] as const), lower: 40 * money, upper: 90 * money });
  return builder.build();
}

describe.each(each)('$name and the unit of money', ({ solver }) => {
  const here = optimal(solveLinear(mediaPlan(1), [solver]));

  it.each([1e-9, 1e-6, 1e6, 1e9])('gives the same plan and prices with everything times %d', (money) => {
    const there = optimal(solveLinear(mediaPlan(money), [solver]));
    expect(there.objective / money).toBeCloseTo(here.objective, 5);
    for (const [j, value] of here.values.entries()) expect(there.values[j]! / money).toBeCloseTo(value, 6);
    for (const [i, dual] of here.rowDuals.entries()) expect(there.rowDuals[i]).toBeCloseTo(dual, 6);
  });

  it.each([2 ** -30, 2 ** 30])('gives the same bits with everything times %d, a power of two', (money) => {
    const there = optimal(solveLinear(mediaPlan(money), [solver]));
    expect(there.values.map((value) => value / money)).toEqual(here.values);
    expect(there.rowDuals).toEqual(here.rowDuals);
  });
});
