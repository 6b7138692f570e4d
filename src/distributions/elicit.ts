/**
 * Distributions from what planners write. Every function returns the distribution, or why there is none, in words.
 */
import type { Distribution, DistributionParameters } from '../families/distribution.ts';
import { ln, log1p } from '../numeric/ln.ts';
import { normalQuantile } from '../numeric/normal.ts';
import type { Bounds } from './bounds.ts';
import { check } from './distribution.ts';
import { middleFor, metalogThrough, rangeOfMiddles } from './metalog-fit.ts';

export type Elicited =
  { readonly ok: true; readonly distribution: Distribution } | { readonly ok: false; readonly why: string };

/** Share of the probability that a plain range, `3 to 5`, is taken to hold. */
const USUAL_MASS = 0.9;

/** A normal distribution with probability `mass` between `low` and `high`, and as much below as above. */
export function normalFromRange(low: number, high: number, mass: number = USUAL_MASS): Elicited {
  const why = misordered(low, high);
  if (why !== undefined) return refusal(why);
  return elicited('normal', { mean: (low + high) / 2, sd: (high - low) / (2 * scoreOfMass(mass)) });
}

/** A lognormal distribution with probability `mass` between `low` and `high`, and as much below as above. */
export function lognormalFromRange(low: number, high: number, mass: number = USUAL_MASS): Elicited {
  const why = low > 0 ? misordered(low, high) : `a lognormal range lies above 0, and this one starts at ${low}`;
  if (why !== undefined) return refusal(why);
  return elicited('lognormal', { mu: (ln(low) + ln(high)) / 2, sigma: ln(high / low) / (2 * scoreOfMass(mass)) });
}

/** A logit-normal distribution with probability `mass` between `low` and `high`, and as much below as above. */
export function logitNormalFromRange(low: number, high: number, mass: number = USUAL_MASS): Elicited {
  const inside = low > 0 && high < 1;
  const why = inside
    ? misordered(low, high)
    : `a range of a rate lies between 0 and 1, and this one is ${low} to ${high}`;
  if (why !== undefined) return refusal(why);
  const logitLow = ln(low) - log1p(-low);
  const logitHigh = ln(high) - log1p(-high);
  return elicited('logit-normal', {
    mu: (logitLow + logitHigh) / 2,
    sigma: (logitHigh - logitLow) / (2 * scoreOfMass(mass)),
  });
}

/** The normal distribution with this mean and standard deviation. */
export function normalFromMeanSd(mean: number, sd: number): Elicited {
  return elicited('normal', { mean, sd });
}

/** The lognormal distribution with this mean and standard deviation. */
export function lognormalFromMeanSd(mean: number, sd: number): Elicited {
  if (!(mean > 0)) return refusal(`a lognormal mean lies above 0, and this one is ${mean}`);
  if (!(sd > 0)) return refusal(`the standard deviation must be more than 0, got ${sd}`);
  const variance = log1p((sd / mean) * (sd / mean));
  return elicited('lognormal', { mu: ln(mean) - variance / 2, sigma: Math.sqrt(variance) });
}

/** The beta distribution with this mean and standard deviation. */
export function betaFromMeanSd(mean: number, sd: number): Elicited {
  if (!(mean > 0 && mean < 1)) return refusal(`the mean of a rate lies between 0 and 1, and this one is ${mean}`);
  const most = Math.sqrt(mean * (1 - mean));
  if (!(sd > 0 && sd < most)) {
    return refusal(`the standard deviation of a rate around ${mean} must be between 0 and ${rounded(most)}, got ${sd}`);
  }
  const weight = (most / sd) * (most / sd) - 1;
  return elicited('beta', { alpha: mean * weight, beta: (1 - mean) * weight });
}

/**
 * What is known of a rate after `successes` of `trials`, knowing nothing before: the posterior of Jeffreys' prior, whose
 * intervals hold the true rate about as often as they say even when few succeed.
 *
 * Source: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion" (2001).
 */
export function betaFromCounts(successes: number, trials: number): Elicited {
  if (!(trials > 0)) return refusal(`the number counted must be more than 0, got ${trials}`);
  if (!(successes >= 0 && successes <= trials)) {
    return refusal(`of ${trials}, between 0 and ${trials} can be successes, not ${successes}`);
  }
  return elicited('beta', { alpha: successes + 0.5, beta: trials - successes + 0.5 });
}

/** The PERT distribution between `low` and `high` around the most likely value. */
export function pertFrom(low: number, likely: number, high: number): Elicited {
  return elicited('pert', { low, likely, high });
}

/** The triangular distribution between `low` and `high` with its peak at the most likely value. */
export function triangularFrom(low: number, likely: number, high: number): Elicited {
  return elicited('triangular', { low, likely, high });
}

/** The metalog distribution through three percentiles: with probability 0.1, 0.5 and 0.9 the value is at most these. */
export function metalogFromPercentiles(
  { p10, p50, p90 }: { readonly p10: number; readonly p50: number; readonly p90: number },
  bounds: Bounds = {},
): Elicited {
  const why = misordered(p10, p90) ?? outside(p10, p90, bounds);
  if (why !== undefined) return refusal(why);
  const [least, most] = rangeOfMiddles(0.1, p10, p90, bounds);
  if (!(p50 > least && p50 < most)) {
    return refusal(
      `with 10 % below ${p10} and 10 % above ${p90}, the middle must be between about ${rounded(least)} and ` +
        `${rounded(most)}, got ${p50}`,
    );
  }
  return elicited('metalog', metalogThrough(0.1, [p10, p50, p90], bounds));
}

/**
 * The metalog distribution with this mean whose 5 % and 95 % points are these: a media-mix model's report as a
 * distribution. Above 0 unless other bounds are given. Where two have this mean, the one nearer to symmetry is taken.
 */
export function metalogFromMeanAndInterval(
  mean: number,
  p05: number,
  p95: number,
  bounds: Bounds = { low: 0 },
): Elicited {
  const why = misordered(p05, p95) ?? outside(p05, p95, bounds);
  if (why !== undefined) return refusal(why);
  const middle = middleFor(mean, 0.05, p05, p95, bounds);
  if (middle.found) return elicited('metalog', metalogThrough(0.05, [p05, middle.value, p95], bounds));
  const least = `about ${rounded(middle.leastMean)}`;
  const means = middle.mostMean < Infinity ? `between ${least} and ${rounded(middle.mostMean)}` : `at least ${least}`;
  return refusal(`with 5 % below ${p05} and 5 % above ${p95}, the mean must be ${means}, got ${mean}`);
}

function elicited(family: string, parameters: DistributionParameters): Elicited {
  const distribution = { family, parameters };
  const why = check(distribution);
  return why === undefined ? { ok: true, distribution } : refusal(why);
}

function refusal(why: string): Elicited {
  return { ok: false, why };
}

function misordered(low: number, high: number): string | undefined {
  return low < high ? undefined : `the high end must be more than the low end, ${low}, got ${high}`;
}

function outside(low: number, high: number, bounds: Bounds): string | undefined {
  if (bounds.low !== undefined && low <= bounds.low) return `the low end must be more than ${bounds.low}, got ${low}`;
  if (bounds.high !== undefined && high >= bounds.high)
    return `the high end must be less than ${bounds.high}, got ${high}`;
  return undefined;
}

/** The score above which half of what lies outside the middle `mass` is. */
function scoreOfMass(mass: number): number {
  return -normalQuantile((1 - mass) / 2);
}

function rounded(x: number): number {
  return Number(x.toPrecision(3));
}
