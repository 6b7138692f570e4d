import { Cancelled } from '../../errors.ts';
import { passedBy } from '../../linear/keeps.ts';
import type { LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { goalAt, holds, slacksAt, type ConcaveProblem, type Evaluated, type Nearby } from './concave-problem.ts';
import { between, boxAround, clamped, withParts } from './columns.ts';
import { curvedClimb, isSum, rehearsed } from './curved-climb.ts';
import { cutsAt, relativeViolation, rowsOfCuts, type Cut, type CutRow } from './cuts.ts';
import { MasterFailed, solved, unlessFailed } from './master-failed.ts';
import { boundByTangents, partRange } from './part-range.ts';
import { masterProgram } from './start.ts';
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
  /** A point that satisfies every limit and every guard. */
  readonly start: Float64Array;
  /** A point that satisfies every guard with room to spare; needed where there are guards. */
  readonly inside?: Float64Array;
  /** Tangents that are known to hold, of a problem whose functions are nowhere below those of this one. */
  readonly cuts?: readonly Cut[];
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
/** A part of the goal that is less than this share of it is rounding: money that brings just what it costs. */
const SMALLEST_PART = 1e-4;
/** Of the gap that is allowed, what a tangent by the worst draws of another point may lie above the goal. */
const LOOSE = 0.1;
/** Rounds between two solutions without the box. */
const BOUND_EVERY = 3;
/** Lengths of steps towards the program's own optimum, taken when only the bound is lagging. */
const SHORT_STEPS = [0.05, 0.02, 0.01] as const;
/** A cut that has held no program for so many rounds is dropped. */
const IDLE_ROUNDS = 15;
/** A cut that has held a program in so many rounds still matters when the search ends. */
const RECENT_ROUNDS = 6;
/** So many rounds in which nothing moves mean that the solver's precision is reached. */
const MOST_IDLE = 60;
/**
 * A point keeps limits that it passes by this share of all there is in it. Where tangents are all but flat, scaling takes far more
 * for rounding of the solver's.
 */
const ROUNDING = 1e-7;
/** Rows are dropped only when so many are idle: each time the solver starts anew. */
const FEWEST_DROPPED = 50;
/** How far the start of a step back to the guards lies on the way from the best point to the inside, tried in turn. */
const WAYS_INSIDE = [0.01, 0.05, 0.2, 1] as const;
/** A step back to the guards should keep at least this share of the step. */
const KEPT_SHARE = 0.7;
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
  const unitsOfGoal = unitsOfParts(problem);
  const firstCut = problem.limits.rows.lower.length;
  const rows: (CutRow & { idle: number })[] = [];
  const cuts = new Set<Cut>();
  const evaluated: Evaluated[] = [];
  let highest: Evaluated | undefined;
  let worstViolation = 0;

  /** What a point tells an evaluation nearby: guards, which take no part in the goal, are told exactly. */
  const nearbyOf = ({ points, value, columns }: Evaluated): Nearby => {
    const loose = LOOSE * tolerance * input.scale(value, columns);
    return { points, loose: unitsOfGoal.map((unit) => loose * unit) };
  };

  const evaluate = async (columns: Float64Array): Promise<Evaluated> => {
    const points = await problem.evaluate(columns, highest && nearbyOf(highest));
    const at: Evaluated = { columns, value: goalAt(problem, columns, points), points };
    if (highest === undefined || at.value > highest.value) highest = at;
    const fresh = cutsAt(problem, points, columns);
    const size = SMALLEST_PART * input.scale(at.value, columns);
    const note = (cut: Cut, value: number, x: Float64Array): void => {
      worstViolation = Math.max(worstViolation, relativeViolation(cut, value, x, size * unitsOfGoal[cut.of]!));
    };
    // Every point against every tangent, both ways: a function that is not concave shows it sooner or later.
    for (const cut of cuts) note(cut, points[cut.of]!.value, columns);
    for (const earlier of evaluated) {
      for (const cut of fresh) note(cut, earlier.points[cut.of]!.value, earlier.columns);
    }
    evaluated.push(at);
    addCuts(fresh);
    return at;
  };
  const addCuts = (added: readonly Cut[]): void => {
    const { rows: inputs, made } = rowsOfCuts(problem, added);
    session.addRows(inputs);
    for (const row of made) {
      rows.push({ ...row, idle: 0 });
      cuts.add(row.cut);
    }
  };

  addCuts(input.cuts ?? []);

  // A problem whose tangents are known already has a good start as well.
  const chains = input.cuts === undefined && isSum(problem) ? problem.chains : undefined;
  const worth = (share: number) => (at: Evaluated) => share * tolerance * input.scale(at.value, at.columns);
  const goOn = () => signal?.aborted !== true;
  const rehearsal =
    chains &&
    (await rehearsed(problem, { chains, start: input.start, worthwhile: worth(WORTH_A_REHEARSED_STEP), goOn }));

  let best = await evaluate(rehearsal?.best.columns ?? input.start);
  const inside = input.inside === undefined || problem.guards.length === 0 ? undefined : await evaluate(input.inside);
  if (inside !== undefined && inside.value > best.value && holds(problem.guards, inside.points)) best = inside;
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

  let range = partRange(problem, cuts);
  if (chains !== undefined) {
    const start = best;
    ({ best } = await curvedClimb({
      problem,
      chains,
      start,
      ...(rehearsal?.curvature === undefined ? {} : { known: rehearsal.curvature }),
      evaluate,
      worthwhile: worth(WORTH_A_CURVED_STEP),
      goOn(at) {
        best = at;
        iterations += 1;
        report();
        return goOn();
      },
    }));
    if (radius < 1 && (rehearsal !== undefined || best !== start)) radius = RADIUS_AFTER_CLIMB;
  }

  const tell = (proven: number, kind: LinearPoint['boundKind']): void => {
    if (proven >= bound) return;
    bound = proven;
    boundKind = kind;
  };

  const solveWithin = (from: Float64Array, to: Float64Array): LinearPoint => {
    session.setColumnBounds(withParts(from, range.lower), withParts(to, range.upper));
    const point = solved(session, bound < Infinity ? signal : undefined);
    markHolding(point);
    return point;
  };
  const solveFull = (): LinearPoint | undefined => {
    if (fullFails) return undefined;
    // Where a first tangent is all but vertical, those after it say how little parts can come to: rounding is in proportion to that.
    const nearer = partRange(problem, cuts);
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
    guardWorths = worthsOfGuards(problem.guards.length, rows, point.rowDuals.subarray(firstCut));
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
    dropIdle();
    return 'go on';
  };

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
    if (bound === Infinity) tell(boundByTangents(problem, cuts), 'proven');
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
    worstViolation: Math.max(worstViolation, (best.value - bound) / input.scale(best.value, best.columns)),
    ...(last === undefined ? {} : { last }),
    guardWorths,
    cuts: mattering(),
  };

  /** Cuts that have held a program lately. */
  function mattering(): readonly Cut[] {
    return [...new Set(rows.filter((row) => row.idle <= RECENT_ROUNDS).map(({ cut }) => cut))];
  }

  /** Marks the cuts that hold a program at its solution. */
  function markHolding({ rowDuals }: LinearPoint): void {
    rows.forEach((row, k) => {
      if (rowDuals[firstCut + k] !== 0) row.idle = 0;
    });
  }

  /** Drops cuts that have held no program for a while, so that programs stay small. */
  function dropIdle(): void {
    const idle: number[] = [];
    rows.forEach((row, k) => {
      row.idle += 1;
      if (row.idle > IDLE_ROUNDS) idle.push(k);
    });
    if (idle.length < FEWEST_DROPPED) return;
    session.removeRows(idle.map((k) => firstCut + k));
    const gone = new Set(idle);
    rows.splice(0, rows.length, ...rows.filter((_, k) => !gone.has(k)));
    cuts.clear();
    for (const row of rows) cuts.add(row.cut);
  }
}

