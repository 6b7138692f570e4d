import type { LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import { clamped } from './columns.ts';
import { type Evaluated, goalAt, holds, type ConcaveProblem } from './concave-problem.ts';
import { curvedClimb, isSum } from './curved-climb.ts';
import { restored } from './restore.ts';
import { solveTangents } from './tangents.ts';
import type { StopSign } from '../stop-sign.ts';

export interface ClimbInput {
  /** Its functions need not be concave. */
  readonly problem: ConcaveProblem;
  readonly openMaster: (program: LinearProgram) => LinearSession;
  /** Satisfies limits and guards. */
  readonly start: Float64Array;
  readonly radius: number;
  /** Steps that promise less than this are not worth taking. */
  readonly smallestGain: number;
  readonly maxIterations: number;
  /** Nothing above this is asked for. */
  readonly enough?: number;
  /** Ends the climb where it is. */
  readonly signal?: StopSign;
}

const SMALLEST_RADIUS = 1e-4;
/** Where steps that know how the goal bends have led, tangents have little to add. */
const RADIUS_AFTER_CURVED = 0.01;

/**
 * The best point near a start: where the goal is smooth, steps that know how it bends, then steps along the tangents at the
 * present point only, no longer than they can be trusted (successive linear programming). No proof of anything; undefined
 * when the start breaks a guard.
 */
export async function climb(input: ClimbInput): Promise<Evaluated | undefined> {
  const { problem, signal } = input;
  const { lower, upper } = problem.limits.columns;
  const at = async (columns: Float64Array): Promise<Evaluated> => {
    const points = await problem.evaluate(columns);
    return { columns, value: goalAt(problem, columns, points), points };
  };
  let best = await at(input.start);
  if (!holds(problem.guards, best.points)) return undefined;
  let { radius } = input;
  if (problem.chains !== undefined && isSum(problem)) {
    const start = best;
    const climbed = await curvedClimb({
      problem,
      chains: problem.chains,
      start,
      evaluate: at,
      worthwhile: () => input.smallestGain,
      goOn: () => signal?.aborted !== true,
    });
    ({ best } = climbed);
    const led =
      climbed.last.value > best.value
        ? await restored({ problem, openMaster: input.openMaster, evaluate: at }, climbed.last)
        : undefined;
    if (led !== undefined && led.value > best.value) best = led;
    if (best !== start) radius = RADIUS_AFTER_CURVED;
  }
  for (let k = 0; k < input.maxIterations && radius >= SMALLEST_RADIUS; k++) {
    if (signal?.aborted || best.value >= (input.enough ?? Infinity)) return best;
    const step = solveTangents(problem, best, radius, input.openMaster)?.point;
    if (step === undefined || step.objective - best.value <= input.smallestGain) return best;
    const reached = await at(clamped(step.values.slice(0, lower.length), lower, upper));
    // Along guards tangents lead a little beyond them.
    const trial =
      reached.value > best.value
        ? await restored({ problem, openMaster: input.openMaster, evaluate: at }, reached)
        : undefined;
    if (trial !== undefined && trial.value > best.value) {
      best = trial;
      radius = Math.min(1, radius * 1.5);
    } else radius /= 3;
  }
  return best;
}
