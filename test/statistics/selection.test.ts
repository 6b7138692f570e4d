import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../../src/kernel/kernel.ts';
import { kernelRanking } from '../../src/statistics/kernel-ranking.ts';
import { quantileOf, rankedOf, worstMeanOf } from '../../src/statistics/ranked.ts';
import { rankingMemory } from '../../src/statistics/ranking-memory.ts';
import { ranked } from '../../src/statistics/selection.ts';

const REPLICATES = 16;
const kernel = openKernel()!;

/** How often a kind of value comes, so that cells are empty, full of one value, or beyond the pilot. */
const kinds: Readonly<Record<string, (u: number, v: number) => number>> = {
  spread: (u, v) => 1e6 + 1e5 * Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v),
  'heavy-tailed': (u) => 1 / (1 - u) ** 3,
  'mostly one value': (u, v) => (v < 0.7 ? 0 : u - 0.5),
  counts: (u) => Math.floor(40 * u),
  'of tiny differences': (u) => 1 + Math.floor(7 * u) * Number.EPSILON,
  huge: (u) => (u - 0.5) * 2 * Number.MAX_VALUE,
  'tinier than normal': (u) => Math.floor(9 * u) * Number.MIN_VALUE,
  'without a number': (u, v) => (v < 0.3 ? NaN : v < 0.35 ? Infinity : v < 0.4 ? -Infinity : v < 0.5 ? -0 : u),
  certain: () => 7,
  rising: (_, v) => v, // in order of draws, below
};

/** Bits of a sequence made from a seed: fc makes few values well, and this needs thousands. */
function uniformsOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('values that are ranked', () => {
  it.each(Object.keys(kinds))('are those of sorting, bit for bit: %s', (kind) => {
    const counts = fc.constantFrom(16, 300, 4096, 4097, 20_000, 70_001);
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    // With what is left over from the values before.
    const plain = rankingMemory();
    const compiled = () => kernelRanking(kernel, 70_001)!;
    fc.assert(
      fc.property(fc.integer(), counts, places, fc.boolean(), (seed, count, at, isPlain) => {
        const memory = isPlain ? plain : compiled();
        const next = uniformsOf(seed);
        const values = Float64Array.from({ length: count }, () => kinds[kind]!(next(), next()));
        if (kind === 'rising') values.sort(); // no pilot of the first draws tells where the others lie
        // Ranks that are not among the wanted ones are found as well.
        const found = ranked(
          memory.row(values),
          REPLICATES,
          { quantiles: at.slice(0, 2), worst: at.slice(2, 3) },
          memory,
        );
        const positive = values.map((value) => value + 0);
        const sorted = [
          positive.toSorted(),
          ...found.replicates.map((_, r) => positive.filter((_value, i) => i % REPLICATES === r).sort()),
        ];
        for (const [k, one] of [found.whole, ...found.replicates].entries()) {
          const expected = rankedOf(sorted[k]!);
          expect(one.count).toBe(sorted[k]!.length);
          for (const share of at) {
            expect(quantileOf(one, share)).toBe(quantileOf(expected, share));
            expect(one.at(Math.floor(share * (one.count - 1)))).toBe(sorted[k]![Math.floor(share * (one.count - 1))]);
            if (share > 0) expect(worstMeanOf(one, share)).toBe(worstMeanOf(expected, share));
          }
          expect(worstMeanOf(one, 1)).toBe(worstMeanOf(expected, 1));
        }
        for (const share of at) {
          const place = Math.floor(share * (count - 1));
          const most = sorted[0]![place]!;
          if (Number.isNaN(most)) continue;
          expect(found.upTo(place)).toEqual(
            sorted.slice(1).map((part) => part.filter((value) => value <= most).length),
          );
        }
      }),
      { seed: 11, numRuns: 16 },
    );
  });
});
