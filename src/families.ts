/**
 * What one can add: a distribution, a response curve, a carry-over. Each member is one file that exports one
 * constant of the type below, and one line in the table of its folder (`distributions/table.ts`, …). Validation,
 * the JSON Schema, form fields, help and conformance tests are made from these declarations.
 */

import type { z } from 'zod';
import type { LinearLimit, NonlinearLimit, Scenario } from './domain.ts';
import type { Templates } from './report/languages/translate.ts';
import type { Rule } from './scenario/check/rule.ts';
import type { FieldKinds } from './scenario/schema/field-kinds.ts';

/** What a number is measured in: decides how its text is read, checked, drawn and shown. */
export type Unit = 'money' | 'rate' | 'count' | 'periods' | 'hours' | 'number';

/** One field of a family member. */
export interface ParameterSpec {
  readonly name: string;
  readonly unit: Unit;
  /** One sentence for help, schema and documentation. */
  readonly about: string;
  /** Allowed range; the ends themselves are allowed unless `open`. */
  readonly least?: number;
  readonly most?: number;
  /** The ends of the range are themselves not allowed. */
  readonly open?: boolean;
  /** Used when the field is left out; without it the field must be given. */
  readonly standard?: number;
  /** The field is a list of numbers, each in the range. */
  readonly list?: boolean;
}

/** Parameters of a distribution by name; a list for those with many (`values`, `coefficients`). */
export type DistributionParameters = Readonly<Record<string, number | readonly number[]>>;

/** A distribution as plain data: it travels to workers and into records. */
export interface Distribution {
  readonly family: string;
  readonly parameters: DistributionParameters;
  /** Only values in this interval; probability outside is spread over the inside in proportion. */
  readonly truncate?: { readonly low?: number; readonly high?: number };
  /** Where its normal score lies, by what was seen of quantities that move with it; of mean 0 and deviation 1 when left out. */
  readonly score?: ScoreBelief;
  /** What was seen of it, by which it is weighed (Bayes' rule). */
  readonly observed?: Observation;
}

/** A normal score that is believed to be normal with this mean and standard deviation. */
export interface ScoreBelief {
  readonly mean: number;
  readonly sd: number;
}

/** What was seen of a quantity. */
export type Observation =
  /** Of a rate: so many of so many. */
  | { readonly kind: 'counted'; readonly successes: number; readonly trials: number }
  /** Of a positive quantity: a value whose logarithm is off by this standard deviation. */
  | { readonly kind: 'measured'; readonly value: number; readonly spread: number };

/** A family of distributions. All functions are pure and use no `Math` function that differs between engines. */
export interface DistributionFamily {
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly ParameterSpec[];
  /** Whether the outcomes are separate values (counts, yes or no), so that the quantile function is a staircase. */
  readonly discrete: boolean;
  /** Why no such distribution exists, in words; undefined when it does. */
  check(parameters: DistributionParameters): string | undefined;
  /**
   * Smallest x with P(X <= x) >= p, for p in (0, 1).
   *
   * @param above  1 - p, given where it is known more precisely than by subtraction (the upper tail)
   * @param near   a value close to the answer, which saves work where the answer is found by search
   */
  quantile(p: number, parameters: DistributionParameters, above?: number, near?: number): number;
  /**
   * The quantile at the normal probability of the score z, and how fast it rises with z: for families that are made of a
   * normal number, which need not go by way of its probability.
   */
  atScore?(z: number, parameters: DistributionParameters): readonly [value: number, slope: number];
  /** P(X <= x). */
  cumulative(x: number, parameters: DistributionParameters): number;
  /** P(X > x), precise where it is small. */
  exceedance(x: number, parameters: DistributionParameters): number;
  /** Density at x; for discrete families the probability of x. */
  density(x: number, parameters: DistributionParameters): number;
  /** Infinity or NaN never: undefined when the moment does not exist. */
  mean(parameters: DistributionParameters): number | undefined;
  sd(parameters: DistributionParameters): number | undefined;
  /** Closed support; ends may be infinite. */
  support(parameters: DistributionParameters): readonly [number, number];
  /** Probabilities at which the quantile function of a continuous family has a kink (the mode of a triangular). */
  kinks?(parameters: DistributionParameters): readonly number[];
  /** The outcomes of a discrete family, ascending, and their probabilities; those left out have less than 1e-16. */
  outcomes?(parameters: DistributionParameters): Outcomes;
}

/** Separate values, ascending, each with its probability. */
export interface Outcomes {
  readonly values: Float64Array;
  readonly probabilities: Float64Array;
}

