import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../src/statistics/mean.ts';
import { worstMeanOf } from '../../src/statistics/ranked.ts';
import { replicateError } from '../../src/statistics/replicates.ts';
import { ranked } from '../../src/statistics/selection.ts';
import { worstReplicates } from '../../src/statistics/worst-replicates.ts';

describe('what replicates say of the mean of the worst share', () => {
  it('tells its error as what they have below its edge does', () => {
    // x = [(i*i*7 + i*26 + (i % 16)**2 * 10) % 509 for i in range(512)]; parts = reshape(x, (32, 16)).T; q = sorted(x)[51]
    // told = q - numpy.maximum(q - parts, 0).mean(axis=1) / 0.1; told[:3], told.std(ddof=1) / 4
    const x = Float64Array.from({ length: 512 }, (_, i) => (i * i * 7 + i * 26 + (i % 16) ** 2 * 10) % 509);
    const told = worstReplicates(ranked(x, 16), 0.1);
    expect(told.slice(0, 3)).toEqual([25.75, 44.1875, 22.625].map((value) => expect.closeTo(value, 10)));
    expect(replicateError(told)).toBeCloseTo(4.356216070042122, 10);
  });

  it('is on average that mean', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
    const many = fc.array(value, { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(many, fc.constantFrom(1, 80), fc.double({ min: 0.01, max: 1, noNaN: true }), (few, times, share) => {
        // Of 5,120 values, cells instead of sorting tell ranks.
        const x = Float64Array.from({ length: few.length * times }, (_, i) => few[(i * 5) % 64]! + (i % (times + 1)));
        const values = ranked(x, 16);
        const told = Float64Array.from(worstReplicates(values, share));
        expect(mean(told)).toBeCloseTo(worstMeanOf(values.whole, share), 8);
      }),
      { seed: 31, numRuns: 60 },
    );
  });
});
