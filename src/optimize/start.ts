import { programBuilder, type LinearProgram } from '../linear/program.ts';
import type { SpendProgram } from './spend-program.ts';

/**
 * The program whose solution is the plan nearest to today's (least sum of differences) within all limits: columns are
 * spend, then the differences above and below today's.
 */
export function nearestPlanProgram(program: SpendProgram, today: Float64Array): LinearProgram {
  const size = program.lower.length;
  const builder = programBuilder('minimize');
  for (let k = 0; k < size; k++) builder.addColumn({ lower: program.lower[k]!, upper: program.upper[k]! });
  for (let k = 0; k < size; k++) {
    const above = builder.addColumn({ cost: 1 });
    const below = builder.addColumn({ cost: 1 });
    const terms = [
      [k, 1],
      [above, -1],
      [below, 1],
    ] as const;
    builder.addRow({ terms, lower: today[k]!, upper: today[k]! });
  }
  addLimits(builder, program);
  return builder.build();
}

/** The master of the cutting planes: columns are spend, then pieces of the goal; rows are the limits. */
export function masterProgram(program: SpendProgram, pieces: number): LinearProgram {
  const builder = programBuilder('maximize');
  program.lower.forEach((lower, k) => builder.addColumn({ lower, upper: program.upper[k]! }));
  for (let p = 0; p < pieces; p++) builder.addColumn({ cost: 1, lower: -Infinity });
  addLimits(builder, program);
  return builder.build();
}

function addLimits(builder: ReturnType<typeof programBuilder>, program: SpendProgram): void {
  for (const limit of program.rows) {
    builder.addRow({
      name: limit.name,
      terms: limit.terms.map(
        ({ channel, period, coefficient }) => [channel * program.periods + period, coefficient] as const,
      ),
      ...(limit.least === undefined ? {} : { lower: limit.least }),
      ...(limit.most === undefined ? {} : { upper: limit.most }),
    });
  }
}