/** One value per draw of a block. Every row of one call has the same length. */
export type Row = Float64Array;

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

/**
 * A carry-over (adstock): how the effect of one period's spend is spread over this and the following periods.
 * The engine normalizes the weights to sum to 1 unless the file says `normalize: false`.
 */
export interface CarryoverFamily {
  readonly name: string;
  readonly about: string;
  /** Uncertain parameters, in the order in which the functions below receive them. */
  readonly parameters: readonly ParameterSpec[];
  /** Whether the weights are defined over a window only, so that the file must give `lags`. */
  readonly needsLags: boolean;
  /** Fills `weights` with the weight of lag 0, 1, … (not normalized) for one draw; its length is the window. */
  weights(parameters: readonly number[], weights: Float64Array): void;
  /** Name of the compiled twin of `weights`, in `kernel/assembly/lags.ts`: the same bits for many draws. */
  readonly compiled?: CompiledWeights;
  /** The retention r when weight(lag) = r^lag, so that the engine may use a recursion instead of a sum over lags. */
  retention?(parameters: readonly number[]): number;
  /** The same for many draws at once, where one of the parameters is it. */
  retentions?(parameters: readonly Row[]): Row;
  /** Lags after which less than `share` of all weight is left, for one set of parameters; Infinity without an end. */
  reach(parameters: readonly number[], share: number): number;
}

/** Weights of lags that `kernel/assembly/lags.ts` holds. */
export type CompiledWeights = 'binomialWeights' | 'delayedWeights' | 'weibullCdfWeights' | 'weibullPdfWeights';

/** Where fields of a limit can stand: at the top of a file, in the `limits` of a channel, in a group. */
export interface LimitFields {
  readonly file?: z.ZodRawShape;
  readonly channel?: z.ZodRawShape;
  readonly group?: z.ZodRawShape;
}

/** What a limit is called in Chinese where one field is behind limits of several names. */
export interface ChineseNames {
  readonly least: string;
  readonly most: string;
  readonly field: string;
}

/** Stands beside the limit (`constraints/chinese/`), and only who reads Chinese fetches it. */
export interface ChineseOfLimit {
  /**
   * Names of limits by their fields, told by the section of the file and what follows the planner's own name and `limits`:
   * `channels.total.min`, `groups.mostUsed`, `mostChannels`. Whose limit it is stands before the name in sections that planners
   * name things in, and else in the place of `{}`.
   */
  readonly names: Readonly<Record<string, string | ChineseNames>>;
  /** What is said of the limit elsewhere: what its fields are for, what is wrong with them, its names within sentences. */
  readonly texts: Templates;
}

type FieldsOfLimit = (kinds: FieldKinds) => LimitFields;

/**
 * A kind of limit on spend: reads what the file says about it and returns the linear limits that follow. Limits on one
 * number (`at least`, `at most`) are returned one by one, so that each can be named when it binds or conflicts.
 */
export interface ConstraintFamily<Fields extends FieldsOfLimit = FieldsOfLimit> {
  readonly name: string;
  /** How the limit is written. What a scenario holds is told by these types. */
  readonly fields?: Fields;
  /** Names of fields that keep a plan from spending nothing, unless they are 0. */
  readonly floors?: readonly string[];
  /** Fields that end what a channel, or those of a group, can be given, told as `names` of its Chinese are. */
  readonly ceilings?: readonly string[];
  /** What its fields must be together and beside others. */
  readonly rules?: readonly Rule[];
  /** @param settled  periods from the first that are past, for what only holds among those to come */
  limits(scenario: Scenario, settled: number): readonly LinearLimit[];
  /** What it asks for beyond linear sums. */
  nonlinear?(scenario: Scenario): readonly NonlinearLimit[];
}

/** What a ratio of totals can be made of. */
export type RatioPart = 'revenue' | 'media' | 'customers' | 'cashCost' | 'fullCost';

/** A figure of a plan as a whole, no total, that a target can be about. */
export interface TargetFamily {
  /** One sentence for help, schema and documentation. */
  readonly about: string;
  /** The side that can be asked for: of the other a plan would be better off without. */
  readonly side: 'atLeast' | 'atMost';
  readonly unit: 'ratio' | 'money' | 'periods';
  /** A ratio of two totals is kept and proven by a search and has a chance; any other needs a search of its own. */
  readonly ofTotals?: { readonly of: RatioPart; readonly per: RatioPart };
  /** Why nobody can ask for its chance, and what to do instead. */
  readonly noChance?: { readonly message: string; readonly advice: string };
  /** Within English sentences. */
  readonly name: string;
}
