import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { momentsOf, momentsOfReplicates } from '../../src/statistics/moments.ts';

/** 1,001 values: `first`, then 500 times `low` and `high` in turn. */
function alternating(first: number, low: number, high: number): Float64Array {
  return Float64Array.from({ length: 1001 }, (_, i) => (i === 0 ? first : i % 2 === 1 ? low : high));
}

/** Correct decimal digits, as NIST counts them. */
function correctDigits(found: number, certified: number): number {
  return found === certified ? 16 : -Math.log10(Math.abs(found - certified) / Math.abs(certified));
}

describe('mean and standard deviation', () => {
  // NIST Statistical Reference Datasets, univariate summary statistics, NumAcc1 to NumAcc4, with certified values. The
  // data of the last two are not exact in binary: a deviation of 0.1 at 1e7 keeps 8 digits, whoever computes it.
  it.each([
    ['NumAcc1', Float64Array.of(10000001, 10000003, 10000002), 10000002, 1, 15],
    ['NumAcc2', alternating(1.2, 1.1, 1.3), 1.2, 0.1, 14],
    ['NumAcc3', alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 9],
    ['NumAcc4', alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1, 8],
  ])('are right for %s', (_, values, mean, sd, digits) => {
    const found = momentsOf(values);
    expect(correctDigits(found.mean, mean)).toBeGreaterThan(15);
    expect(correctDigits(found.sd, sd)).toBeGreaterThan(digits);
  });

  it('of replicates that take turns are those of each by itself, and of all values those of all', () => {
    const values = Float64Array.from({ length: 1001 }, (_, i) => Math.sin(i) * 1e3 + 1e6);
    const apart = Array.from({ length: 16 }, (_, r) => momentsOf(values.filter((_value, i) => i % 16 === r)));
    const found = momentsOfReplicates(values, 16);
    expect(found.replicates).toEqual(apart);
    expect(found.whole).toEqual(momentsOf(values));
    const sums = Array.from({ length: 16 }, (_, r) =>
      values.filter((_value, i) => i % 16 === r).reduce((sum, value) => sum + value, 0),
    );
    expect([...found.sums]).toEqual(sums);
  });

  it('of a single value are the value and 0', () => {
    expect(momentsOf([7])).toEqual({ mean: 7, sd: 0 });
  });

  it('move with the values and stretch with them', () => {
    const whole = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(whole, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 100 }), (values, by, times) => {
        const before = momentsOf(values);
        const after = momentsOf(values.map((value) => value * times + by));
        expect(Math.abs(after.mean - (before.mean * times + by))).toBeLessThan(1e-8);
        expect(Math.abs(after.sd - before.sd * times)).toBeLessThan(1e-8 * (1 + before.sd * times));
      }),
      { seed: 11 },
    );
  });
});
