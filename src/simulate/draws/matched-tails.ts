import type { HeavyTail } from '../../distributions/marginal-table.ts';
import type { Row } from '../../domain/row.ts';
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
 * @param draws  that will be asked for
 */
export function openTailMatching(tails: ReadonlyMap<number, HeavyTail>, draws: number) {
  /** By the first draw of a span and by assumption: how the excess grows in each replicate, as a share of it. */
  const growths = new Map<number, ReadonlyMap<number, Float64Array>>();
  /** By the first draw of a span: sums over its draws up to `end`. */
  const begun = new Map<number, { readonly sums: ReadonlyMap<number, Sums>; end: number }>();

  const sumUp = (span: Span, end: number, { most, rowsOf }: Unmatched): void => {
    if (growths.has(span.first)) return;
    const known = begun.get(span.first) ?? {
      sums: new Map([...tails.keys()].map((k) => [k, noSums()])),
      end: span.first,
    };
    begun.set(span.first, known);
    while (known.end < end) {
      const count = Math.min(most, end - known.end);
      const rows = rowsOf(known.end, count);
      for (const [k, { above }] of tails) addSums(known.sums.get(k)!, above, rows[k]!, known.end);
      known.end += count;
    }
    if (known.end < span.end) return;
    growths.set(span.first, new Map([...tails].map(([k, tail]) => [k, growthOf(known.sums.get(k)!, tail, span)])));
    begun.delete(span.first);
  };

  return {
    /** To be told before draws are matched. */
    prepare(first: number, count: number, unmatched: Unmatched): void {
      for (const span of spansIn(first, count)) sumUp(span, span.end, unmatched);
      // A span may be millions of draws: it is summed bit by bit while those of the one before it are asked for.
      const last = spanOf(first + count - 1);
      if (last.end >= draws) return;
      const next = spanOf(last.end);
      const share = (first + count - last.first) / (last.end - last.first);
      const points = Math.floor((share * (next.end - next.first)) / REPLICATES);
      sumUp(next, next.first + points * REPLICATES, unmatched);
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

/** Makes draws of assumptions as they are before they are matched, up to `most` at once. */
interface Unmatched {
  readonly most: number;
  readonly rowsOf: (first: number, count: number) => readonly Row[];
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
