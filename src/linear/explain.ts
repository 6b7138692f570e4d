import { conflictOf, feasibilityOf } from './conflict.ts';
import { withoutIntegers } from './edit.ts';
import type { LinearProgram } from './program.ts';
import { endlessDirection } from './recession.ts';
import type { Claim } from './session.ts';
import type { Infeasible, Unbounded } from './solution.ts';
import type { Prover } from './prover.ts';

/**
 * Proves that a program has no point, or that its objective has no end; undefined when neither can be proven. Only
 * where fractions would do and whole values do not, a search's claim has to be taken at its word.
 */
export function explain(program: LinearProgram, claim: Claim, prover: Prover): Infeasible | Unbounded | undefined {
  const relaxation = withoutIntegers(program);
  const feasibility = feasibilityOf(relaxation, prover);
  if (feasibility === undefined) return undefined;
  if (feasibility.status === 'infeasible') {
    const conflict = prover.options.unexplained === true ? [] : conflictOf(relaxation, feasibility, prover);
    return { status: 'infeasible', conflict };
  }
  const endless = endlessDirection(relaxation, prover);
  if (program.columns.integer === undefined || claim.of === 'unbounded') return endless;
  return claim.of === 'infeasible' || endless === undefined ? { status: 'infeasible', conflict: [] } : endless;
}
