import type { LimitSide, Model, Repair } from '../domain.ts';
import { keepsLimits } from '../linear/keeps.ts';
import { programBuilder } from '../linear/program.ts';
import { singleRepairs } from '../linear/repair.ts';
import type { LinearSolver } from '../linear/session.ts';
import type { Limit } from '../linear/solution.ts';
import { solveLinear } from '../linear/solve.ts';
import { todaysSpend } from './plans.ts';
import { rowOfLimit } from './spend-program.ts';
import { withoutRounding } from './without-rounding.ts';

/**
 * Why no plan satisfies every limit: a set of limits that cannot hold together although any of them could be dropped,
 * and for each of them how far it alone would have to give. Undefined when there is a plan.
 */
export function conflictOf(
  model: Model,
  solvers: readonly LinearSolver[],
): { readonly conflict: readonly LimitSide[]; readonly repairs: readonly Repair[] } | undefined {
  const builder = programBuilder('minimize');
  const columns = model.channels.length * model.periods;
  for (let k = 0; k < columns; k++) builder.addColumn({});
  for (const limit of withoutRounding(model)) builder.addRow(rowOfLimit(limit, model.periods));
  const program = builder.build();
  if (keepsLimits(program, todaysSpend(model))) return undefined;
  const solution = solveLinear(program, solvers);
  if (solution.status === 'failed')
    throw new Error(`whether any plan satisfies all limits cannot be told: ${solution.why}`);
  if (solution.status !== 'infeasible') return undefined;

  // Spend cannot be negative: that is no limit of the planner's and none that could give.
  const ofPlanner = (limit: Limit) => limit.of === 'row';
  const side = (limit: Limit): LimitSide => ({
    limit: model.limits[limit.index]!,
    side: limit.side === 'lower' ? 'least' : 'most',
  });
  const conflict = solution.conflict.filter(ofPlanner);
  const repairs = singleRepairs(program, conflict, solvers)
    .map(({ limit, by }) => ({ ...side(limit), by }))
    .sort((a, b) => a.by - b.by);
  return { conflict: conflict.map(side), repairs };
}
