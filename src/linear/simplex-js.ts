/**
 * javascript-lp-solver behind this folder's interface: a plain tableau in JavaScript that is there at once. It keeps
 * nothing between solves. Its own results are rounded and come without duals, so both are read from its final tableau.
 * It is wrong now and then, more so when numbers are badly scaled or many: it gets small scaled programs only, and
 * nothing it says goes unchecked.
 */
import solver from 'javascript-lp-solver';
import { Cancelled } from '../errors.ts';
import { withColumnBounds, withCosts, withRowBounds, withRows, withRowsWhere } from './edit.ts';
import type { LinearProgram } from './program.ts';
import type { Answer, LinearSolver, Session, SolveOptions } from './session.ts';
import { standardize } from './standard.ts';

/** Beyond this the tableau takes longer than HiGHS takes to load, and its errors grow. */
const MOST_COLUMNS = 100;

/** Rows times columns: the same limit for programs with many rows. */
const MOST_CELLS = 10_000;

/** Pivots per row and column before a run counts as endless; three are usual. */
const MOST_PIVOTS = 20;

const ENDLESS = new Error('too many pivots');

/** A solver for small programs without integer columns. Limits of time are ignored: it has no clock. */
export function simplexJs(): LinearSolver {
  return {
    name: 'javascript-lp-solver',
    accepts: ({ columns, rows }) =>
      columns.cost.length <= MOST_COLUMNS &&
      columns.cost.length * rows.lower.length <= MOST_CELLS &&
      columns.integer?.includes(1) !== true,
    open,
  };
}

function open(opened: LinearProgram): Session<Answer> {
  let program = opened;
  return {
    addRows(rows) {
      program = withRows(program, rows);
    },
    removeRows(indices) {
      program = withRowsWhere(program, (row) => !indices.includes(row));
    },
    setRowBounds(row, lower, upper) {
      program = withRowBounds(program, row, lower, upper);
    },
    setColumnBounds(lower, upper) {
      program = withColumnBounds(program, lower, upper);
    },
    setCosts(cost) {
      program = withCosts(program, cost);
    },
    solve: (options) => solve(program, options),
    close() {},
  };
}

function solve(program: LinearProgram, { shouldStop }: SolveOptions = {}): Answer {
  const { standard, values, rowDuals } = standardize(program);
  const model = new solver.Model();
  model.maximize();
  // Its presolve sets the cost of fixed columns to zero and forgets them.
  model.usePresolve = false;
  // Its search for cycles calls some programs infeasible and lets others turn for ever: pivots are counted instead.
  model.debug(false);
  const columns = standard.cost.map((cost) => model.addVariable(cost));
  const rows = standard.rows.map((row, i) => {
    const constraint = model.smallerThan(standard.limits[i]!);
    for (const [j, value] of row) constraint.addTerm(value, columns[j]!);
    return constraint;
  });
  const { tableau } = model;
  limitPivots(tableau, MOST_PIVOTS * (1 + rows.length + columns.length), shouldStop);
  try {
    const { feasible, bounded } = model.solve();
    if (!feasible || !bounded) return { status: 'claim', of: feasible ? 'unbounded' : 'infeasible' };
  } catch (error) {
    if (error !== ENDLESS) throw error;
    return { status: 'failed', reason: 'unreliable', why: 'javascript-lp-solver turns in circles' };
  }
  const { matrix, width, rhsColumn, rowByVarIndex, colByVarIndex } = tableau;
  const valueOf = (index: number): number => {
    const row = rowByVarIndex[index]!;
    return row === -1 ? 0 : matrix[row * width + rhsColumn]!;
  };
  const priceOf = (index: number): number => {
    const column = colByVarIndex[index]!;
    return column === -1 ? 0 : -matrix[column]!;
  };
  return {
    status: 'optimal',
    values: values(columns.map(({ index }) => valueOf(index))),
    rowDuals: rowDuals(rows.map(({ slack }) => priceOf(slack.index))),
  };
}

/** Makes a tableau give up after so many pivots: its loops have no other end. */
function limitPivots(tableau: Tableau, most: number, shouldStop: (() => boolean) | undefined): void {
  const pivot = tableau.pivot.bind(tableau);
  let left = most;
  tableau.pivot = (row, column) => {
    if (shouldStop?.() === true) throw new Cancelled();
    left -= 1;
    if (left < 0) throw ENDLESS;
    pivot(row, column);
  };
}

type Tableau = InstanceType<typeof solver.Tableau>;
