import { Cancelled } from '../errors.ts';
import type { LinearProgram } from '../linear/program.ts';
import type { LinearSession, SolveOptions } from '../linear/session.ts';
import type { LinearPoint, LinearSolution } from '../linear/solution.ts';
import { cutRows, cutsAt, violation, type Cut } from './cuts.ts';
import type { Oracle, OracleAnswer, Pieces } from './oracle.ts';

/**
 * Box-step cutting planes: maximizes a concave goal over a polyhedron. A small linear program holds the tangents found
 * so far (an upper estimate of the goal); a trust box around the best point keeps steps short; the program without the
 * box gives the proven upper bound.
 *
 * Source: Marsten, Hogan and Blankenship, "The boxstep method for large-scale optimization" (1975); constants from
 * experiments on problems of 8 to 20 channels and 1 to 52 periods.
 */
export interface BoxStepInput {
  readonly oracle: Oracle;
  readonly pieces: Pieces;
  /** Bounds of the columns, all finite. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Opens a master program: columns are spend, then pieces; its rows are the limits. */
  readonly openMaster: (program: LinearProgram) => LinearSession;
  readonly master: LinearProgram;
  /** A point that satisfies every limit. */
  readonly start: Float64Array;
  /** First half-width of the box, as a share of each column's range; 1 for no box. */
  readonly radius: number;
  /** Relative gap at which to stop. */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** The search ends as soon as it is proven that no plan exceeds this. */
  readonly cutoff?: number;
  /** Absolute value that a relative gap is taken of, at least. */
  readonly scale: (value: number, spend: Float64Array) => number;
  readonly onProgress?: (state: BoxStepProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BoxStepProgress {
  readonly iteration: number;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
}

export interface BoxStepResult {
  readonly spend: Float64Array;
  readonly answer: OracleAnswer;
  /** No point has a goal above this on the same draws, provided the goal is concave. */
  readonly bound: number;
  /** Whether the bound rests on arithmetic alone. */
  readonly boundKind: LinearPoint['boundKind'];
  readonly gap: number;
  readonly iterations: number;
  /** Largest amount by which an evaluated point lay above a tangent or the bound: rounding, when the goal is concave. */
  readonly worstViolation: number;
  /** The last program without the box, with its duals. */
  readonly last?: LinearPoint;
}

/** A box step that gains less than this share of what the program promised makes the box smaller. */
const POOR = 0.1;
/** A box step that gains more than this share of what the program promised makes the box larger. */
const GOOD = 0.5;
const SMALLEST_RADIUS = 1e-6;
/** Rounds between two solutions without the box. */
const BOUND_EVERY = 3;
/** Lengths of steps towards the program's own optimum, taken when only the bound is lagging. */
const SHORT_STEPS = [0.05, 0.02, 0.01] as const;
/** A cut that has been far from the best point for so many rounds is dropped. */
const IDLE_ROUNDS = 15;

/** Lower bound of a piece, in sizes of the largest: no plan loses a thousand times what the best could bring. */
const FAR_BELOW = 1000;

/** See {@link BoxStepInput}. Throws when the master program cannot be solved: its limits must have a solution. */
export async function boxStep(input: BoxStepInput): Promise<BoxStepResult> {
  const { oracle, pieces, lower, upper, signal, tolerance } = input;
  const size = lower.length;
  const session = input.openMaster(input.master);
  try {
    return await run();
  } finally {
    session.close();
  }

  async function run(): Promise<BoxStepResult> {
    const firstCut = input.master.rows.lower.length;
    const cuts: { cut: Cut; idle: number }[] = [];
    const evaluated: { readonly spend: Float64Array; readonly answer: OracleAnswer }[] = [];
    let worstViolation = 0;

    const evaluate = async (spend: Float64Array): Promise<OracleAnswer> => {
      if (signal?.aborted) throw new Cancelled();
      const answer = await oracle(spend);
      const fresh = cutsAt(answer, spend, pieces);
      // Every point against every tangent, both ways: a function that is not concave shows it sooner or later.
      for (const { cut } of cuts) worstViolation = Math.max(worstViolation, violation(cut, answer, spend));
      for (const earlier of evaluated) {
        for (const cut of fresh) {
          worstViolation = Math.max(worstViolation, violation(cut, earlier.answer, earlier.spend));
        }
      }
      evaluated.push({ spend, answer });
      session.addRows(cutRows(fresh, size));
      cuts.push(...fresh.map((cut) => ({ cut, idle: 0 })));
      return answer;
    };

    let best = { spend: input.start, answer: await evaluate(input.start) };
    let bound = Infinity;
    let boundKind: LinearPoint['boundKind'] = 'proven';
    let last: LinearPoint | undefined;
    let radius = input.radius;
    let iterations = 0;
    let shortSteps = 0;

    const gapNow = () => Math.max(0, bound - best.answer.value) / input.scale(best.answer.value, best.spend);
    const report = () => input.onProgress?.({ iteration: iterations, value: best.answer.value, bound, gap: gapNow() });

    const range = pieceRange(
      cuts.map((entry) => entry.cut),
      lower,
      upper,
    );
    const solveWithin = (from: Float64Array, to: Float64Array): LinearPoint => {
      session.setColumnBounds(withPieces(from, range.lower), withPieces(to, range.upper));
      return solved(session, signal);
    };

    const solveFull = (): LinearPoint => {
      const point = solveWithin(lower, upper);
      const value = point.bound + best.answer.constant;
      if (value < bound) {
        bound = value;
        boundKind = point.boundKind;
      }
      last = point;
      return point;
    };

    const consider = (spend: Float64Array, answer: OracleAnswer): boolean => {
      if (answer.value <= best.answer.value) return false;
      best = { spend, answer };
      return true;
    };

    const settled = () => gapNow() <= tolerance || bound <= (input.cutoff ?? -Infinity);

    const step = async (): Promise<'proven' | 'go on'> => {
      const full = iterations % BOUND_EVERY === 1 || radius >= 1 ? solveFull() : undefined;
      report();
      if (settled()) return 'proven';

      const box = boxAround(best.spend, lower, upper, radius);
      const trial = radius >= 1 && full !== undefined ? full : solveWithin(box.lower, box.upper);
      const promised = trial.objective + best.answer.constant - best.answer.value;

      const proofLags = promised < 0.05 * Math.max(0, bound - best.answer.value);
      if (proofLags || promised <= (tolerance / 2) * input.scale(best.answer.value, best.spend)) {
        const target = full ?? solveFull();
        if (settled()) return 'proven';
        shortSteps += 1;
        const length = SHORT_STEPS[shortSteps % SHORT_STEPS.length]!;
        const spend = clamped(between(best.spend, target.values.subarray(0, size), length), lower, upper);
        consider(spend, await evaluate(spend));
        if (shortSteps % 2 === 1) return 'go on';
      }
      const spend = clamped(trial.values.subarray(0, size), lower, upper);
      const before = best.answer.value;
      consider(spend, await evaluate(spend));
      const gained = best.answer.value - before;
      if (gained > GOOD * promised) radius = Math.min(1, radius * 2);
      else if (gained < POOR * promised) radius = Math.max(SMALLEST_RADIUS, radius * 0.7);
      dropIdle();
      return 'go on';
    };

    let proven = false;
    try {
      while (!proven && iterations < input.maxIterations) {
        iterations += 1;
        proven = (await step()) === 'proven';
      }
    } catch (error) {
      // A search that is cancelled, or whose solvers give up, still has its best plan and the bound proved so far.
      const hasAnswer = error instanceof Cancelled || (error instanceof MasterFailed && bound < Infinity);
      if (!hasAnswer) throw error;
    }
    const gap = gapNow();
    report();
    return {
      ...best,
      bound: Math.max(bound, best.answer.value),
      boundKind,
      gap,
      iterations,
      // A plan above the bound is the plainest sign of all.
      worstViolation: Math.max(worstViolation, best.answer.value - bound),
      ...(last === undefined ? {} : { last }),
    };

    /** Drops cuts that have not touched the best point's neighbourhood for a while, so that the program stays small. */
    function dropIdle(): void {
      const idle: number[] = [];
      cuts.forEach((entry, k) => {
        const slack = -violation(entry.cut, best.answer, best.spend);
        const near = slack <= 0.1 * Math.max(bound - best.answer.value, tolerance * Math.abs(best.answer.value));
        entry.idle = near ? 0 : entry.idle + 1;
        if (entry.idle > IDLE_ROUNDS) idle.push(k);
      });
      if (idle.length < 50) return;
      session.removeRows(idle.map((k) => firstCut + k));
      const gone = new Set(idle);
      cuts.splice(0, cuts.length, ...cuts.filter((_, k) => !gone.has(k)));
    }
  }
}

function solved(session: LinearSession, signal: AbortSignal | undefined): LinearPoint {
  const options: SolveOptions = signal === undefined ? {} : { shouldStop: () => signal.aborted };
  const solution: LinearSolution = session.solve(options);
  if (solution.status === 'optimal') return solution;
  throw new MasterFailed(`${solution.status}${'why' in solution ? `: ${solution.why}` : ''}`);
}

/** No solver had an answer for the master program that holds. */
class MasterFailed extends Error {
  constructor(why: string) {
    super(`the master program of the optimizer ended with ${why}`);
    this.name = 'MasterFailed';
  }
}

function boxAround(centre: Float64Array, lower: Float64Array, upper: Float64Array, radius: number) {
  return {
    lower: centre.map((value, k) => Math.max(lower[k]!, value - radius * (upper[k]! - lower[k]!))),
    upper: centre.map((value, k) => Math.min(upper[k]!, value + radius * (upper[k]! - lower[k]!))),
  };
}

/**
 * Finite bounds of the piece columns, so that the bound of the program is plain arithmetic: above, the largest value of
 * any first tangent (a piece's own may be zero but for rounding, a unit that no program can be scaled to); below, far
 * under anything a plan could lead to.
 */
function pieceRange(first: readonly Cut[], lower: Float64Array, upper: Float64Array) {
  const largest = Float64Array.from(first, (cut) =>
    cut.columns.reduce(
      (sum, column, k) => sum + Math.max(cut.slope[k]! * lower[column]!, cut.slope[k]! * upper[column]!),
      cut.constant,
    ),
  );
  const size = largest.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return { lower: largest.map(() => -FAR_BELOW * size), upper: largest.map(() => size) };
}

function withPieces(bounds: Float64Array, ofPieces: Float64Array): Float64Array {
  const all = new Float64Array(bounds.length + ofPieces.length);
  all.set(bounds);
  all.set(ofPieces, bounds.length);
  return all;
}

function between(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((value, k) => value + share * (to[k]! - value));
}

/** Rounding of a solver, as a share of a column's range: nobody spends a millionth of a cent on purpose. */
const DUST = 1e-9;

/** Within the bounds, and on them where only rounding is between. */
function clamped(values: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
  return values.map((value, k) => {
    const [least, most] = [lower[k]!, upper[k]!];
    const dust = DUST * (most - least);
    if (value <= least + dust) return least;
    return value >= most - dust ? most : value;
  });
}
