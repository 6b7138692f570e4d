import solver from 'javascript-lp-solver';
import type { LinearProgram } from '../../src/linear/program.ts';

/** What javascript-lp-solver says of a small program whose columns have bounds: its objective, or undefined where it finds no solution. */
export function refereed({ sense, columns, rows }: LinearProgram): number | undefined {
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const between = (low: number, high: number) => ({
    ...(low > -Infinity && { min: low }),
    ...(high < Infinity && { max: high }),
  });
  // Its columns begin at nothing: each of ours is counted from its lower bound.
  for (const [j, lower] of columns.lower.entries()) {
    constraints[`bound ${j}`] = between(-Infinity, columns.upper[j]! - lower);
    variables[`x${j}`] = { objective: columns.cost[j]!, [`bound ${j}`]: 1 };
  }
  for (const [i, low] of rows.lower.entries()) {
    let atLower = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.indices[k]!;
      variables[`x${j}`]![`row ${i}`] = rows.values[k]!;
      atLower += rows.values[k]! * columns.lower[j]!;
    }
    constraints[`row ${i}`] = between(low - atLower, rows.upper[i]! - atLower);
  }
  const solved = solver.Solve({
    optimize: 'objective',
    opType: sense === 'maximize' ? 'max' : 'min',
    constraints,
    variables,
    // What it works out before it begins forgets what fixed columns cost.
    options: { presolve: false },
  });
  if (!hasResult(solved)) throw new Error(`no answer: ${JSON.stringify(solved)}`);
  return solved.feasible
    ? solved.result + columns.cost.reduce((sum, cost, j) => sum + cost * columns.lower[j]!, 0)
    : undefined;
}

function hasResult(solved: unknown): solved is { readonly feasible: boolean; readonly result: number } {
  return typeof solved === 'object' && solved !== null && 'feasible' in solved && 'result' in solved;
}
