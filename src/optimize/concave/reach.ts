import { Cancelled } from '../../errors.ts';
import { boxStep, type BoxStepInput } from './box-step.ts';
import type { Cut } from './cuts.ts';
import { type Evaluated, holds, slacksAt, type ConcaveProblem, type FunctionPoint } from './concave-problem.ts';

/** Where all guards hold, with as much room as was found quickly; or a proof that they cannot. */
export type Reached =
  | {
      readonly status: 'reached';
      readonly point: Evaluated;
      /** The tangents that told how much room there is. */
      readonly cuts: readonly Cut[];
      readonly worstViolation: number;
      readonly iterations: number;
    }
  | { readonly status: 'unreachable'; readonly worstViolation: number; readonly iterations: number };

/** A point counts as well inside once it has this share of the room that could be had at most. */
const SHARE_OF_ROOM = 0.3;
/** Guards are compared as shares of their own size; less than this is rounding. */
const SMALLEST_ROOM = 1e-7;
/** The size of a guard that is 0 where it has to be at least 0: this share of what could be spent. */
const SMALLEST_SIZE = 1e-6;

/**
 * A point within the limits at which all guards hold, with room to spare where there is any: maximizes the smallest
 * room, each in units of its own size, until it is enough or proven to be below zero.
 *
 * @throws Cancelled  when it is stopped before either is known
 */
export async function reachGuards(
  input: Omit<BoxStepInput, 'tolerance' | 'enough' | 'scale' | 'inside'>,
): Promise<Reached> {
  const { problem, start } = input;
  const rooms = roomOf(problem, await problem.evaluate(start));
  const { members } = rooms.parts[0]!;
  const room = (point: Evaluated) =>
    Math.min(...slacksAt(problem.guards, point.points).map((slack, k) => slack / members[k]!.scale));
  const found = await boxStep({
    ...input,
    problem: rooms,
    tolerance: SMALLEST_ROOM,
    scale: () => 1,
    enough: (value, bound) => (value > 0 && value >= SHARE_OF_ROOM * bound) || bound < -SMALLEST_ROOM,
  });
  const { cuts, worstViolation, iterations } = found;
  const reached = holds(problem.guards, found.best.points) || room(found.best) >= -SMALLEST_ROOM;
  if (!reached && input.signal?.aborted && found.bound >= -SMALLEST_ROOM) throw new Cancelled();
  return reached
    ? { status: 'reached', point: found.best, cuts, worstViolation, iterations }
    : { status: 'unreachable', worstViolation, iterations };
}

/** The room that guards have as the goal: the smallest, each in units of its own size, below 0 where any is broken. */
export function roomOf(problem: ConcaveProblem, atStart: readonly FunctionPoint[]): ConcaveProblem {
  const smallest = SMALLEST_SIZE * problem.limits.columns.upper.reduce((most, bound) => Math.max(most, bound), 1);
  const members = problem.guards.map(({ of, least }) => ({
    of,
    shift: least,
    scale: Math.max(Math.abs(least), Math.abs(atStart[of]!.value), smallest),
  }));
  return withoutGoal({ ...problem, parts: [{ weight: 1, members }], guards: [] });
}

/** The same for any goal: nothing is known of how the room for guards bends, and little of it is enough. */
function withoutGoal({ limits, functions, parts, guards, evaluate }: ConcaveProblem): ConcaveProblem {
  const cost = new Float64Array(limits.columns.cost.length);
  return { limits: { ...limits, columns: { ...limits.columns, cost } }, functions, parts, guards, evaluate };
}
