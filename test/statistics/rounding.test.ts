import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { roundBySe } from '../../src/statistics/rounding.ts';

describe('a figure rounded by its standard error', () => {
  // The first two are the examples of the Particle Data Group, the others follow by its rule.
  it.each([
    [0.827, 0.119, 0.83, 2],
    [0.827, 0.367, 0.8, 1],
    [0.827, 0.96, 0.8, 1],
    [348_614.78, 2.2, 348_614.8, 1],
    [348_614.78, 1130, 348_600, 0],
    [348_614.78, 700, 348_600, 0],
    [348_614.78, 20_000, 349_000, 0],
    [-348_614.78, 700, -348_600, 0],
    [12, 400, 0, 0],
    [0.123456, 0.00035, 0.12346, 5],
    [0.123456, 0.00036, 0.1235, 4],
  ])('%d ± %d is %d with %d decimals', (value, error, rounded, decimals) => {
    const found = roundBySe(value, error);
    expect(found.value).toBeCloseTo(rounded, 12);
    expect(found.decimals).toBe(decimals);
  });

  it('is left alone where there is no error, or none but rounding', () => {
    expect(roundBySe(1 / 3, 0)).toEqual({ value: 1 / 3 });
    expect(roundBySe(1 / 3, 1e-17)).toEqual({ value: 1 / 3 });
    expect(roundBySe(5, Number.NaN)).toEqual({ value: 5 });
    expect(roundBySe(5, Infinity)).toEqual({ value: 5 });
  });

  it('never moves by more than a seventh of its standard error', () => {
    const sizes = fc.integer({ min: -6, max: 9 }).map((exponent) => 10 ** exponent);
    const figures = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), sizes).map(([digits, size]) => digits * size);
    const errors = fc.tuple(fc.integer({ min: 100, max: 999 }), sizes).map(([digits, size]) => digits * size);
    fc.assert(
      fc.property(figures, errors, (value, error) => {
        const found = roundBySe(value, error);
        expect(Math.abs(found.value - value)).toBeLessThanOrEqual(error / 7); // half a unit beside 3.55 at least;
        if (found.decimals !== undefined) expect(Number(found.value.toFixed(found.decimals))).toBe(found.value);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
