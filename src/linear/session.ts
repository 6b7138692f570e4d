/** What every solver offers, and what this folder offers over them: one interface for both. */
import type { LinearProgram, Rows } from './program.ts';
import type { Failed, LinearSolution } from './solution.ts';

/** A program kept by a solver while it is changed and solved again, as cutting planes need it. */
export interface Session<Result> {
  /** Adds rows after the present ones. */
  addRows(rows: Rows): void;
  /** Removes rows by present index; those after them move up. */
  removeRows(indices: readonly number[]): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  /** Sets the bounds of all columns. */
  setColumnBounds(lower: Float64Array, upper: Float64Array): void;
  /** Sets the costs of all columns. */
  setCosts(cost: Float64Array): void;
  solve(options?: SolveOptions): Result;
  /** Frees what the solver holds; the session must not be used afterwards. */
  close(): void;
}

/** A session whose every answer is checked. */
export type LinearSession = Session<LinearSolution>;

export interface SolveOptions {
  /** Seconds for one run of a solver; without end when left out. A run may exceed it by one step of its presolve. */
  readonly timeLimit?: number;
  /** With integer columns: relative gap at which a point counts as optimal; 1e-4 when left out. */
  readonly gap?: number;
  /** Whether a program without a point is told without the limits that clash: to find them takes a solve for each. */
  readonly unexplained?: boolean;
  /** Asked now and then while a solver runs; when it answers true, `solve` throws `Cancelled`. */
  readonly shouldStop?: () => boolean;
}

/** A solver as seen by this folder. Its answers are claims: whoever asks it has to check them. */
export interface LinearSolver {
  readonly name: string;
  /** Whether this solver is fit for a program of that kind and size. */
  accepts(program: LinearProgram): boolean;
  /** Never throws: what goes wrong is the answer of `solve`. */
  open(program: LinearProgram): Session<Answer>;
}

export type Answer =
  | { readonly status: 'optimal'; readonly values: Float64Array; readonly rowDuals: Float64Array }
  | {
      /** With integer columns: the best point found, and whether the gap asked for was reached. */
      readonly status: 'found';
      readonly values: Float64Array;
      readonly bound: number;
      readonly finished: boolean;
    }
  | Claim
  | Failed;

/** The solver says that there is no point, or no best one. `explain` looks for the proof. */
export interface Claim {
  readonly status: 'claim';
  readonly of: 'infeasible' | 'unbounded' | 'infeasible or unbounded';
}

/** Relative gap at which a search over integer columns ends when nobody asks for another. */
export const USUAL_GAP = 1e-4;
