import type { Row } from '../domain/row.ts';
import type { ParameterSpec } from './parameter.ts';

/** How a curve bends over spend from zero up. `concave` includes linear. */
export type Curvature = 'concave' | 'S-shaped' | 'other';

/**
 * A response curve S: effective spend (currency per period) to effective spend after saturation (currency per
 * period), so that customers = efficiency × S(a). Families with `quotes: 'first money'` have slope 1 at zero; those
 * with `'best average'` have 1 as the largest average S(a)/a, where there is one; with `'average at reference'` the
 * average is 1 at the spend `reference`.
 */
export interface ResponseFamily {
  readonly name: string;
  readonly about: string;
  /** Uncertain parameters, in the order in which `respond` receives their rows. */
  readonly parameters: readonly ParameterSpec[];
  /** What efficiency the planner quotes; `'absolute'`: the curve itself is in customers (or revenue), nothing is quoted. */
  readonly quotes: 'first money' | 'best average' | 'average at reference' | 'absolute';
  /** Whether the curve takes a list of points `[spend, response]` (sorted by spend, from 0). */
  readonly takesPoints: boolean;
  /**
   * Whether S is 0 at no spend and, from there on, a smooth function of the logarithm of spend, so that its sum over many spends can be
   * had from few; not where nothing is said.
   */
  readonly smooth?: boolean;
  /** How the curve bends for one set of parameters. */
  curvature(parameters: readonly number[], points: readonly (readonly number[])[]): Curvature;
  /** S as spend grows without end, currency per period; Infinity when there is no ceiling. */
  ceiling(parameters: readonly number[], points: readonly (readonly number[])[]): number;
  /**
   * The rows that `respond` takes as its `parameters`, for families that first work something out of the parameters
   * of a block of draws (a normalization, once instead of in every period). Without it `respond` takes them as they are.
   *
   * @param ceilings  what S is to come near to as spend grows, instead of the curve's own, where it takes that
   */
  prepare?(parameters: readonly Row[], ceilings?: Row): readonly Row[];
  /** Whether `prepare` takes ceilings for these parameters; never where nothing is said. */
  takesCeilings?(parameters: readonly Row[]): boolean;
  /** The compiled twin of `prepare` for these parameters, if there is one. */
  prepared?(parameters: readonly Row[], ceilings?: Row): PreparedByKernel | undefined;
  /** The ceilings, where `prepare` has put them among the rows it made. */
  ceilings?(prepared: readonly Row[]): Row;
  /**
   * Name of the compiled twin of `respond` for these (prepared) parameters, in `kernel/assembly/curves.ts`: the same
   * arithmetic in the same order. Without one the curve works as well, but takes some five times as long.
   */
  compiled?(parameters: readonly Row[]): CompiledCurve | undefined;
  /**
   * Fills `value` with S(spend) and `slope` with dS/dspend, draw by draw. At a kink the slope is the one to the
   * right (a supergradient of a concave curve); at zero spend a finite number, with value and slope taken so that
   * value + slope·d is never below S(spend + d) for a concave curve.
   */
  respond(input: ResponseInput, value: Row, slope: Row): void;
}

/** How the kernel does what `prepare` of a curve does. */
export interface PreparedByKernel {
  /** Name of a function in `kernel/assembly/prepare.ts`. */
  readonly by: CompiledPreparation;
  /** How many rows it makes. */
  readonly rows: number;
  /** All rows that `prepare` gives, with those among them; left out where these are all. */
  all?(made: readonly Row[]): readonly Row[];
}

/** Curves that `kernel/assembly/curves.ts` holds. */
export type CompiledCurve =
  | 'linearCurve'
  | 'exponentialCurve'
  | 'michaelisMentenCurve'
  | 'logCurve'
  | 'tanhCurve'
  | 'hillCurve'
  | 'powerCurve'
  | 'adbudgCurve';

/** Preparations that `kernel/assembly/prepare.ts` holds. */
export type CompiledPreparation = 'prepareExponential' | 'prepareHill' | 'prepareHillBelow';

export interface ResponseInput {
  /** Effective spend, currency per period, at least 0. */
  readonly spend: Row;
  /** What `prepare` made of the rows of the parameters; the rows themselves where the family has no `prepare`. */
  readonly parameters: readonly Row[];
  readonly points: readonly (readonly number[])[];
}
