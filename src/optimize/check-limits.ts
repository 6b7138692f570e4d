import type { Model, Plan } from '../domain.ts';
import { brokenLimits } from './broken-limits.ts';

/**
 * Checks by plain arithmetic that a plan keeps every limit on spend: a search says what its solvers told it, and no
 * solver is taken at its word.
 *
 * @throws Error  that names the limit, when one is passed by more than rounding: a fault of the program
 */
export function checkLimits(model: Model, plan: Plan): void {
  const [broken] = brokenLimits(model, plan);
  if (broken !== undefined) throw new Error(`the plan passes the limit "${broken.limit.name}" by ${broken.by}`);
}
