import type { Distribution } from '../families/distribution.ts';
import { lawOf } from './law-of.ts';
import { distributions } from './table.ts';
import { insideProbability } from './truncate.ts';

/** A truncation that leaves less than this is taken for a mistake. */
const LEAST_INSIDE = 1e-9;

/** Why there is no such distribution, in words; undefined when there is. The other functions expect a checked one. */
export function check(distribution: Distribution): string | undefined {
  const { family: name, parameters, truncate } = distribution;
  const family = distributions[name];
  if (family === undefined) {
    return `there is no family called ${name}; there are ${Object.keys(distributions).join(', ')}`;
  }
  const why = family.check(parameters);
  if (why !== undefined || truncate === undefined) return why;
  const { low = -Infinity, high = Infinity } = truncate;
  if (!(low < high)) return `the upper limit must be more than the lower limit, ${low}, got ${high}`;
  const inside = insideProbability(lawOf({ family: name, parameters }), truncate);
  return inside >= LEAST_INSIDE ? undefined : `it has almost no probability between ${low} and ${high}`;
}

/** Smallest x with P(X <= x) >= p; the ends of the support at 0 and 1. */
export function quantile(distribution: Distribution, p: number): number {
  const law = lawOf(distribution);
  if (p <= 0) return law.support[0];
  return p >= 1 ? law.support[1] : law.quantile(p);
}

/** P(X <= x). */
export function cumulative(distribution: Distribution, x: number): number {
  return lawOf(distribution).cumulative(x);
}

/** P(X > x), precise where it is small. */
export function exceedance(distribution: Distribution, x: number): number {
  return lawOf(distribution).exceedance(x);
}

/** Density at x; for separate outcomes the probability of x. */
export function density(distribution: Distribution, x: number): number {
  return lawOf(distribution).density(x);
}

/** The mean; undefined when it does not exist. */
export function mean(distribution: Distribution): number | undefined {
  return lawOf(distribution).mean();
}

/** The standard deviation; undefined when it does not exist. */
export function sd(distribution: Distribution): number | undefined {
  return lawOf(distribution).sd();
}

/** Smallest closed interval with all probability; ends may be infinite. */
export function support(distribution: Distribution): readonly [number, number] {
  return lawOf(distribution).support;
}

/** Probabilities at which the quantile function is not smooth, ascending; none for separate outcomes. */
export function kinks(distribution: Distribution): readonly number[] {
  return lawOf(distribution).kinks;
}
