import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder } from '../../src/linear/program.ts';
import type { Answer, LinearSolver } from '../../src/linear/session.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { highs, plain } from './solvers.ts';

/** The product mix: best at (2, 6) with duals 1.5 and 1. */
function productMix(): LinearProgram {
  const builder = programBuilder('maximize');
  builder.addColumn({ cost: 3, upper: 4 });
  builder.addColumn({ cost: 5, upper: 100 });
  builder.addRow({ terms: [[1, 2]], upper: 12 });
  builder.addRow({
    terms: [
      [0, 3],
      [1, 2],
    ],
    upper: 18,
  });
  return builder.build();
}

/** A solver that says the same whatever it is asked. */
function insists(answer: Answer): LinearSolver {
  const nothing = () => {};
  return {
    name: 'liar',
    accepts: () => true,
    open: () => ({
      addRows: nothing,
      removeRows: nothing,
      setRowBounds: nothing,
      setColumnBounds: nothing,
      setCosts: nothing,
      close: nothing,
      solve: () => answer,
    }),
  };
}

/** Claims a point and duals in the program's own units, whatever the scaling. */
function claims(values: readonly number[], rowDuals: readonly number[]): LinearSolver {
  return {
    ...insists({ status: 'claim', of: 'infeasible' }),
    open: (scaled) => {
      const program = productMix();
      const unit = program.columns.upper.map((upper, j) => upper / scaled.columns.upper[j]!);
      const row = program.rows.upper.map((upper, i) => scaled.rows.upper[i]! / upper);
      const money = scaled.columns.cost[0]! / (3 * unit[0]!);
      return insists({
        status: 'optimal',
        values: Float64Array.from(values, (value, j) => value / unit[j]!),
        rowDuals: Float64Array.from(rowDuals, (dual, i) => (dual * money) / row[i]!),
      }).open(scaled);
    },
  };
}

const liars: readonly (readonly [string, LinearSolver])[] = [
  ['a point that breaks a row', claims([4, 6], [1.5, 1])],
  ['a point that breaks a row by a thousandth', claims([2.001, 6.001], [1.5, 1])],
  ['a point that breaks a bound', claims([4.5, 2.25], [0, 1])],
  ['a point that is not the best, with the duals of the best', claims([4, 3], [1.5, 1])],
  ['a point that is not the best, with duals of its own', claims([4, 3], [0, 2.5])],
  ['the best point with wrong duals', claims([2, 6], [1.4, 1.1])],
  ['the best point with a dual of the wrong sign', claims([2, 6], [2.5, -1])],
  ['a point that is no number', claims([NaN, 6], [1.5, 1])],
  ['duals that are no numbers', claims([2, 6], [NaN, 1])],
  ['that there is no point', insists({ status: 'claim', of: 'infeasible' })],
  ['that there is no end', insists({ status: 'claim', of: 'unbounded' })],
  ['that there is no point or no end', insists({ status: 'claim', of: 'infeasible or unbounded' })],
  ['that it failed', insists({ status: 'failed', reason: 'unreliable', why: 'no reason' })],
];

describe('a solver that claims', () => {
  it.each([
    ['the truth', claims([2, 6], [1.5, 1])],
    ['the truth but for rounding', claims([2 + 1e-9, 6 - 1e-9], [1.5 + 1e-10, 1])],
  ])('%s is believed', (_, solver) => {
    expect(solveLinear(productMix(), [solver])).toMatchObject({
      status: 'optimal',
      objective: expect.closeTo(36, 7),
    });
  });

  it.each(liars)('%s is not believed', (_, liar) => {
    expect(solveLinear(productMix(), [liar])).toMatchObject({ status: 'failed', reason: 'unreliable' });
  });

  it.each(liars)('%s is overruled by the next', (_, liar) => {
    expect(solveLinear(productMix(), [liar, plain])).toMatchObject({
      status: 'optimal',
      objective: expect.closeTo(36, 9),
    });
  });

  it('that it ran out of time is taken at its word, and no other is asked', () => {
    const late = insists({ status: 'failed', reason: 'time limit', why: 'late' });
    expect(solveLinear(productMix(), [late, plain])).toMatchObject({ status: 'failed', reason: 'time limit' });
  });

  it('a point of an integer program that breaks a row is not believed', () => {
    const program = productMix();
    const whole = { ...program, columns: { ...program.columns, integer: Uint8Array.of(1, 1) } };
    const found = (values: readonly number[]): LinearSolver => ({
      ...highs,
      name: 'liar',
      open: (scaled) =>
        scaled.columns.integer === undefined
          ? highs.open(scaled)
          : insists({ status: 'found', values: Float64Array.from(values), bound: 1e9, finished: true }).open(scaled),
    });
    expect(solveLinear(whole, [found([2, 6])])).toMatchObject({ status: 'optimal', objective: 36 });
    expect(solveLinear(whole, [found([3, 6])])).toMatchObject({ status: 'failed' });
    expect(solveLinear(whole, [found([2, 7])])).toMatchObject({ status: 'failed' });
  });
});

describe('no solver', () => {
  it('is said to be there when none accepts the program', () => {
    const program = productMix();
    const whole = { ...program, columns: { ...program.columns, integer: Uint8Array.of(1, 0) } };
    expect(solveLinear(whole, [plain])).toEqual({
      status: 'failed',
      reason: 'unreliable',
      why: 'no solver accepts the program',
    });
    expect(solveLinear(program, [])).toMatchObject({ status: 'failed' });
  });
});