/**
 * Where a step back to the guards starts, on the way from the best point to the inside, and what share of the way from
 * there to the trial keeps all guards: they are concave, so values between two points are at least those between.
 */
function startOfStepBack(problem: ConcaveProblem, best: Evaluated, inside: Evaluated, trial: Evaluated) {
  const slackOf = (point: Evaluated) => slacksAt(problem.guards, point.points);
  const [atBest, atInside, atTrial] = [slackOf(best), slackOf(inside), slackOf(trial)];
  let step = { columns: inside.columns, share: 0 };
  for (const way of WAYS_INSIDE) {
    let share = 1;
    atTrial.forEach((slack, k) => {
      if (slack >= 0) return;
      const room = Math.max(0, (1 - way) * atBest[k]! + way * atInside[k]!);
      share = Math.min(share, room / (room - slack));
    });
    // A hair less than the whole way, for rounding.
    step = { columns: between(best.columns, inside.columns, way), share: share * (1 - 1e-9) };
    if (share >= KEPT_SHARE) break;
  }
  return step;
}

/** Duals of the cuts of each guard: a guard's `least` stands on the other side of the row. */
export function worthsOfGuards(guards: number, rows: readonly CutRow[], duals: Float64Array): readonly number[] {
  const worths = Array.from({ length: guards }, () => 0);
  rows.forEach(({ guard }, k) => {
    if (guard !== undefined) worths[guard] = worths[guard]! - duals[k]!;
  });
  return worths;
}

/**
 * What no point is above where the goal is at most `ofBox` in a box around a point of this value: on the way to any other, which is at most
 * one over the radius as long as its part within the box, a concave goal rises no faster than there.
 */
export function boundByBox(value: number, ofBox: number, radius: number): number {
  return value + Math.max(0, ofBox - value) / Math.min(1, radius);
}

/** How much of each function makes one unit of the goal; 0 for one that takes no part in it. */
function unitsOfParts({ functions, parts }: ConcaveProblem): readonly number[] {
  const units = functions.map(() => 0);
  for (const { weight, members } of parts) for (const { of, scale } of members) units[of] = scale / weight;
  return units;
}
