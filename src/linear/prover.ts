import type { LinearProgram } from './program.ts';
import type { LinearSession, SolveOptions } from './session.ts';
import type { Optimal } from './solution.ts';

/** Solves the programs by which something about another program is proven. */
export interface Prover {
  open(program: LinearProgram): LinearSession;
  readonly options: SolveOptions;
}

/** The optimum of a program that has one; undefined when no solver can be relied on for it. */
export function optimum(program: LinearProgram, { open, options }: Prover): Optimal | undefined {
  const session = open(program);
  try {
    const solution = session.solve(options);
    return solution.status === 'optimal' ? solution : undefined;
  } finally {
    session.close();
  }
}
