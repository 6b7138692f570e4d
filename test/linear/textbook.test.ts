import { describe, expect, it } from 'vitest';
import { programBuilder, type LinearProgram, type Sense } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { each, optimal } from './solvers.ts';

/** The tolerance to which every answer is checked is 1e-7 of the unit. */
const DIGITS = 6;

interface Column {
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** A program written as a tableau: columns, then rows as [coefficients, lower, upper]. */
function tableau(
  sense: Sense,
  columns: readonly Column[],
  rows: readonly (readonly [coefficients: readonly number[], lower: number, upper: number])[],
): LinearProgram {
  const builder = programBuilder(sense);
  for (const column of columns) builder.addColumn(column);
  for (const [coefficients, lower, upper] of rows) {
    builder.addRow({ terms: coefficients.map((value, j) => [j, value] as const), lower, upper });
  }
  return builder.build();
}

const free = { lower: -Infinity };

describe.each(each)('$name on textbook programs', ({ solver }) => {
  it('finds the product mix of Hillier and Lieberman, section 3.1, with its shadow prices', () => {
    const program = tableau(
      'maximize',
      [{ cost: 3 }, { cost: 5 }],
      [
        [[1, 0], -Infinity, 4],
        [[0, 2], -Infinity, 12],
        [[3, 2], -Infinity, 18],
      ],
    );
    const { values, objective, bound, rowDuals, reducedCosts } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(36, DIGITS);
    expect(bound).toBeCloseTo(36, DIGITS);
    expect(values[0]).toBeCloseTo(2, DIGITS);
    expect(values[1]).toBeCloseTo(6, DIGITS);
    expect(rowDuals[0]).toBeCloseTo(0, DIGITS);
    expect(rowDuals[1]).toBeCloseTo(1.5, DIGITS);
    expect(rowDuals[2]).toBeCloseTo(1, DIGITS);
    expect(reducedCosts[0]).toBeCloseTo(0, DIGITS);
  });

  it('gives the duals of a minimum the sign of the change per unit', () => {
    // The corner of x + y = 4 and x + 3y = 6 is (3, 1); duals solve y1 + y2 = 2, y1 + 3 y2 = 3.
    const program = tableau(
      'minimize',
      [{ cost: 2 }, { cost: 3 }],
      [
        [[1, 1], 4, Infinity],
        [[1, 3], 6, Infinity],
      ],
    );
    const { values, objective, rowDuals } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(9, DIGITS);
    expect([...values]).toEqual([expect.closeTo(3, DIGITS), expect.closeTo(1, DIGITS)]);
    expect([...rowDuals]).toEqual([expect.closeTo(1.5, DIGITS), expect.closeTo(0.5, DIGITS)]);
  });

  it('handles columns without bounds and an equality', () => {
    // x = 1 - y, so the cost is 1 + y, and x - y = 1 - 2y <= 3 stops y at -1.
    const program = tableau(
      'minimize',
      [
        { cost: 1, ...free },
        { cost: 2, ...free },
      ],
      [
        [[1, 1], 1, 1],
        [[1, -1], -Infinity, 3],
      ],
    );
    const { values, objective, rowDuals } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(0, DIGITS);
    expect([...values]).toEqual([expect.closeTo(2, DIGITS), expect.closeTo(-1, DIGITS)]);
    expect([...rowDuals]).toEqual([expect.closeTo(1.5, DIGITS), expect.closeTo(-0.5, DIGITS)]);
  });

  it('prices the binding side of a range', () => {
    const program = tableau('maximize', [{ cost: -1 }], [[[1], 2, 5]]);
    const { values, rowDuals } = optimal(solveLinear(program, [solver]));
    expect(values[0]).toBeCloseTo(2, DIGITS);
    expect(rowDuals[0]).toBeCloseTo(-1, DIGITS);
  });

  it('gives the worth of a binding column bound as its reduced cost', () => {
    const program = tableau('maximize', [{ cost: 2, upper: 3 }, { cost: 1 }], [[[1, 1], -Infinity, 5]]);
    const { objective, rowDuals, reducedCosts } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(8, DIGITS);
    expect(rowDuals[0]).toBeCloseTo(1, DIGITS);
    expect([...reducedCosts]).toEqual([expect.closeTo(1, DIGITS), expect.closeTo(0, DIGITS)]);
  });

  it('handles negative, one-sided and fixed columns', () => {
    const program = tableau(
      'maximize',
      [
        { cost: 1, lower: -5, upper: -2 },
        { cost: 1, lower: -Infinity, upper: 4 },
        { cost: 1, lower: 7, upper: 7 },
      ],
      [[[1, 1, 1], -10, Infinity]],
    );
    const { values, objective } = optimal(solveLinear(program, [solver]));
    expect([...values]).toEqual([-2, 4, 7]);
    expect(objective).toBe(9);
  });

  it('finds the cheapest transport from two stores to three markets', () => {
    // All of market 3 and 5 units of market 1 from store 1, the rest from store 2: 15 + 10 + 25 + 100.
    const program = tableau(
      'minimize',
      [2, 3, 1, 5, 4, 8].map((cost) => ({ cost })),
      [
        [[1, 1, 1, 0, 0, 0], -Infinity, 20],
        [[0, 0, 0, 1, 1, 1], -Infinity, 30],
        [[1, 0, 0, 1, 0, 0], 10, 10],
        [[0, 1, 0, 0, 1, 0], 25, 25],
        [[0, 0, 1, 0, 0, 1], 15, 15],
      ],
    );
    expect(optimal(solveLinear(program, [solver])).objective).toBeCloseTo(150, DIGITS);
  });

  it('does not cycle where the textbook simplex does (Beale 1955)', () => {
    const program = tableau(
      'minimize',
      [{}, {}, {}, { cost: -3 / 4 }, { cost: 20 }, { cost: -1 / 2 }, { cost: 6 }],
      [
        [[1, 0, 0, 1 / 4, -8, -1, 9], 0, 0],
        [[0, 1, 0, 1 / 2, -12, -1 / 2, 3], 0, 0],
        [[0, 0, 1, 0, 0, 1, 0], 1, 1],
      ],
    );
    const { values, objective } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(-5 / 4, DIGITS);
    expect([...values].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0.75, 0, 0, 1, 0, 1, 0]);
  });

  it('solves the cube of Klee and Minty, whose coefficients span four decades', () => {
    const size = 6;
    const program = tableau(
      'maximize',
      Array.from({ length: size }, (_, j) => ({ cost: 2 ** (size - 1 - j) })),
      Array.from(
        { length: size },
        (_, i) =>
          [
            Array.from({ length: size }, (_, j) => (j < i ? 2 ** (i - j + 1) : j === i ? 1 : 0)),
            -Infinity,
            5 ** (i + 1),
          ] as const,
      ),
    );
    const { values, objective } = optimal(solveLinear(program, [solver]));
    expect(objective).toBeCloseTo(15_625, 2);
    expect(values[size - 1]).toBeCloseTo(15_625, 2);
  });

  it('takes programs without rows, without columns and with an empty row', () => {
    expect([...optimal(solveLinear(tableau('maximize', [{ cost: 2, upper: 3 }], []), [solver])).values]).toEqual([3]);
    expect(optimal(solveLinear(tableau('maximize', [], []), [solver])).objective).toBe(0);
    expect(optimal(solveLinear(tableau('maximize', [], [[[], -1, 1]]), [solver])).objective).toBe(0);
    const idle = tableau('maximize', [{ cost: 1, upper: 2 }], [[[0], -1, Infinity]]);
    expect(optimal(solveLinear(idle, [solver])).objective).toBe(2);
  });

  it('chooses a corner of a whole edge of optima, and the same one every time', () => {
    const program = tableau('maximize', [{ cost: 1 }, { cost: 1 }], [[[1, 1], -Infinity, 1]]);
    const first = optimal(solveLinear(program, [solver]));
    expect(first.objective).toBeCloseTo(1, DIGITS);
    for (let again = 0; again < 3; again++) expect(solveLinear(program, [solver])).toEqual(first);
  });

  it('cares for no name', () => {
    const named = (names: readonly string[]) => {
      const builder = programBuilder('maximize');
      const columns = names.map((name, j) => builder.addColumn({ name, cost: 1 + j, upper: 100 }));
      builder.addRow({ name: 'st', terms: columns.map((j) => [j, 1] as const), upper: 240 });
      return builder.build();
    };
    const strange = [
      'Google Ads',
      'free',
      'End',
      'st',
      '3x',
      '',
      'x y',
      '=1+1',
      'worth',
      'feasible',
      '渠道',
      '__proto__',
    ];
    const ordinary = strange.map((_, j) => `c${j}`);
    const { values, objective } = optimal(solveLinear(named(ordinary), [solver]));
    expect(objective).toBeCloseTo(100 * 12 + 100 * 11 + 40 * 10, DIGITS);
    expect([...optimal(solveLinear(named(strange), [solver])).values]).toEqual([...values]);
  });
});
