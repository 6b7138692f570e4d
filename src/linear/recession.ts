import { type Prover, optimum } from './prover.ts';
import type { LinearProgram } from './program.ts';
import { TOLERANCE } from './scale.ts';
import { scalingOf } from './scaling.ts';
import type { Unbounded } from './solution.ts';

/**
 * A direction in which one can go on for ever and the objective improves all the way, if there is one: the best
 * direction of bounded length that no finite limit opposes. Whether there is a point to start from is another question.
 */
export function endlessDirection(program: LinearProgram, prover: Prover): Unbounded | undefined {
  const { columns, rows } = program;
  const { columns: units, objective } = scalingOf(program);
  const opposing = (bounds: Float64Array, otherwise: (index: number) => number): Float64Array =>
    bounds.map((bound, index) => (Number.isFinite(bound) ? 0 : otherwise(index)));
  const best = optimum(
    {
      sense: program.sense,
      columns: {
        cost: columns.cost,
        lower: opposing(columns.lower, (j) => -units[j]!),
        upper: opposing(columns.upper, (j) => units[j]!),
      },
      rows: { ...rows, lower: opposing(rows.lower, () => -Infinity), upper: opposing(rows.upper, () => Infinity) },
    },
    prover,
  );
  if (best === undefined || Math.abs(best.objective) * objective <= TOLERANCE) return undefined;
  const moving = Array.from(columns.cost, (_, j) => j).filter((j) => Math.abs(best.values[j]!) > TOLERANCE * units[j]!);
  return { status: 'unbounded', direction: best.values, columns: moving };
}
