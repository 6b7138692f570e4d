import { loadHighs } from '../../src/linear/highs.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import { dualSimplex } from '../../src/linear/dual-simplex.ts';
import type { LinearSolution, Optimal } from '../../src/linear/solution.ts';

export const highs: LinearSolver = await loadHighs();

export const plain: LinearSolver = dualSimplex();

/** Both solvers, one after the other, for `describe.each`. */
export const each: readonly { readonly name: string; readonly solver: LinearSolver }[] = [
  { name: highs.name, solver: highs },
  { name: plain.name, solver: plain },
];

/** The solution as an optimum; a test that gets anything else fails with what it got. */
export function optimal(solution: LinearSolution): Optimal {
  if (solution.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(solution)}`);
  return solution;
}
