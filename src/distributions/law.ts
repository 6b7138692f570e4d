import type { Outcomes } from '../families/distribution.ts';

/** A distribution with its parameters filled in and its truncation applied: what one asks it. */
export interface Law {
  /** Smallest x with P(X <= x) >= p, for p in (0, 1); `above` and `near` as in `DistributionFamily.quantile`. */
  quantile(p: number, above?: number, near?: number): number;
  /** As `DistributionFamily.atScore`. */
  atScore?(z: number): readonly [value: number, slope: number];
  cumulative(x: number): number;
  exceedance(x: number): number;
  density(x: number): number;
  mean(): number | undefined;
  sd(): number | undefined;
  readonly support: readonly [number, number];
  /** Probabilities at which the quantile function is not smooth, ascending; none for separate outcomes. */
  readonly kinks: readonly number[];
  /** Only where the outcomes are separate values. */
  outcomes?(): Outcomes;
}
