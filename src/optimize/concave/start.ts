import { programBuilder, type LinearProgram } from '../../linear/program.ts';
import type { ConcaveProblem } from './concave-problem.ts';

/**
 * The program whose solution is the point within all limits that is nearest to a wished one (least sum of differences in
 * its columns): columns are those of the limits, then the differences above and below.
 *
 * @param wished  of the first columns; the others may be anything
 */
export function nearestProgram(limits: LinearProgram, wished: Float64Array): LinearProgram {
  const builder = programBuilder('minimize');
  const { lower, upper } = limits.columns;
  for (let k = 0; k < lower.length; k++) builder.addColumn({ lower: lower[k]!, upper: upper[k]! });
  for (let k = 0; k < wished.length; k++) {
    const above = builder.addColumn({ cost: 1 });
    const below = builder.addColumn({ cost: 1 });
    const terms = [
      [k, 1],
      [above, -1],
      [below, 1],
    ] as const;
    builder.addRow({ terms, lower: wished[k]!, upper: wished[k]! });
  }
  addRowsOf(builder, limits);
  return builder.build();
}

/** The master of the cutting planes: columns are those of the limits, then the parts of the goal. */
export function masterProgram({ limits, parts }: ConcaveProblem): LinearProgram {
  const builder = programBuilder('maximize');
  const { lower, upper, cost } = limits.columns;
  for (let k = 0; k < lower.length; k++) builder.addColumn({ lower: lower[k]!, upper: upper[k]!, cost: cost[k]! });
  for (const { weight } of parts) builder.addColumn({ cost: weight, lower: -Infinity });
  addRowsOf(builder, limits);
  return builder.build();
}

/** Adds the rows of a program to a builder. */
export function addRowsOf(builder: ReturnType<typeof programBuilder>, { rows }: LinearProgram): void {
  for (let i = 0; i < rows.lower.length; i++) {
    const terms: [number, number][] = [];
    for (let at = rows.starts[i]!; at < rows.starts[i + 1]!; at++) terms.push([rows.indices[at]!, rows.values[at]!]);
    builder.addRow({ terms, lower: rows.lower[i]!, upper: rows.upper[i]!, name: rows.names?.[i] ?? '' });
  }
}
