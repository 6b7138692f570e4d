import { describe, expect, it } from 'vitest';
import { marginalTable } from '../../src/distributions/marginal.ts';
import type { Distribution } from '../../src/families/distribution.ts';

const lognormal = (sigma: number, truncate?: Distribution['truncate']): Distribution => ({
  family: 'lognormal',
  parameters: { mu: 0, sigma },
  ...(truncate && { truncate }),
});

const tailOf = (distribution: Distribution) => {
  const table = marginalTable(distribution);
  return table.kind === 'steps' ? undefined : table.tail;
};

describe('a tail', () => {
  it.each([
    // From SciPy's normal law: variance over that of the outermost 1,024th, times 1,024.
    [0.8, 113.6, false],
    [0.9, 69.6, true],
    [1.3, 13.0, true],
    [1.4, 9.2, false],
  ])('of a lognormal law with sigma %f, of which a draw is worth %f, is heavy: %s', (sigma, _, heavy) => {
    expect(tailOf(lognormal(sigma)) !== undefined).toBe(heavy);
  });

  it('has the mean of the whole law, and begins where a fifth of it lies beyond', () => {
    const { mean, above } = tailOf(lognormal(1))!;
    expect(mean).toBeCloseTo(Math.exp(0.5), 13); // rounding
    expect(above).toBeCloseTo(2.3201253945043181, 9); // scipy.stats.lognorm(1).ppf(0.8); the table is as near as 1e-10
  });

  it('of a multiplier that a media-mix model reports is heavy, and its mean the one that it states', () => {
    // Channel4 of scenarios/meridian.yaml: mean 1, 5 % 0.2529608, 95 % 2.084363.
    const coefficients = [-0.11618884103151915, 0.3581300293327045, -0.1538417074085595];
    const { mean, above } = tailOf({ family: 'metalog', parameters: { coefficients, low: 0 } })!;
    expect(mean).toBeCloseTo(1, 12); // what was fitted to the report has it to 1e-13
    expect(above).toBeCloseTo(1.3720470637, 9); // e^(a + b ln 4 + 0.3 c ln 4)
  });

  it.each<[string, Distribution]>([
    ['ends', lognormal(1, { high: 50 })],
    ['goes both ways', { family: 'student-t', parameters: { df: 3 } }],
    ['is of values below 0', { family: 'metalog', parameters: { coefficients: [0, 1, 0.5], high: 0 } }],
    // Its upper tail falls as the power -1 / 0.6: the mean exists, the variance does not.
    ['has no variance', { family: 'metalog', parameters: { coefficients: [0, 0.6, 0], low: 0 } }],
    ['is thin', { family: 'gamma', parameters: { shape: 2, scale: 3 } }],
    ['is of counts', { family: 'poisson', parameters: { mean: 0.05 } }],
  ])('is left as it is where it %s', (_, distribution) => {
    expect(tailOf(distribution)).toBeUndefined();
  });
});
