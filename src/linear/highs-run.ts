/** Runs of HiGHS on a model it holds, and what their ends mean. */
import type { Highs, InterruptCallbackEvent, Model, ModelStatusCode } from 'highs';
import { Cancelled } from '../errors.ts';
import { type Answer, type SolveOptions, USUAL_GAP } from './session.ts';

/** Seconds: HiGHS takes no infinite limit. */
const NO_LIMIT = 1e9;

/** Solves a linear program; when no verdict is reached, again without what was kept, then by the interior point. */
export function runLinear(highs: Highs, model: Model, options: SolveOptions): Answer {
  let status = run(highs, model, options);
  if (isUndecided(highs, status)) {
    model.clearSolver();
    status = run(highs, model, options);
  }
  if (isUndecided(highs, status)) {
    model.clearSolver();
    model.options.set('solver', 'ipm');
    status = run(highs, model, options);
    model.options.set('solver', 'choose');
  }
  const { optimal, empty } = highs.constants.modelStatus;
  if (status === empty) {
    const { numCols, numRows } = model.getDimensions();
    return { status: 'optimal', values: new Float64Array(numCols), rowDuals: new Float64Array(numRows) };
  }
  if (status !== optimal) return verdict(highs, status);
  const { colValue, rowDual } = model.getSolution();
  return { status: 'optimal', values: colValue, rowDuals: rowDual };
}

/** Searches over integer columns; a point found before the time ran out is an answer too. */
export function runSearch(highs: Highs, model: Model, options: SolveOptions): Answer {
  const status = run(highs, model, options);
  const { optimal, timeLimit } = highs.constants.modelStatus;
  const hasPoint = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  if (status !== optimal && !(status === timeLimit && hasPoint)) return verdict(highs, status);
  return {
    status: 'found',
    values: model.getSolution().colValue,
    bound: Number(model.info.get('mip_dual_bound')),
    finished: status === optimal,
  };
}

function run(highs: Highs, model: Model, options: SolveOptions): ModelStatusCode {
  const { timeLimit = NO_LIMIT, gap = USUAL_GAP, shouldStop } = options;
  model.options.set({ time_limit: timeLimit, mip_rel_gap: gap });
  // The limit is on the clock of all runs of this model together.
  model.zeroAllClocks();
  if (shouldStop === undefined) return model.run().modelStatus;
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType;
  const ask = (event: InterruptCallbackEvent): undefined => {
    if (shouldStop()) event.interrupt();
  };
  const { modelStatus } = model.run({ [simplexInterrupt]: ask, [ipmInterrupt]: ask, [mipInterrupt]: ask });
  if (modelStatus === highs.constants.modelStatus.interrupted) throw new Cancelled();
  return modelStatus;
}

function isUndecided(highs: Highs, status: ModelStatusCode): boolean {
  const { optimal, empty, infeasible, unbounded, unboundedOrInfeasible, timeLimit } = highs.constants.modelStatus;
  const decided: readonly ModelStatusCode[] = [optimal, empty, infeasible, unbounded, unboundedOrInfeasible, timeLimit];
  return !decided.includes(status);
}

function verdict(highs: Highs, status: ModelStatusCode): Answer {
  const { infeasible, unbounded, unboundedOrInfeasible, timeLimit } = highs.constants.modelStatus;
  switch (status) {
    case infeasible:
      return { status: 'claim', of: 'infeasible' };
    case unbounded:
      return { status: 'claim', of: 'unbounded' };
    case unboundedOrInfeasible:
      return { status: 'claim', of: 'infeasible or unbounded' };
    case timeLimit:
      return { status: 'failed', reason: 'time limit', why: 'HiGHS ran out of time' };
    default:
      return { status: 'failed', reason: 'unreliable', why: `HiGHS ended with model status ${status}` };
  }
}
