import { group, sum } from 'd3-array';
import { designEffect, type Count } from './estimate.ts';
import { weekOf } from './week.ts';

/** Those who began in one week and what became of them. */
export interface Cohort extends Count {
  /** The first day of the week, as a day number. */
  readonly first: number;
}

/** The last weeks of a history, and those before them. */
export interface Tail {
  /** The first day of the tail. */
  readonly from: number;
  readonly weeks: number;
  readonly young: Count;
  readonly older: Count;
}

/** A share that changed: up to a day, and from it on. */
export interface Drift {
  readonly from: number;
  readonly before: Count;
  readonly after: Count;
}

/**
 * Standard errors from which on shares are said to differ. Tails of several lengths are tried: of histories in which nothing
 * changes, one in a hundred or fewer is taken to have one (`test/importers/cohorts.test.ts` counts them).
 */
const FAR_APART = 3;
/** Fewer weeks do not tell how weeks differ by themselves. */
const FEWEST_OLDER = 8;

/** Cohorts by week, from Monday, in the order of time; what has no day is in none. */
export function cohortsOf<T extends { readonly day?: number }>(
  all: readonly T[],
  isHit: (one: T) => boolean,
): readonly Cohort[] {
  const dated = all.filter(({ day }) => day !== undefined);
  return [...group(dated, ({ day }) => weekOf(day!))]
    .map(([first, own]) => ({ first, hits: own.filter(isHit).length, of: own.length }))
    .toSorted((a, b) => a.first - b.first);
}

/** What can be told of cohorts by week: a tail that is too young, a share that has changed, or neither. */
export interface Judged {
  readonly tail?: Tail;
  readonly drift?: Drift;
}

/**
 * Whether fewer of the last weeks have become something than of those before, by more than chance; and whether they have not had
 * the time. Of all tails that leave eight weeks and half of the history, the one that lies furthest below is taken, and again
 * from what is left, for shares rise slowly with age. A tail whose own older weeks are no further than its younger ones is no
 * matter of age: the share has changed, as it has where the halves of what is left differ.
 */
export function judgedCohorts(cohorts: readonly Cohort[]): Judged {
  let ripe = cohorts.length;
  for (;;) {
    const shorter = furthestTail(cohorts.slice(0, ripe), Math.ceil(cohorts.length / 2));
    if (shorter === undefined) break;
    ripe = shorter;
  }
  const [older, young] = [cohorts.slice(0, ripe), cohorts.slice(ripe)];
  if (young.length === 0) return driftField(driftIn(cohorts));
  const { first: from } = young[0]!;
  const [before, after] = [countOf(older), countOf(young)];
  if (!isRising(young)) return { drift: { from, before, after } };
  return { tail: { from, weeks: young.length, young: after, older: before }, ...driftField(driftIn(older)) };
}

function driftField(drift: Drift | undefined): Judged {
  return drift === undefined ? {} : { drift };
}

/** Standard errors that one in twenty differences of chance exceeds. */
const LEAST_RISE = 1.645;

/** Whether the share grows with age; of one week nothing speaks against it. */
function isRising(young: readonly Cohort[]): boolean {
  if (young.length === 1) return true;
  const half = Math.ceil(young.length / 2);
  const [all, older, younger] = [young, young.slice(0, half), young.slice(half)].map(countOf);
  const share = all!.hits / all!.of;
  const deviation = Math.sqrt(share * (1 - share) * (1 / older!.of + 1 / younger!.of));
  // None of all: that is as low as it gets.
  return share === 0 || older!.hits / older!.of - younger!.hits / younger!.of > LEAST_RISE * deviation;
}

/** How many of the first cohorts are older than the tail that lies furthest from them. */
function furthestTail(cohorts: readonly Cohort[], half: number): number | undefined {
  let found: number | undefined;
  let most = FAR_APART;
  for (let ripe = Math.max(FEWEST_OLDER, half); ripe < cohorts.length; ripe += 1) {
    const older = cohorts.slice(0, ripe);
    const below = standardErrorsBelow(countOf(older), countOf(cohorts.slice(ripe)), designEffect(older));
    if (below <= most) continue;
    most = below;
    found = ripe;
  }
  return found;
}

/**
 * By how many standard errors the share of the young lies below that of the older, if it were the same: both vary by so much more
 * than chance makes weeks vary as the older weeks do.
 */
function standardErrorsBelow(older: Count, young: Count, design: number): number {
  const share = older.hits / older.of;
  if (!(share > 0 && share < 1) || young.of === 0) return 0;
  const variance = design * share * (1 - share) * (1 / older.of + 1 / young.of);
  return (share - young.hits / young.of) / Math.sqrt(variance);
}

/** Whether the second half of the weeks has another share than the first, by more than chance; weeks in the order of time. */
export function driftIn(cohorts: readonly Cohort[]): Drift | undefined {
  const half = Math.floor(cohorts.length / 2);
  const [first, second] = [cohorts.slice(0, half), cohorts.slice(half)];
  if (half < FEWEST_OLDER) return undefined;
  const [before, after] = [countOf(first), countOf(second)];
  const variance = varianceOf(before, designEffect(first)) + varianceOf(after, designEffect(second));
  const difference = before.hits / before.of - after.hits / after.of;
  // Without any spread there are no hits, or nothing else.
  if (!(Math.abs(difference) > FAR_APART * Math.sqrt(variance)) || variance === 0) return undefined;
  return { from: second[0]!.first, before, after };
}

function varianceOf({ hits, of }: Count, design: number): number {
  const share = hits / of;
  return (design * share * (1 - share)) / of;
}

function countOf(cohorts: readonly Cohort[]): Count {
  return { hits: sum(cohorts, ({ hits }) => hits), of: sum(cohorts, ({ of }) => of) };
}
