import { sum } from 'd3-array';
import { studentT } from '../../distributions/student-t.ts';
import { exp } from '../../numeric/exp.ts';
import { ln } from '../../numeric/ln.ts';
import { normalQuantile } from '../../numeric/normal.ts';
import { momentsOf } from '../../statistics/moments.ts';

/** Ends of a range that holds nine cases in ten, as a scenario means `3 to 5`. */
export type Range = readonly [low: number, high: number];

const END_SCORE = normalQuantile(0.95);

/** So many of so many, in one week or in all. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

/** Weeks from which on their differences say something. */
const FEWEST_WEEKS = 4;

/** A median and a relative spread as a range: it is lognormal. */
export function rangeAround(middle: number, relative: number): Range {
  const factor = exp(END_SCORE * relative);
  return [middle / factor, middle * factor];
}

/** Mean and standard deviation of logarithms. */
export function logMoments(values: readonly number[]) {
  return momentsOf(values.map(ln));
}

/**
 * By how much a range of nine cases in ten is wider whose spread is itself told from `n` values, at least two: the 95 % quantile
 * of Student's t on n - 1 degrees of freedom over that of the normal distribution. 3.8 for two, 1.15 for eight, 1.04 for 26.
 */
export function widenedBy(n: number): number {
  return studentT.quantile(0.95, { df: n - 1 }) / END_SCORE;
}

/**
 * Where the next week lies in nine cases of ten, by the mean and spread of the logarithms; positive values, at least two.
 *
 * Source: the prediction interval of a normal sample: Hahn and Meeker, "Statistical Intervals" (1991), section 4.7.
 */
export function rangeOfWeeks(values: readonly number[]): Range {
  const { mean, sd } = logMoments(values);
  return rangeAround(exp(mean), sd * Math.sqrt(1 + 1 / values.length) * widenedBy(values.length));
}

/** The mean of values and how sure it is: its standard error, as a share of it, as a lognormal range. */
export function rangeOfMean(values: readonly number[]): Range {
  const { mean, sd } = momentsOf(values);
  return rangeAround(mean, (sd / mean / Math.sqrt(values.length)) * widenedBy(values.length));
}

export function squared(x: number): number {
  return x * x;
}

/** A rate of events per unit that was seen so often: Poisson, with half an event where none was seen. */
export function relativeOfCount(events: number): number {
  return 1 / Math.sqrt(Math.max(events, 0.5));
}

/** More tries than these make no share better known that a plan is made with. */
const MOST_TRIES = 1e8;

/** A share, told by as many tries as its weeks let it be known by. */
export interface Effective {
  readonly all: Count;
  /** What counts: `all` where weeks differ by chance only. */
  readonly counts: Count;
  /** By how much the variance is larger than chance makes it; 1 at least. */
  readonly design: number;
}

/**
 * Counts that say how well a share is known. Weeks differ by more than chance: other audiences, offers and competitors. The
 * variance of a ratio over weeks is set in relation to that of as many independent tries (the design effect), and the counts are
 * divided by that, and by what few weeks leave open of it, so that `8 of 200` is as uncertain as the share is.
 *
 * Source: Cochran, "Sampling Techniques" (1977), sections 2.11 (variance of a ratio) and 9A.
 */
export function effectiveCount(weeks: readonly Count[]): Effective {
  // What was spread over days, or shared out by a platform, is whole in the end.
  const tries = Math.max(1, Math.round(sum(weeks, (week) => week.of)));
  const all = { hits: Math.min(tries, Math.round(sum(weeks, ({ hits }) => hits))), of: tries };
  const tried = weeks.filter(({ of }) => of > 0);
  const design = designEffect(tried);
  return { all, counts: capped(design === 1 ? all : divided(all, design * squared(widenedBy(tried.length)))), design };
}

/** Whole numbers of as nearly the same share as can be. */
function divided({ hits, of }: Count, by: number): Count {
  if (hits === 0) return { hits, of: Math.max(1, Math.round(of / by)) };
  const fewer = Math.max(1, Math.round(hits / by));
  return { hits: fewer, of: Math.max(fewer, Math.round((fewer * of) / hits)) };
}

function capped({ hits, of }: Count): Count {
  return of <= MOST_TRIES ? { hits, of } : { hits: Math.round((hits * MOST_TRIES) / of), of: MOST_TRIES };
}

/** See {@link effectiveCount}. 1 where there are too few weeks to tell. */
export function designEffect(weeks: readonly Count[]): number {
  const of = sum(weeks, (week) => week.of);
  const share = sum(weeks, ({ hits }) => hits) / of;
  if (weeks.length < FEWEST_WEEKS || !(share > 0 && share < 1)) return 1;
  const n = weeks.length;
  const squares = sum(weeks, (week) => (week.hits - share * week.of) * (week.hits - share * week.of));
  const variance = ((n / (n - 1)) * squares) / (of * of);
  return Math.max(1, variance / ((share * (1 - share)) / of));
}
