import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '../../src/statistics/quantile.ts';
import { quantilesIn } from '../../src/statistics/quantiles-in.ts';

describe('quantiles without sorting', () => {
  // Many equal values, long runs in order, and both ends, where selections go wrong.
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const shapes = [
    (row: Float64Array) => row,
    (row: Float64Array) => row.toSorted(),
    (row: Float64Array) => row.toSorted().toReversed(),
    (row: Float64Array) => row.map((_, i) => i % 7),
  ];

  it('are those of sorting', () => {
    const ends = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
    let large = 0;
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 50 }),
        fc.constantFrom(1, 40, 1500),
        ends,
        (few, times, at) => {
          const drawn = Float64Array.from(
            { length: few.length * times },
            (_, i) => few[(i * i + i) % few.length]! * (1 + (i % times)),
          );
          const probabilities = [0, ...at, 1].toSorted((a, b) => a - b);
          if (drawn.length > 1200) large++;
          for (const shape of shapes) {
            const row = shape(drawn);
            const sorted = row.map((each) => each + 0).sort();
            expect(quantilesIn(row.slice(), probabilities).map((each) => each + 0)).toEqual(
              probabilities.map((probability) => quantileOfSorted(sorted, probability) + 0),
            );
          }
        },
      ),
      { seed: 4, numRuns: 150 },
    );
    expect(large).toBeGreaterThan(30);
  });

  it('are the known ones', () => {
    // numpy.quantile([7, 1, 5, 3], [0.1, 0.5, 0.95])
    expect(quantilesIn(Float64Array.of(7, 1, 5, 3), [0.1, 0.5, 0.95])).toEqual(
      [1.6, 4, 6.7].map((q) => expect.closeTo(q, 12)),
    );
  });
});
