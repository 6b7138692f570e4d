import type { Ranked } from './ranked.ts';

/** A bucket of so many values is sorted by insertion, a larger one by the machine. */
const SMALL = 32;

/** Values in buckets that follow each other, those of all replicates or of one: a bucket has a piece for each replicate. */
export interface Buckets {
  readonly bucketed: Float64Array;
  readonly starts: Uint32Array;
  readonly buckets: number;
  /** Bucket b has the pieces `stride * b + from` and so on. */
  readonly stride: number;
  readonly from: number;
  /** By bucket, and after the last one: how many values lie in earlier ones. */
  readonly before: Uint32Array;
  /** To be called before a bucket is looked into. */
  need(bucket: number): void;
}

/** Values in their order: only the buckets that are asked for are sorted. */
export function inBuckets({ bucketed, starts, buckets, stride, from, before, need }: Buckets): Ranked {
  let scratch = new Float64Array(SMALL);
  let inScratch = -1;

  /** Sorts a bucket into the scratch. */
  const load = (b: number) => {
    if (b === inScratch) return;
    inScratch = b;
    need(b);
    const first = starts[b * stride + from]!;
    const size = before[b + 1]! - before[b]!;
    if (size > scratch.length) scratch = new Float64Array(size);
    // NaN, which lies in the last bucket, cannot be inserted by comparing.
    if (size > SMALL || b === buckets - 1) {
      const part = bucketed.subarray(first, first + size);
      scratch.set(part);
      if (!areEqual(part)) scratch.subarray(0, size).sort();
      return;
    }
    for (let i = 0; i < size; i++) {
      const value = bucketed[first + i]!;
      let at = i;
      for (; at > 0 && scratch[at - 1]! > value; at--) scratch[at] = scratch[at - 1]!;
      scratch[at] = value;
    }
  };

  return {
    count: before[buckets]!,
    at(place) {
      const bucket = holderOf(before, place);
      load(bucket);
      return scratch[place - before[bucket]!]!;
    },
    sumOfLowest(count) {
      const whole = Math.floor(count);
      let sum = 0;
      for (let b = 0; b < buckets && before[b]! < count; b++) {
        const size = before[b + 1]! - before[b]!;
        if (size === 0) continue;
        load(b);
        const full = Math.min(size, whole - before[b]!);
        for (let i = 0; i < full; i++) sum += scratch[i]!;
        if (full < size && count > whole) sum += (count - whole) * scratch[full]!;
        if (full < size) break;
      }
      return sum;
    },
  };
}

/** The bucket that holds the value at a place: the last with no more than `place` values before it. */
export function holderOf(before: Uint32Array | Float64Array, place: number): number {
  let [low, high] = [0, before.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (before[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** Many draws often share a value, such as nothing. */
export function areEqual(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}
