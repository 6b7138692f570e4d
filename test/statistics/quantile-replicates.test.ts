import { describe, expect, it } from 'vitest';
import { quantileReplicates } from '../../src/statistics/quantile-replicates.ts';
import { replicateError } from '../../src/statistics/replicates.ts';
import { ranked } from '../../src/statistics/selection.ts';

describe('the error of a quantile', () => {
  const errorOf = (values: Float64Array, probability: number) =>
    replicateError(quantileReplicates(ranked(values, 16), [probability])[0]!);

  it('is that of the share below it', () => {
    // x = [(i*i*7 + i*26 + (i % 16)**2 * 10) % 509 for i in range(512)]; parts = reshape(x, (32, 16)).T; q = numpy.quantile(x, 0.95)
    // F = (parts <= q).mean(axis=1); s = F.std(ddof=1) / 4; t = scipy.stats.t.ppf(0.975, 15)
    // s * (numpy.quantile(x, min(1, 0.95 + t*s)) - numpy.quantile(x, 0.95 - t*s)) / (min(1, 0.95 + t*s) - 0.95 + t*s)
    // Quantiles of the parts would tell 3.397: numpy.quantile(parts, 0.95, axis=1).std(ddof=1) / 4
    const x = Float64Array.from({ length: 512 }, (_, i) => (i * i * 7 + i * 26 + (i % 16) ** 2 * 10) % 509);
    expect(errorOf(x, 0.95)).toBeCloseTo(5.453375459462583, 9);
  });

  it('is that of the share below it where every replicate has one value in each stratum', () => {
    // 1024 strata: 51.2 of them lie below the 5 % quantile, so that 4 of 16 replicates have 52 values below that of all, the others 51:
    // numpy.std([1] * 4 + [0] * 12, ddof=1) / 4 / 1024, and values rise as their ranks do. Quantiles of the parts would tell 5.9e-5.
    const x = Float64Array.from({ length: 16_384 }, (_, k) => {
      const [i, r] = [Math.floor(k / 16), k % 16];
      return (i + (((r * 7 + i * 5) % 16) + 0.5) / 16) / 1024;
    });
    expect(errorOf(x, 0.05) / 1.0918300671385692e-4).toBeCloseTo(1, 3);
  });

  it('is that of its replicates where shares do not vary', () => {
    // 32 values evenly spread in each replicate, each in its stratum: 8 of each lie below the quarter.
    const x = Float64Array.from({ length: 512 }, (_, i) => Math.floor(i / 16) + (((i % 16) * 7) % 16) / 16);
    const quarters = Array.from({ length: 16 }, (_, r) => 7.75 + ((r * 7) % 16) / 16);
    expect(errorOf(x, 0.25)).toBeCloseTo(replicateError(quarters), 12);
  });

  it('is nothing where all is certain', () => {
    expect(errorOf(new Float64Array(512).fill(3), 0.5)).toBe(0);
  });
});
