import { boxAround, clamped } from './columns.ts';
import { goalAt, holds, slacksAt, type ConcaveProblem, type Evaluated } from './concave-problem.ts';
import { fittedCurvature, type Chain, type Curvature } from './curvature.ts';
import { curvedStep } from './curved-step.ts';
import { withGuardRows } from './guard-rows.ts';
import { slopeAtPrices, slopeOfGoal } from './slopes.ts';

export interface CurvedClimbInput {
  readonly problem: ConcaveProblem;
  readonly chains: readonly Chain[];
  /** Keeps all limits. */
  readonly start: Evaluated;
  /** Keeps guards as well, where the start may not. */
  readonly inside?: Evaluated;
  /** How the goal bends, as far as that is known. */
  readonly known?: Curvature;
  /** Any point within bounds. */
  readonly evaluate: (columns: Float64Array) => Promise<Evaluated>;
  /** Steps that promise less than this are not worth taking. */
  readonly worthwhile: (best: Evaluated) => number;
  /** Asked before each step. */
  readonly goOn: (best: Evaluated) => boolean;
}

export interface CurvedClimb {
  /** The best point that keeps all guards. */
  readonly best: Evaluated;
  /** Where the steps led: beyond guards by a little, as these bend away from their tangents. */
  readonly last: Evaluated;
  /** As learnt on the way; undefined where no step was taken. */
  readonly curvature: Curvature | undefined;
}

const MOST_STEPS = 20;
/** Half-width of the first box of steps, as a share of each column's range, and by how much it grows and shrinks. */
const FIRST_RADIUS = 0.3;
const WIDER = 2;
const NARROWER = 1 / 3;
/** A step that gains less than this share of what it promised was too long. */
const POOR = 0.2;
/** After so many such steps in a row the goal does not bend as it is taken to. */
const MOST_POOR = 3;
/** A chain is looked at again at so much less spend or, where it spends next to nothing, at a little more. */
const LESS = 0.3;
const NEXT_TO_NOTHING = 1e-3;
/** Added to a number below 1 and taken off again, this leaves 40 binary digits. */
const LAST_DIGITS = 4096;
/** What a step beyond a guard counts against it, in prices of guards: more than what is gained by it. */
const PENALTY = 2;

/**
 * A better point by steps that know how the goal bends, learnt from how slopes change (a quasi-Newton method in the
 * variables in which spend works): near the best point in a handful of evaluations, where tangents alone take dozens.
 * For goals that are sums of smooth functions. Guards are rows of each step by their tangents, and at the prices of these rows
 * they bend the goal with it (sequential quadratic programming).
 *
 * Source of the latter: Nocedal and Wright, "Numerical Optimization" (2006), chapter 18, with an exact penalty for guards that are broken.
 */
export async function curvedClimb(input: CurvedClimbInput): Promise<CurvedClimb> {
  const { problem, chains, evaluate } = input;
  const { lower, upper } = problem.limits.columns;
  let best = input.inside ?? input.start;
  let last = input.start;
  let prices = new Float64Array(problem.guards.length);
  if (!input.goOn(best)) return { best, last, curvature: input.known };
  let slope = slopeOfGoal(problem, last);
  let curvature = input.known ?? learnt(undefined, await evaluate(lookedAt(chains, last.columns, lower, upper)));
  let radius = FIRST_RADIUS;
  for (let step = 0, poor = 0; step < MOST_STEPS && poor < MOST_POOR && input.goOn(best); step++) {
    const box = boxAround(last.columns, lower, upper, radius);
    const limits = withGuardRows(problem, last);
    const found = curvedStep({ limits, chains, curvature, from: last.columns, slope, ...box });
    if (found === undefined) {
      if (last === best) break;
      // From so far outside no step of this length leads back.
      last = best;
      slope = slopeOfGoal(problem, last);
      continue;
    }
    prices = found.prices.subarray(problem.limits.rows.lower.length).map((price) => Math.max(0, -price));
    const promised = found.promised + penaltyAt(last);
    if (promised < input.worthwhile(best)) break;
    const there = await evaluate(clamped(evened(found.to, lower, upper), lower, upper));
    curvature = learnt(curvature, there);
    const gained = there.value - penaltyAt(there) - (last.value - penaltyAt(last));
    const isPoor = gained < POOR * promised;
    radius = Math.min(1, radius * (isPoor ? NARROWER : WIDER));
    poor = isPoor ? poor + 1 : 0;
    if (there.value > best.value && holds(problem.guards, there.points)) best = there;
    if (gained <= 0) continue;
    last = there;
    slope = slopeOfGoal(problem, last);
  }
  return { best, last, curvature };

  /** What is paid for guards that a point breaks. */
  function penaltyAt({ points }: Evaluated): number {
    const slacks = slacksAt(problem.guards, points);
    return slacks.reduce((sum, slack, k) => sum + PENALTY * prices[k]! * Math.max(0, -slack), 0);
  }

  /** From how slopes of goal and guards at their prices differ between the last point and another one. */
  function learnt(known: Curvature | undefined, other: Evaluated): Curvature {
    const [here, there] = [slopeAtPrices(problem, last, prices), slopeAtPrices(problem, other, prices)];
    const step = other.columns.map((value, k) => value - last.columns[k]!);
    return fittedCurvature(
      chains,
      known,
      step,
      here.map((value, k) => value - there[k]!),
    );
  }
}

/**
 * The same on the few draws of a rehearsal, to begin near the best point and to know how the goal bends: undefined where
 * there is none.
 */
export async function rehearsed(
  problem: ConcaveProblem,
  { start, ...input }: Omit<CurvedClimbInput, 'problem' | 'start' | 'evaluate'> & { readonly start: Float64Array },
): Promise<CurvedClimb | undefined> {
  const { rehearse } = problem;
  if (rehearse === undefined || problem.guards.length > 0) return undefined;
  // Nothing is proven here.
  const loose = problem.functions.map(() => Infinity);
  let best: Evaluated | undefined;
  const evaluate = async (columns: Float64Array): Promise<Evaluated> => {
    const points = await rehearse(columns, best && { points: best.points, loose });
    const at = { columns, value: goalAt(problem, columns, points), points };
    if (best === undefined || at.value > best.value) best = at;
    return at;
  };
  return curvedClimb({ ...input, problem, evaluate, start: await evaluate(start) });
}

/** Whether the goal is a sum of functions, none of which is the smallest of several. */
export function isSum({ parts }: ConcaveProblem): boolean {
  return parts.every(({ members }) => members.length === 1);
}

/** A point to see how slopes change, the same way in all of a chain so that nothing cancels out. */
function lookedAt(chains: readonly Chain[], at: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
  const point = at.slice();
  for (const { columns } of chains) {
    let [spent, range] = [0, 0];
    for (const k of columns) {
      spent += at[k]! - lower[k]!;
      range += upper[k]! - lower[k]!;
    }
    const little = (LESS * range) / (columns.length * columns.length);
    const more = spent <= NEXT_TO_NOTHING * range;
    for (const k of columns) {
      point[k] = more ? Math.min(upper[k]!, at[k]! + little) : at[k]! - LESS * (at[k]! - lower[k]!);
    }
  }
  return point;
}

/** Without the last digits, a trillionth of each column's range, which are rounding. */
function evened(values: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
  return values.map((value, k) => {
    const large = LAST_DIGITS * (upper[k]! - lower[k]!);
    return value + large - large;
  });
}
