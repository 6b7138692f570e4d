import { boxAround, clamped } from './columns.ts';
import { goalAt, type ConcaveProblem, type Evaluated } from './concave-problem.ts';
import { fittedCurvature, type Chain, type Curvature } from './curvature.ts';
import { curvedStep } from './curved-step.ts';

export interface CurvedClimbInput {
  readonly problem: ConcaveProblem;
  readonly chains: readonly Chain[];
  /** Keeps all limits. */
  readonly start: Evaluated;
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
  readonly best: Evaluated;
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

/**
 * A better point by steps that know how the goal bends, learnt from how slopes change (a quasi-Newton method in the
 * variables in which spend works): near the best point in a handful of evaluations, where tangents alone take dozens.
 * For goals that are sums of smooth functions.
 */
export async function curvedClimb(input: CurvedClimbInput): Promise<CurvedClimb> {
  const { problem, chains, evaluate } = input;
  const { lower, upper } = problem.limits.columns;
  let best = input.start;
  if (!input.goOn(best)) return { best, curvature: input.known };
  let slope = slopeOfGoal(problem, best);
  let curvature = input.known ?? learnt(undefined, slope, await evaluate(lookedAt(chains, best.columns, lower, upper)));
  let radius = FIRST_RADIUS;
  for (let step = 0, poor = 0; step < MOST_STEPS && poor < MOST_POOR && input.goOn(best); step++) {
    const box = boxAround(best.columns, lower, upper, radius);
    const found = curvedStep({ limits: problem.limits, chains, curvature, from: best.columns, slope, ...box });
    if (found === undefined || found.promised < input.worthwhile(best)) break;
    const there = await evaluate(clamped(evened(found.to, lower, upper), lower, upper));
    curvature = learnt(curvature, slope, there);
    const isPoor = there.value - best.value < POOR * found.promised;
    radius = Math.min(1, radius * (isPoor ? NARROWER : WIDER));
    poor = isPoor ? poor + 1 : 0;
    if (there.value <= best.value) continue;
    best = there;
    slope = slopeOfGoal(problem, best);
  }
  return { best, curvature };

  /** From how slopes differ between the best point and another one. */
  function learnt(known: Curvature | undefined, here: Float64Array, other: Evaluated): Curvature {
    const there = slopeOfGoal(problem, other);
    const step = other.columns.map((value, k) => value - best.columns[k]!);
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
  if (rehearse === undefined) return undefined;
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
export function isSum({ parts, guards }: ConcaveProblem): boolean {
  return guards.length === 0 && parts.every(({ members }) => members.length === 1);
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

/** Slopes of the goal by column. */
function slopeOfGoal({ limits, parts, functions }: ConcaveProblem, { points }: Evaluated): Float64Array {
  const slope = limits.columns.cost.slice();
  for (const { weight, members } of parts) {
    const { of, scale } = members[0]!;
    functions[of]!.columns.forEach((column, k) => {
      slope[column] = slope[column]! + (weight * points[of]!.slope[k]!) / scale;
    });
  }
  return slope;
}
