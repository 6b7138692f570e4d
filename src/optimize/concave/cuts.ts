import { rowsOf, type Rows } from '../../linear/program.ts';
import type { ConcaveProblem, FunctionPoint } from './concave-problem.ts';

/** A tangent of a function: f(x) <= `constant` + `slope` · x, for every x, when the function is concave. */
export interface Cut {
  readonly of: number;
  readonly columns: Int32Array;
  readonly slope: Float64Array;
  readonly constant: number;
  /** Size of the numbers that `constant` is the difference of. */
  readonly gross: number;
}

/**
 * A slope of less than this share of the steepest is what rounding leaves where money brings just what it costs. Scaled
 * up to what other parts bring it would make a program unsolvable.
 */
const ROUNDING_OF_SLOPES = 1e-13;
/** The same of a constant, as a share of the largest numbers that any is the difference of. */
const ROUNDING_OF_CONSTANTS = 1e-13;

/** The tangents of all functions at a point. */
export function cutsAt(
  { functions, limits }: Pick<ConcaveProblem, 'functions' | 'limits'>,
  points: readonly FunctionPoint[],
  x: Float64Array,
): readonly Cut[] {
  let steepest = 0;
  for (const { slope } of points) for (const one of slope) steepest = Math.max(steepest, Math.abs(one));
  const { lower, upper } = limits.columns;
  const cuts = functions.map(({ columns }, of): Cut => {
    const { value, above = 0 } = points[of]!;
    const slope = points[of]!.slope.slice();
    let constant = value + above;
    let gross = Math.abs(value);
    columns.forEach((column, k) => {
      const term = slope[k]! * x[column]!;
      constant -= term;
      gross += Math.abs(term);
      if (slope[k] === 0 || Math.abs(slope[k]!) > ROUNDING_OF_SLOPES * steepest) return;
      // The most that the term can come to takes its place, so that the cut stays above the function.
      constant += Math.max(slope[k]! * lower[column]!, slope[k]! * upper[column]!);
      slope[k] = 0;
    });
    return { of, columns, slope, constant, gross };
  });
  const least = ROUNDING_OF_CONSTANTS * cuts.reduce((most, { gross }) => Math.max(most, gross), 0);
  return cuts.map((cut) => ({ ...cut, constant: sizable(cut.constant, least) }));
}

/** Of what is too small: what rounding leaves of numbers that cancel. */
const ROUNDING = 1e-4;

/** A number or, where it is too small for solvers to handle beside others, one that is not and is no less but for rounding. */
export function sizable(value: number, least: number): number {
  if (Math.abs(value) >= least) return value;
  return value <= ROUNDING * least ? 0 : least;
}

/**
 * How far a function at a point lies above a cut of it, as a share of the numbers that this is the difference of, or of
 * `smallest` where these are less: more than rounding means that the function is not concave.
 */
export function relativeViolation(cut: Cut, value: number, x: Float64Array, smallest: number): number {
  const { columns, slope, constant } = cut;
  let height = constant;
  let gross = Math.abs(constant);
  for (let k = 0; k < columns.length; k++) {
    const term = slope[k]! * x[columns[k]!]!;
    height += term;
    gross += Math.abs(term);
  }
  return (value - height) / Math.max(gross, cut.gross, Math.abs(value), smallest, Number.MIN_VALUE);
}

/** A row of the master program that a cut makes, and the guard that it stands for, if it is one's. */
export interface CutRow {
  readonly cut: Cut;
  readonly guard?: number;
}

/** The rows that cuts become: one for each part that a function is a member of, one for each guard it is. */
export function rowsOfCuts(problem: ConcaveProblem, cuts: readonly Cut[]): { rows: Rows; made: readonly CutRow[] } {
  const firstPart = problem.limits.columns.cost.length;
  const made: CutRow[] = [];
  const inputs: Parameters<typeof rowsOf>[0][number][] = [];
  for (const cut of cuts) {
    const terms = (factor: number) =>
      Array.from(cut.columns, (column, k) => [column, -cut.slope[k]! / factor] as const).filter(
        ([, coefficient]) => coefficient !== 0,
      );
    problem.parts.forEach(({ members }, part) => {
      for (const { of, shift, scale } of members) {
        if (of !== cut.of) continue;
        made.push({ cut });
        inputs.push({ terms: [[firstPart + part, 1], ...terms(scale)], upper: (cut.constant - shift) / scale });
      }
    });
    problem.guards.forEach(({ of, least }, guard) => {
      if (of !== cut.of) return;
      made.push({ cut, guard });
      inputs.push({ terms: terms(1), upper: cut.constant - least });
    });
  }
  return { rows: rowsOf(inputs), made };
}

/** Duals of the cuts of each guard: a guard's `least` stands on the other side of the row. */
export function worthsOfGuards(guards: number, rows: readonly CutRow[], duals: Float64Array): readonly number[] {
  const worths = Array.from({ length: guards }, () => 0);
  rows.forEach(({ guard }, k) => {
    if (guard !== undefined) worths[guard] = worths[guard]! - duals[k]!;
  });
  return worths;
}
