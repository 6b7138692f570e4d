import { type Attempt, attempt } from './attempt.ts';
import { withColumnBounds, withCosts, withRowBounds, withRows, withRowsWhere } from './edit.ts';
import type { LinearProgram } from './program.ts';
import { openScaled, type ScaledSession } from './scaled-session.ts';
import type { Claim, LinearSession, LinearSolver, SolveOptions } from './session.ts';
import type { Failed, Infeasible, LinearSolution, Unbounded } from './solution.ts';
import { checkBounds, checkCosts, checkProgram, checkRows, contradiction } from './validate.ts';

/** Proves the claim that a program has no point or no best one, or says nothing. */
export type Confirm = (
  program: LinearProgram,
  claim: Claim,
  options: SolveOptions,
) => Infeasible | Unbounded | undefined;

/**
 * A session in which the first solver that accepts the program keeps it warm, every answer is checked, every claim has
 * to be confirmed, and whatever does not hold is asked again: of every solver in turn, from the start.
 */
export function openChecked(opened: LinearProgram, solvers: readonly LinearSolver[], confirm: Confirm): LinearSession {
  checkProgram(opened);
  const count = opened.columns.cost.length;
  let program = opened;
  let kept: { readonly solver: LinearSolver; readonly session: ScaledSession } | undefined;
  const drop = (): void => {
    kept?.session.close();
    kept = undefined;
  };
  const settle = (result: Attempt, options: SolveOptions): LinearSolution => {
    if (result.status !== 'claim') return result;
    return confirm(program, result, options) ?? unreliable(`called ${result.of}, which cannot be confirmed`);
  };
  return {
    addRows(rows) {
      checkRows(rows, count);
      program = withRows(program, rows);
      kept?.session.addRows(rows);
    },
    removeRows(indices) {
      const absent = indices.find((row) => !(row in program.rows.lower));
      if (absent !== undefined) throw new Error(`Malformed linear program: there is no row ${absent} to remove.`);
      const removed = new Set(indices);
      program = withRowsWhere(program, (row) => !removed.has(row));
      kept?.session.removeRows(indices);
    },
    setRowBounds(row, lower, upper) {
      checkBounds('row', Float64Array.of(lower), Float64Array.of(upper), 1);
      program = withRowBounds(program, row, lower, upper);
      kept?.session.setRowBounds(row, lower, upper);
    },
    setColumnBounds(lower, upper) {
      checkBounds('column', lower, upper, count);
      program = withColumnBounds(program, lower, upper);
      kept?.session.setColumnBounds(lower, upper);
    },
    setCosts(cost) {
      checkCosts(cost, count);
      program = withCosts(program, cost);
      kept?.session.setCosts(cost);
    },
    solve(options = {}) {
      const crossed = contradiction(program);
      if (crossed !== undefined) return crossed;
      const reasons: string[] = [];
      const fit = solvers.filter((solver) => solver.accepts(program));
      if (kept !== undefined && !fit.includes(kept.solver)) drop();
      // The session at hand, then each solver from the start: a fresh scaling often mends what an old one could not.
      for (const next of [kept, ...fit]) {
        if (next === undefined) continue;
        kept = 'session' in next ? next : { solver: next, session: openScaled(next, program) };
        const solution = settle(attempt(program, kept.solver, kept.session, options), options);
        if (solution.status !== 'failed' || solution.reason === 'time limit') return solution;
        reasons.push(solution.why);
        drop();
      }
      return unreliable(reasons.length > 0 ? reasons.join('; ') : 'no solver accepts the program');
    },
    close: drop,
  };
}

function unreliable(why: string): Failed {
  return { status: 'failed', reason: 'unreliable', why };
}
