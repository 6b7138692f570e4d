import { Cancelled } from '../../errors.ts';
import { passedBy } from '../../linear/keeps.ts';
import type { LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { holds, type ConcaveProblem, type Evaluated } from './concave-problem.ts';
import { between, boxAround, clamped, withParts } from './columns.ts';
import { curvedClimb, isSum, rehearsed } from './curved-climb.ts';
import { openCutPool } from './cut-pool.ts';
import type { Cut } from './cuts.ts';
import { openEvaluations } from './evaluations.ts';
import { MasterFailed, solved, unlessFailed } from './master-failed.ts';
import { boundByTangents, partRange } from './part-range.ts';
import { masterProgram } from './start.ts';
import { startOfStepBack } from './step-back.ts';
import type { StopSign } from '../stop-sign.ts';

/**
 * Box-step cutting planes: maximizes a concave goal over a polyhedron and convex guards. A small linear program holds
 * the tangents found so far (an upper estimate of the goal, an outer estimate of the guards); a trust box around the
 * best point keeps steps short; the program without the box gives the proven upper bound.
 *
 * Source: Marsten, Hogan and Blankenship, "The boxstep method for large-scale optimization" (1975); constants from
 * experiments on problems of 8 to 20 channels and 1 to 52 periods.
 */
export interface BoxStepInput {
  readonly problem: ConcaveProblem;
  readonly openMaster: (program: LinearProgram) => LinearSession;
  /** A point that satisfies every limit and, where there is no `inside`, every guard. */
  readonly start: Float64Array;
  /** A point that satisfies every guard with room to spare; needed where there are guards. */
  readonly inside?: Float64Array;
  /** Tangents that are known to hold, of a problem whose functions are nowhere below those of this one. */
  readonly cuts?: readonly Cut[];
  /**
   * Whether they say what the best goal is but not where: of a search that had to reach something else, so that its best point, where this
   * one starts, may be as good as is allowed and yet not what is asked for.
   */
  readonly cutsOfOther?: boolean;
  /** First half-width of the box, as a share of each column's range; 1 for no box. */
  readonly radius: number;
  /** Relative gap at which to stop. */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** Ends the search before the gap is small. */
  readonly enough?: (value: number, bound: number) => boolean;
  /** What a relative gap is taken of. */
  readonly scale: (value: number, columns: Float64Array) => number;
  readonly onProgress?: (state: BoxStepProgress) => void;
  /** Ends the search with its best point so far; its start and a first bound are looked at in any case. */
  readonly signal?: StopSign;
}

export interface BoxStepProgress {
  readonly iteration: number;
  /** Of the best plan so far; -Infinity while there is none. */
  readonly value: number;
  readonly bound: number;
  /** Infinite while there is no plan or no bound. */
  readonly gap: number;
}

export interface BoxStepResult {
  readonly best: Evaluated;
  /** No point has a goal above this, provided all functions are concave. */
  readonly bound: number;
  /** Whether the bound rests on arithmetic alone. */
  readonly boundKind: LinearPoint['boundKind'];
  readonly gap: number;
  readonly iterations: number;
  /**
   * Largest amount by which an evaluated point lay above a tangent or the bound, as a share of what they are the
   * difference of: rounding, when all is concave.
   */
  readonly worstViolation: number;
  /** The last program without the box, with its duals. */
  readonly last?: LinearPoint;
  /** Change of the best goal per unit by which each guard's `least` rises. */
  readonly guardWorths: readonly number[];
  /** The tangents that still mattered at the end. */
  readonly cuts: readonly Cut[];
}

/** A box step that gains less than this share of what the program promised makes the box smaller. */
const POOR = 0.1;
/** A box step that gains more than this share of what the program promised makes the box larger. */
const GOOD = 0.5;
const SMALLEST_RADIUS = 1e-6;
/** Steps that know how the goal bends end when they promise this share of the gap that is allowed. */
const WORTH_A_CURVED_STEP = 0.01;
/** The same on the few draws of a rehearsal, in which small steps only follow the chance of the draws. */
const WORTH_A_REHEARSED_STEP = 0.3;
/** The box after them: what is missing is the proof. */
const RADIUS_AFTER_CLIMB = 0.05;
/** Rounds between two solutions without the box. */
const BOUND_EVERY = 3;
/** Lengths of steps towards the program's own optimum, taken when only the bound is lagging. */
const SHORT_STEPS = [0.05, 0.02, 0.01] as const;
/** So many rounds in which nothing moves mean that the solver's precision is reached. */
const MOST_IDLE = 60;
/**
 * A point keeps limits that it passes by this share of all there is in it. Where tangents are all but flat, scaling takes far more
 * for rounding of the solver's.
 */
const ROUNDING = 1e-7;
/** The first box, where no solver can handle the program without one, and how much smaller each next one is. */
const RADIUS_WITHOUT_FULL = 0.1;
const SMALLER_BOX = 0.1;

/**
 * See {@link BoxStepInput}. Where no solver can handle the program without the box, boxes alone prove what they can (see `boundByBox`).
 *
 * @throws MasterFailed  when the limits and guards have no solution, or no solver can handle the tangents that were given (`cuts`)
 */
export async function boxStep(input: BoxStepInput): Promise<BoxStepResult> {
  const session = input.openMaster(masterProgram(input.problem));
  try {
    return await run(input, session);
  } finally {
    session.close();
  }
}

async function run(input: BoxStepInput, session: LinearSession): Promise<BoxStepResult> {
  const { problem, signal, tolerance } = input;
  const { lower, upper } = problem.limits.columns;
  const pool = openCutPool(problem, session);
  pool.add(input.cuts ?? []);
  const evaluations = openEvaluations({ problem, pool, scale: input.scale, tolerance });
  const evaluate = evaluations.at;

  const chains = isSum(problem) ? problem.chains : undefined;
  const worth = (share: number) => (at: Evaluated) => share * tolerance * input.scale(at.value, at.columns);
  const goOn = () => signal?.aborted !== true;
  const rehearsal =
    chains &&
    (await rehearsed(problem, { chains, start: input.start, worthwhile: worth(WORTH_A_REHEARSED_STEP), goOn }));

  const start = await evaluate(rehearsal?.best.columns ?? input.start);
  const inside = input.inside === undefined || problem.guards.length === 0 ? undefined : await evaluate(input.inside);
  const isInsideBest = inside !== undefined && (inside.value > start.value || !holds(problem.guards, start.points));
  let best = isInsideBest ? inside : start;
  let bound = Infinity;
  let radius = input.radius;
  let boundKind: LinearPoint['boundKind'] = 'proven';
  let last: LinearPoint | undefined;
  let guardWorths: readonly number[] = problem.guards.map(() => 0);
  let iterations = 0;
  let shortSteps = 0;
  let fullFails = false;

  const gapNow = () => Math.max(0, bound - best.value) / input.scale(best.value, best.columns);
  const report = () => input.onProgress?.({ iteration: iterations, value: best.value, bound, gap: gapNow() });
  const settled = () => gapNow() <= tolerance || input.enough?.(best.value, bound) === true;

  let range = partRange(problem, pool.cuts);
  const tell = (proven: number, kind: LinearPoint['boundKind']): void => {
    if (proven >= bound) return;
    bound = proven;
    boundKind = kind;
  };

  const solveWithin = (from: Float64Array, to: Float64Array): LinearPoint => {
    session.setColumnBounds(withParts(from, range.lower), withParts(to, range.upper));
    const point = solved(session, bound < Infinity ? signal : undefined);
    pool.note(point);
    return point;
  };
  const solveFull = (): LinearPoint | undefined => {
    if (fullFails) return undefined;
    // Where a first tangent is all but vertical, those after it say how little parts can come to: rounding is in proportion to that.
    const nearer = partRange(problem, pool.cuts);
    if (nearer.upper.some((most, k) => most < range.upper[k]!)) range = nearer;
    const point = unlessFailed(() => solveWithin(lower, upper));
    if (point === undefined) {
      // Tangents that came from elsewhere may be the reason: whoever gave them has another way.
      if (input.cuts !== undefined) throw new MasterFailed('failed');
      fullFails = true;
      radius = Math.min(radius, RADIUS_WITHOUT_FULL);
      return undefined;
    }
    tell(point.bound, point.boundKind);
    last = point;
    guardWorths = pool.worthsOfGuards(point);
    return point;
  };

  /** The program in a box around the best point, in a smaller one where no solver can handle it. */
  const solveBox = (): LinearPoint => {
    for (;;) {
      const box = boxAround(best.columns, lower, upper, radius);
      const point = unlessFailed(() => solveWithin(box.lower, box.upper));
      if (point !== undefined) {
        if (fullFails) tell(boundByBox(best.value, point.bound, radius), point.boundKind);
        return point;
      }
      radius *= SMALLER_BOX;
      if (radius < SMALLEST_RADIUS) throw new MasterFailed('failed');
    }
  };

  /** The point itself or, where it breaks a guard, one on the way to it that does not. */
  const withinGuards = async (trial: Evaluated): Promise<Evaluated | undefined> => {
    if (holds(problem.guards, trial.points)) return trial;
    if (inside === undefined) return undefined;
    const from = startOfStepBack(problem, best, inside, trial);
    const pulled = await evaluate(clamped(between(from.columns, trial.columns, from.share), lower, upper));
    return holds(problem.guards, pulled.points) ? pulled : undefined;
  };

  const keepsRows = (columns: Float64Array): boolean =>
    passedBy(problem.limits, columns) <= ROUNDING * columns.reduce((all, value) => all + Math.abs(value), 0);

  const consider = async (columns: Float64Array): Promise<void> => {
    if (signal?.aborted) throw new Cancelled();
    const point = await withinGuards(await evaluate(clamped(columns, lower, upper)));
    if (point !== undefined && point.value > best.value && keepsRows(point.columns)) best = point;
  };

  const step = async (): Promise<'settled' | 'go on'> => {
    const full = iterations % BOUND_EVERY === 1 || radius >= 1 ? solveFull() : undefined;
    report();
    if (settled()) return 'settled';

    const trial = radius >= 1 && full !== undefined ? full : solveBox();
    const promised = trial.objective - best.value;

    const proofLags = promised < 0.05 * Math.max(0, bound - best.value);
    if (proofLags || promised <= (tolerance / 2) * input.scale(best.value, best.columns)) {
      const target = full ?? solveFull();
      if (settled()) return 'settled';
      if (target !== undefined) {
        shortSteps += 1;
        const length = SHORT_STEPS[shortSteps % SHORT_STEPS.length]!;
        await consider(between(best.columns, target.values.subarray(0, lower.length), length));
        if (shortSteps % 2 === 1) return 'go on';
      }
    }
    const before = best.value;
    await consider(trial.values.slice(0, lower.length));
    const gained = best.value - before;
    if (gained > GOOD * promised) radius = Math.min(1, radius * 2);
    else if (gained < POOR * promised) radius = Math.max(SMALLEST_RADIUS, radius * 0.7);
    pool.endRound();
    return 'go on';
  };

  /** Tangents that were given may say that no step here is worth taking. */
  const isKnown = (): boolean => {
    if (input.cuts === undefined) return false;
    solveFull();
    return input.cutsOfOther === true ? input.enough?.(best.value, bound) === true : settled();
  };
  if (chains !== undefined && !isKnown()) {
    const before = best;
    const climbed = await curvedClimb({
      problem,
      chains,
      start,
      inside: best,
      ...(rehearsal?.curvature === undefined ? {} : { known: rehearsal.curvature }),
      evaluate,
      worthwhile: worth(WORTH_A_CURVED_STEP),
      goOn(at) {
        best = at;
        iterations += 1;
        report();
        return goOn();
      },
    });
    ({ best } = climbed);
    const led = await withinGuards(climbed.last);
    if (led !== undefined && led.value > best.value) best = led;
    if (radius < 1 && (rehearsal !== undefined || best !== before)) radius = RADIUS_AFTER_CLIMB;
  }

  let done = false;
  let movedAt = 0;
  try {
    while (!done && iterations < input.maxIterations && iterations - movedAt < MOST_IDLE) {
      const before = { bound, best };
      iterations += 1;
      done = (await step()) === 'settled';
      if (bound !== before.bound || best !== before.best) movedAt = iterations;
    }
  } catch (error) {
    // A search that is cancelled, or whose solvers give up, still has its best plan and the bound proved so far.
    const hasFailed = error instanceof MasterFailed && (bound < Infinity || error.status === 'failed');
    if (!(error instanceof Cancelled) && (!hasFailed || input.cuts !== undefined)) throw error;
    if (bound === Infinity) tell(boundByTangents(problem, pool.cuts), 'proven');
  }
  const gap = gapNow();
  report();
  return {
    best,
    bound: Math.max(bound, best.value),
    boundKind,
    gap,
    iterations,
    // A plan above the bound is the plainest sign of all.
    worstViolation: Math.max(
      evaluations.worstViolation(),
      (best.value - bound) / input.scale(best.value, best.columns),
    ),
    ...(last === undefined ? {} : { last }),
    guardWorths,
    cuts: pool.mattering(),
  };
}

/**
 * What no point is above where the goal is at most `ofBox` in a box around a point of this value: on the way to any other, which is at most
 * one over the radius as long as its part within the box, a concave goal rises no faster than there.
 */
export function boundByBox(value: number, ofBox: number, radius: number): number {
  return value + Math.max(0, ofBox - value) / Math.min(1, radius);
}
