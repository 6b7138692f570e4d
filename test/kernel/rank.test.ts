import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../../src/kernel/kernel.ts';
import { cellsOf } from '../../src/statistics/cells.ts';
import { kernelRanking } from '../../src/statistics/kernel-ranking.ts';
import { rankingMemory, type RankingMemory } from '../../src/statistics/ranking-memory.ts';

const REPLICATES = 16;
const MOST = 400;
const kernel = openKernel()!;
const plain = rankingMemory();

const values = fc
  .array(
    fc.oneof(
      fc.double(),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.constantFrom(0, -0, 1, NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
    ),
    { minLength: REPLICATES, maxLength: MOST },
  )
  .map((own) => Float64Array.from(own));

/** Everything the steps write, from values that are partly their own pilot. */
function written(memory: RankingMemory, given: Float64Array, shift: number) {
  const { steps } = memory;
  const row = memory.row(given);
  const buckets = (65_055 >> shift) + 1;
  const places = memory.places(row.length);
  steps.place(cellsOf(row.subarray(0, 100)), row, places);
  const starts = memory.counts('starts', buckets * REPLICATES + 1);
  steps.start(places, shift, REPLICATES, starts);
  const before = [
    [0, REPLICATES],
    [3, 4],
  ].map(([from, to]) => {
    const counts = memory.counts('before', buckets + 1);
    steps.before({ starts, buckets, replicates: REPLICATES, from: from!, to: to! }, counts);
    return bitsOf(counts);
  });
  const marks = memory.marks(buckets).map((_, b) => b % 3);
  memory.marks(buckets).set(marks);
  const next = memory.counts('next', starts.length);
  next.set(starts);
  const to = memory.values(row.length).fill(7);
  steps.putIn({ values: row, places, shift, replicates: REPLICATES, marks: memory.marks(buckets), next, to });
  const moments = steps.moments(row, REPLICATES);
  return [bitsOf(places), bitsOf(starts), before, bitsOf(next), to.slice(), moments];
}

/** As text, which is compared at once. */
function bitsOf({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

describe('compiled steps of ranking', () => {
  it('have the bits of the plain ones', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 12 }), (given, shift) => {
        expect(written(kernelRanking(kernel, MOST)!, given, shift)).toEqual(written(plain, given, shift));
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('are not there where the kernel has no room for so many values', () => {
    expect(kernelRanking(kernel, 4_000_000)).toBeUndefined();
    expect(kernelRanking(kernel, MOST)).toBeDefined();
  });
});
