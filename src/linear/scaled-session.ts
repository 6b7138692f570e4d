import { join } from './edit.ts';
import type { LinearProgram } from './program.ts';
import {
  scaleColumnBounds,
  scaleCosts,
  scaleLower,
  scaleProgram,
  scaleRows,
  scaleUpper,
  type Scaling,
} from './scale.ts';
import { objectiveFactor, rowFactors, scalingOf } from './scaling.ts';
import type { Answer, LinearSolver, Session } from './session.ts';

/** A session in the caller's units over a solver that sees the scaled program only. */
export interface ScaledSession extends Session<Answer> {
  scaling(): Scaling;
}

/**
 * Opens a program with a solver under the scaling that suits it now. Columns keep their factors while it is open; rows
 * added later get their own.
 */
export function openScaled(solver: LinearSolver, program: LinearProgram): ScaledSession {
  let scaling = scalingOf(program);
  const inner = solver.open(scaleProgram(program, scaling));
  return {
    scaling: () => scaling,
    addRows(rows) {
      const factors = rowFactors(rows, scaling.columns);
      scaling = { ...scaling, rows: join(scaling.rows, factors) };
      inner.addRows(scaleRows(rows, factors, scaling.columns));
    },
    removeRows(indices) {
      const removed = new Set(indices);
      scaling = { ...scaling, rows: scaling.rows.filter((_, row) => !removed.has(row)) };
      inner.removeRows(indices);
    },
    setRowBounds: (row, lower, upper) =>
      inner.setRowBounds(row, scaleLower(lower, scaling.rows[row]!), scaleUpper(upper, scaling.rows[row]!)),
    setColumnBounds(lower, upper) {
      const scaled = scaleColumnBounds(lower, upper, scaling.columns);
      inner.setColumnBounds(scaled.lower, scaled.upper);
    },
    setCosts(cost) {
      scaling = { ...scaling, objective: objectiveFactor(cost, scaling.columns) };
      inner.setCosts(scaleCosts(cost, scaling.columns, scaling.objective));
    },
    solve: (options) => unscale(inner.solve(options), scaling),
    close: () => inner.close(),
  };
}

function unscale(answer: Answer, { rows, columns, objective }: Scaling): Answer {
  switch (answer.status) {
    case 'optimal':
      return {
        ...answer,
        values: answer.values.map((value, j) => value * columns[j]!),
        rowDuals: answer.rowDuals.map((dual, i) => (dual * rows[i]!) / objective),
      };
    case 'found':
      return {
        ...answer,
        values: answer.values.map((value, j) => value * columns[j]!),
        bound: answer.bound / objective,
      };
    default:
      return answer;
  }
}
