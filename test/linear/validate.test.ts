import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder, rowsOf } from '../../src/linear/program.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import { openLinear, solveLinear } from '../../src/linear/solve.ts';
import { highs } from './solvers.ts';

const refuse: LinearSolver = {
  name: 'none',
  accepts: () => true,
  open: () => {
    throw new Error('a solver was asked');
  },
};

function sound(): LinearProgram {
  const builder = programBuilder('maximize');
  builder.addColumn({ cost: 1, upper: 10 });
  builder.addColumn({ cost: 2, upper: 10 });
  builder.addRow({
    terms: [
      [0, 1],
      [1, 1],
    ],
    upper: 15,
  });
  return builder.build();
}

/** The program with one number of one of its arrays replaced. */
function spoilt(part: 'columns' | 'rows', field: string, index: number, value: number): LinearProgram {
  const program = sound();
  const arrays = program[part] as unknown as Record<string, Float64Array | Int32Array>;
  return { ...program, [part]: { ...program[part], [field]: arrays[field]!.with(index, value) } };
}

describe('a malformed program', () => {
  it.each([
    ['columns', 'cost', NaN, 'column 0 has cost NaN'],
    ['columns', 'cost', Infinity, 'column 0 has cost Infinity'],
    ['columns', 'cost', -Infinity, 'column 0 has cost -Infinity'],
    ['columns', 'cost', 1e120, 'column 0 has cost 1e+120'],
    ['columns', 'lower', NaN, 'column 0 has lower bound NaN'],
    ['columns', 'lower', Infinity, 'column 0 has lower bound Infinity'],
    ['columns', 'upper', NaN, 'column 0 has upper bound NaN'],
    ['columns', 'upper', -Infinity, 'column 0 has upper bound -Infinity'],
    ['rows', 'lower', NaN, 'row 0 has lower bound NaN'],
    ['rows', 'lower', Infinity, 'row 0 has lower bound Infinity'],
    ['rows', 'upper', NaN, 'row 0 has upper bound NaN'],
    ['rows', 'upper', -Infinity, 'row 0 has upper bound -Infinity'],
    ['rows', 'values', NaN, 'row 0 has coefficient NaN in column 0'],
    ['rows', 'values', Infinity, 'row 0 has coefficient Infinity in column 0'],
    ['rows', 'indices', 2, 'row 0 names column 2 of 2'],
    ['rows', 'indices', -1, 'row 0 names column -1 of 2'],
    ['rows', 'indices', 1, 'row 0 names column 1 twice'],
    ['rows', 'starts', 1, 'starts does not fit 1 rows'],
  ] as const)('with %s.%s = %d is refused before a solver is asked', (part, field, value, why) => {
    expect(() => solveLinear(spoilt(part, field, 0, value), [refuse])).toThrow(`Malformed linear program: ${why}.`);
  });

  it('with arrays that do not fit together is refused', () => {
    const { sense, columns, rows } = sound();
    const refused = (program: Partial<LinearProgram>) => () =>
      solveLinear({ sense, columns, rows, ...program }, [refuse]);
    expect(refused({ columns: { ...columns, cost: Float64Array.of(1) } })).toThrow('bounds do not fit 1 columns');
    expect(refused({ columns: { ...columns, integer: Uint8Array.of(1) } })).toThrow('integer has 1 entries for 2');
    expect(refused({ columns: { ...columns, names: ['a'] } })).toThrow('1 names for 2 columns');
    expect(refused({ rows: { ...rows, values: Float64Array.of(1) } })).toThrow('do not end together');
    expect(refused({ rows: { ...rows, starts: Int32Array.of(0, 1) } })).toThrow('do not end together');
    expect(refused({ rows: { ...rows, upper: Float64Array.of() } })).toThrow('bounds do not fit 1 rows');
  });

  it('is refused by an open session as well, which stays as it was', () => {
    const session = openLinear(sound(), [highs]);
    expect(() => session.addRows(rowsOf([{ terms: [[0, NaN]] }]))).toThrow('coefficient NaN');
    expect(() => session.addRows(rowsOf([{ terms: [[5, 1]] }]))).toThrow('names column 5 of 2');
    expect(() => session.setCosts(Float64Array.of(1, Infinity))).toThrow('column 1 has cost Infinity');
    expect(() => session.setRowBounds(0, NaN, 1)).toThrow('lower bound NaN');
    expect(() => session.setRowBounds(3, 0, 1)).toThrow();
    expect(() => session.setColumnBounds(Float64Array.of(0), Float64Array.of(1))).toThrow('do not fit 2 columns');
    expect(() => session.removeRows([1])).toThrow('there is no row 1 to remove');
    expect(session.solve()).toMatchObject({ status: 'optimal', objective: 25 });
    session.close();
  });
});

describe('numbers at the edge', () => {
  it.each([
    // The tiny coefficient is below anything that could matter.
    ['1e-320 as a coefficient', spoilt('rows', 'values', 0, 1e-320), 30],
    ['1e-12 as a coefficient', spoilt('rows', 'values', 0, 1e-12), 30],
    // A limit that a solver takes for none is kept nevertheless.
    ['1e20 as a limit', spoilt('rows', 'upper', 0, 1e20), 30],
    ['1e30 as a bound', spoilt('columns', 'upper', 0, 1e30), 25],
    ['1e-320 as a cost', spoilt('columns', 'cost', 0, 1e-320), 20],
  ])('are taken as they are: %s', (_, program, best) => {
    expect(solveLinear(program, [highs])).toMatchObject({ status: 'optimal', objective: expect.closeTo(best, 6) });
  });
});
