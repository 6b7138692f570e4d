/** Gives numbers to work on: whatever they are, they are there to be written to. */
export type Allocate = (length: number) => Float64Array;

/** Fresh memory, kept for as long as anyone holds it. */
export const fresh: Allocate = (length) => new Float64Array(length);

/**
 * Memory that is used again after each `reset`, with what was last written to it: a search evaluates thousands of plans
 * in blocks of the same sizes, and the pages of new arrays, or clearing old ones, cost as much as the arithmetic. What
 * was given out before a reset must not be read after it.
 */
export function recycled(): { readonly allocate: Allocate; reset(): void } {
  const kept = new Map<number, { arrays: Float64Array[]; given: number }>();
  return {
    allocate(length) {
      let shelf = kept.get(length);
      if (shelf === undefined) kept.set(length, (shelf = { arrays: [], given: 0 }));
      const array = (shelf.arrays[shelf.given] ??= new Float64Array(length));
      shelf.given += 1;
      return array;
    },
    reset() {
      for (const shelf of kept.values()) shelf.given = 0;
    },
  };
}
