import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import type { ConcaveProblem } from './concave-problem.ts';
import { rowsOfCuts, worthsOfGuards, type Cut, type CutRow } from './cuts.ts';

/** The tangents that a search has found, as rows of its linear program; those that no longer matter can be dropped. */
export interface CutPool {
  readonly cuts: ReadonlySet<Cut>;
  readonly add: (cuts: readonly Cut[]) => void;
  /** Remembers which cuts hold the program at its solution. */
  readonly note: (solution: LinearPoint) => void;
  /** Ends a round: cuts that have held no program for a while are dropped, so that programs stay small. */
  readonly endRound: () => void;
  /** The cuts that have held a program lately. */
  readonly mattering: () => readonly Cut[];
  /** Change of the goal per unit by which each guard's `least` rises, at a solution of the program as it is now. */
  readonly worthsOfGuards: (solution: LinearPoint) => readonly number[];
}

/** A cut that has held no program for so many rounds is dropped. */
const IDLE_ROUNDS = 15;
/** A cut that has held a program in so many rounds still matters when the search ends. */
const RECENT_ROUNDS = 6;
/** Rows are dropped only when so many are idle: each time the solver starts anew. */
const FEWEST_DROPPED = 50;

/** A pool without cuts, for a session of the problem's master program. */
export function openCutPool(problem: ConcaveProblem, session: LinearSession): CutPool {
  const first = problem.limits.rows.lower.length;
  const rows: (CutRow & { idle: number })[] = [];
  const cuts = new Set<Cut>();
  return {
    cuts,
    add(added) {
      const { rows: inputs, made } = rowsOfCuts(problem, added);
      session.addRows(inputs);
      for (const row of made) {
        rows.push({ ...row, idle: 0 });
        cuts.add(row.cut);
      }
    },
    note({ rowDuals }) {
      rows.forEach((row, k) => {
        if (rowDuals[first + k] !== 0) row.idle = 0;
      });
    },
    endRound() {
      const idle: number[] = [];
      rows.forEach((row, k) => {
        row.idle += 1;
        if (row.idle > IDLE_ROUNDS) idle.push(k);
      });
      if (idle.length < FEWEST_DROPPED) return;
      session.removeRows(idle.map((k) => first + k));
      const gone = new Set(idle);
      rows.splice(0, rows.length, ...rows.filter((_, k) => !gone.has(k)));
      cuts.clear();
      for (const row of rows) cuts.add(row.cut);
    },
    mattering: () => [...new Set(rows.filter((row) => row.idle <= RECENT_ROUNDS).map(({ cut }) => cut))],
    worthsOfGuards: ({ rowDuals }) => worthsOfGuards(problem.guards.length, rows, rowDuals.subarray(first)),
  };
}
