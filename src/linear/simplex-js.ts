/**
 * javascript-lp-solver behind this folder's interface: a plain tableau in JavaScript that is there at once. It keeps
 * nothing between solves and gives no duals, so the dual program is solved as one of its own. It is wrong now and then
 * when numbers are badly scaled or many: it gets small scaled programs only, and nothing it says goes unchecked.
 */
import solver from 'javascript-lp-solver';
import { withColumnBounds, withCosts, withRowBounds, withRows, withRowsWhere } from './edit.ts';
import type { LinearProgram } from './program.ts';
import type { Answer, LinearSolver, Session } from './session.ts';
import { dualOf, type StandardProgram, standardize } from './standard.ts';

/** Beyond this the tableau takes longer than HiGHS takes to load, and its errors grow. */
const MOST_COLUMNS = 100;

/** Rows times columns: the same limit for programs with many rows. */
const MOST_CELLS = 10_000;

/** A solver for small programs without integer columns. It cannot be stopped: limits of time are ignored. */
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
    solve: () => solve(program),
    close() {},
  };
}

function solve(program: LinearProgram): Answer {
  const { standard, values, rowDuals } = standardize(program);
  const primal = maximize(standard);
  if (typeof primal === 'string') return { status: 'claim', of: primal };
  const dual = maximize(dualOf(standard));
  if (typeof dual === 'string') {
    return { status: 'failed', reason: 'unreliable', why: `javascript-lp-solver: the dual program is ${dual}` };
  }
  return { status: 'optimal', values: values(primal), rowDuals: rowDuals(dual) };
}

/** The best x, or why there is none. */
function maximize({ cost, rows, limits }: StandardProgram): readonly number[] | 'infeasible' | 'unbounded' {
  const columns = cost.map((value): Record<string, number> => ({ worth: value }));
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row) columns[j]![`r${i}`] = value;
  }
  const result = solver.Solve({
    optimize: 'worth',
    opType: 'max',
    constraints: Object.fromEntries(limits.map((limit, i) => [`r${i}`, { max: limit }])),
    variables: Object.fromEntries(columns.map((column, j) => [`x${j}`, column])),
    // Its presolve sets the cost of fixed columns to zero and forgets them.
    options: { presolve: false },
  }) as SolveResult;
  if (!result.feasible) return 'infeasible';
  if (result.bounded === false) return 'unbounded';
  return cost.map((_, j) => Number(result[`x${j}`] ?? 0));
}

interface SolveResult {
  readonly feasible: boolean;
  readonly bounded?: boolean;
  readonly [column: `x${number}`]: number;
}
