import type { HeavyTail } from '../../distributions/heavy-tail.ts';
import type { Row } from '../../families.ts';
import { REPLICATES } from '../../random/points.ts';

/**
 * Draws of the first span. In fewer the factors of tails vary so much that quantiles far up would be off by more than their
 * standard errors say.
 */
const FIRST_SPAN = 1024 * REPLICATES;

/** Draws that are matched together. */
interface Span {
  readonly first: number;
  readonly end: number;
}

/**
 * The span of a draw: the first 16,384, and from there on as many as came before. So a draw stays what it is when a run gets
 * longer; and as spans grow with the run, what matching bends falls faster than the noise.
 */
export function spanOf(draw: number): Span {
  let [first, end] = [0, FIRST_SPAN];
  while (draw >= end) [first, end] = [end, 2 * end];
  return { first, end };
}

/**
 * Matches draws of heavy tails to the mean of their law: in each replicate of a span, the excess of values over the beginning of
 * the tail grows or shrinks by one factor, so that the replicate's mean is the law's. The rare values that make a mean noisy are
 * in the tail, and so is what makes up for them: below it every value stays what it is, and all stay in order. Replicates
 * stay independent of each other.
 *
 * @param tails  by number of the assumption
 */
export function openTailMatching(tails: ReadonlyMap<number, HeavyTail>) {
  /** By the first draw of a span and by assumption: how the excess grows in each replicate, as a share of it. */
  const growths = new Map<number, ReadonlyMap<number, Float64Array>>();
  return {
    /**
     * To be told before draws are matched.
     *
     * @param rowsOf  makes draws of assumptions as they are before they are matched, up to `most` at once
     */
    prepare(
      first: number,
      count: number,
      most: number,
      rowsOf: (first: number, count: number) => readonly Row[],
    ): void {
      for (const span of spansIn(first, count)) {
        if (growths.has(span.first)) continue;
        const sums = new Map([...tails.keys()].map((k) => [k, noSums()]));
        for (let from = span.first; from < span.end; from += most) {
          const rows = rowsOf(from, Math.min(most, span.end - from));
          for (const [k, { above }] of tails) addSums(sums.get(k)!, above, rows[k]!, from);
        }
        growths.set(span.first, new Map([...tails].map(([k, tail]) => [k, growthOf(sums.get(k)!, tail, span)])));
      }
    },

    /** Matches the draws of an assumption from `first` on, in place; leaves one without a heavy tail as it is. */
    match(k: number, row: Row, first: number): void {
      const tail = tails.get(k);
      if (tail === undefined) return;
      for (const span of spansIn(first, row.length)) {
        const from = Math.max(first, span.first);
        const part = row.subarray(from - first, span.end - first);
        growExcess(part, from, tail.above, growths.get(span.first)!.get(k)!);
      }
    },
  };
}

function spansIn(first: number, count: number): readonly Span[] {
  const spans: Span[] = [];
  for (let from = first; from < first + count; from = spans.at(-1)!.end) spans.push(spanOf(from));
  return spans;
}

/** By replicate. */
interface Sums {
  readonly values: Float64Array;
  readonly excess: Float64Array;
}

function noSums(): Sums {
  return { values: new Float64Array(REPLICATES), excess: new Float64Array(REPLICATES) };
}

function addSums({ values, excess }: Sums, above: number, row: Row, first: number): void {
  for (let i = 0; i < row.length; i++) {
    const replicate = (first + i) % REPLICATES;
    values[replicate]! += row[i]!;
    excess[replicate]! += Math.max(0, row[i]! - above);
  }
}

/** What the values below the tail bring to the mean hardly varies and is less than the mean: growth comes nowhere near -1. */
function growthOf({ values, excess }: Sums, { mean }: HeavyTail, { first, end }: Span): Float64Array {
  const points = (end - first) / REPLICATES;
  return values.map((sum, replicate) => (points * mean - sum) / excess[replicate]!);
}

function growExcess(row: Row, first: number, above: number, growth: Float64Array): void {
  for (let i = 0; i < row.length; i++) {
    row[i]! += growth[(first + i) % REPLICATES]! * Math.max(0, row[i]! - above);
  }
}
