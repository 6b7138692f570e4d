import type { LinearProgram } from '../../linear/program.ts';
import type { Chain } from './curvature.ts';

/**
 * A concave problem over a polyhedron, as data and one function that evaluates it:
 *
 *   maximize    linear · x + Σ over parts of weight × min over members of (f(x) - shift) / scale
 *   subject to  f(x) >= least for each guard, and the rows and bounds of `limits`
 */
export interface ConcaveProblem {
  /** Columns with finite bounds, and linear rows; its costs are `linear`, to be maximized. */
  readonly limits: LinearProgram;
  /** Each concave function with the columns that it depends on. */
  readonly functions: readonly ConcaveFunction[];
  readonly parts: readonly Part[];
  readonly guards: readonly Guard[];
  /** How the goal is taken to bend, where it is smooth. */
  readonly chains?: readonly Chain[];
  readonly evaluate: (columns: Float64Array, nearby?: Nearby) => Promise<readonly FunctionPoint[]>;
  /** Much the same in a fraction of the time, to see where to look; nothing is proven by it. */
  readonly rehearse?: (columns: Float64Array, nearby?: Nearby) => Promise<readonly FunctionPoint[]>;
}

export interface ConcaveFunction {
  readonly columns: Int32Array;
}

/** Value of a function and the slopes of a tangent, one per column it depends on. */
export interface FunctionPoint {
  readonly value: number;
  readonly slope: Float64Array;
  /** By how much the tangent lies above the function here; it touches it without. */
  readonly above?: number;
  /** Of a mean over the worst draws: how much each of all draws counts in it here. */
  readonly worst?: Float64Array;
}

/** What is known of a point nearby: its worst draws are likely to be the worst here, too. */
export interface Nearby {
  readonly points: readonly FunctionPoint[];
  /** By how much a tangent may lie above its function, by function. */
  readonly loose: readonly number[];
}

/** A point with the goal and all functions there. */
export interface Evaluated {
  readonly columns: Float64Array;
  readonly value: number;
  readonly points: readonly FunctionPoint[];
}

/** A term of the goal: the smallest of its members, times a positive weight. */
export interface Part {
  readonly weight: number;
  readonly members: readonly Member[];
}

export interface Member {
  readonly of: number;
  readonly shift: number;
  readonly scale: number;
}

/** A function that must be at least so much. */
export interface Guard {
  readonly of: number;
  readonly least: number;
}

/** A part that is one function as it stands. */
export function partOf(of: number, weight = 1): Part {
  return { weight, members: [{ of, shift: 0, scale: 1 }] };
}

/** The goal at a point. */
export function goalAt(problem: ConcaveProblem, columns: Float64Array, points: readonly FunctionPoint[]): number {
  const { cost } = problem.limits.columns;
  let value = 0;
  for (let k = 0; k < cost.length; k++) if (cost[k] !== 0) value += cost[k]! * columns[k]!;
  for (const { weight, members } of problem.parts) value += weight * smallest(members, points);
  return value;
}

function smallest(members: readonly Member[], points: readonly FunctionPoint[]): number {
  return Math.min(...members.map(({ of, shift, scale }) => (points[of]!.value - shift) / scale));
}

/** How far each guard is from being broken; negative where it is. */
export function slacksAt(guards: readonly Guard[], points: readonly FunctionPoint[]): Float64Array {
  return Float64Array.from(guards, ({ of, least }) => points[of]!.value - least);
}

/** Rounding of a guard, as a share of the numbers that are compared. */
const ROUNDING = 1e-9;

/** Whether all guards hold, but for rounding. */
export function holds(guards: readonly Guard[], points: readonly FunctionPoint[]): boolean {
  return guards.every(({ of, least }) => {
    const { value } = points[of]!;
    return value - least >= -ROUNDING * Math.max(Math.abs(value), Math.abs(least));
  });
}
