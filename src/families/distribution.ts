import type { ParameterSpec } from './parameter.ts';

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
