import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { quantileOfSorted, tailMean } from '../../src/statistics/quantile.ts';
import inference from '../fixtures/known-answers/inference.json' with { type: 'json' };

const samples = fc.float64Array({ minLength: 1, maxLength: 60, min: -1e6, max: 1e6, noNaN: true });
const sorted = samples.map((values) => values.sort());
const shares = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('a quantile', () => {
  it('is type 7 of Hyndman and Fan', () => {
    const known = inference.cases.find(({ id }) => id === 'hyndman_fan_quantile_types')!;
    const { x, p } = known.inputs as { x: number[]; p: number[] };
    const expected = known.expected as unknown as Record<string, number[]>;
    for (const [i, probability] of p.entries()) {
      expect(quantileOfSorted(Float64Array.from(x), probability)).toBeCloseTo(expected['7']![i]!, 12);
    }
  });

  it('is the only value of a single draw', () => {
    for (const probability of [0, 0.3, 1]) expect(quantileOfSorted(Float64Array.of(5), probability)).toBe(5);
  });

  it('goes from the least to the greatest draw without falling', () => {
    fc.assert(
      fc.property(sorted, shares, shares, (values, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        const rounding = 1e-9; // of values up to 1e6
        expect(quantileOfSorted(values, low)).toBeLessThanOrEqual(quantileOfSorted(values, high) + rounding);
        expect(quantileOfSorted(values, 0)).toBeCloseTo(values[0]!, 12);
        expect(quantileOfSorted(values, 1)).toBeCloseTo(values.at(-1)!, 12);
      }),
      { seed: 3 },
    );
  });
});

describe('the mean of the worst share', () => {
  it('counts the draw at the edge in part', () => {
    // The worst 25 % of 10 draws are two draws and half of the third: (1 + 2 + 3 / 2) / 2.5.
    expect(tailMean(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.25)).toBeCloseTo(1.8, 14);
  });

  it('is the worst draw when the share is less than one draw', () => {
    expect(tailMean(Float64Array.of(-7, 2, 3), 0.1)).toBeCloseTo(-7, 14);
  });

  it('is the greatest t - E[(t - X)+] / share over all t', () => {
    // Theorem 10 of Rockafellar and Uryasev (2002); the maximum is attained at one of the draws.
    fc.assert(
      fc.property(sorted, shares, (values, share) => {
        const at = (t: number) => t - values.reduce((sum, x) => sum + Math.max(0, t - x), 0) / values.length / share;
        const greatest = values.reduce((best, t) => Math.max(best, at(t)), -Infinity);
        expect(Math.abs(tailMean(values, share) - greatest)).toBeLessThanOrEqual(1e-7); // 1e6 / 0.001 roundings
      }),
      { seed: 4 },
    );
  });

  it('grows with the share, up to the mean', () => {
    fc.assert(
      fc.property(sorted, shares, shares, (values, p, q) => {
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(tailMean(values, low)).toBeLessThanOrEqual(tailMean(values, high) + 1e-8);
        expect(tailMean(values, 1)).toBeCloseTo(mean, 8);
      }),
      { seed: 5 },
    );
  });
});
