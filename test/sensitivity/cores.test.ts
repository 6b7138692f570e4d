import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream, uniforms } from '../../src/random/points.ts';
import { firstOrder } from '../../src/sensitivity/first-order.ts';
import { rankCorrelationOf, ranksOf } from '../../src/sensitivity/ranks.ts';
import { orderOf } from '../../src/statistics/order.ts';
import { totalIndex } from '../../src/sensitivity/total.ts';
import {
  bandWeights,
  effectiveDraws,
  meanWeights,
  weightedMean,
  weightedTailMean,
} from '../../src/sensitivity/weights.ts';

const N = 16_384;
const stream = (id: string, fill: typeof uniforms, seed = 'study') => {
  const row = new Float64Array(N);
  fill(pointStream(keyOf(seed), 'sobol', id), 0, N, row);
  return row;
};

describe("Sobol' indices of the Ishigami function", () => {
  // Ishigami and Homma (1990), a = 7, b = 0.1; S and total S in closed form: Saltelli et al. (2008), section 4.6 and
  // https://www.sfu.ca/~ssurjano/ishigami.html.
  const exact = { first: [0.3139051911, 0.4424111447, 0], total: [0.5575888553, 0.4424111447, 0.2436836642] };
  const angle = (id: string) => stream(id, uniforms).map((u) => Math.PI * (2 * u - 1));
  const x = ['x1', 'x2', 'x3'].map(angle);
  const ishigami = (at: readonly Float64Array[]) =>
    at[0]!.map((a, i) => Math.sin(a) + 7 * Math.sin(at[1]![i]!) ** 2 + 0.1 * at[2]![i]! ** 4 * Math.sin(a));
  const y = ishigami(x);
  const mean = y.reduce((sum, value) => sum + value, 0) / N;
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N;

  // Four standard deviations of the estimates, as 60 seeds show them: 0.005 of first order, 0.0113 in total.
  it.each([0, 1, 2])('of first order are found from the draws as they are (x%i)', (k) => {
    expect(Math.abs(firstOrder(x[k]!, y) - exact.first[k]!)).toBeLessThan(0.02);
  });

  it.each([0, 1, 2])('in total are found by drawing one anew (x%i)', (k) => {
    const again = ishigami(x.map((row, j) => (j === k ? angle(`x${k + 1} again`) : row)));
    expect(Math.abs(totalIndex(y, again, variance) - exact.total[k]!)).toBeLessThan(0.045);
  });
});

describe('a first-order index', () => {
  it('of a sum of things that happen or not is the share of variance of each, ties and all', () => {
    const yes = (id: string, chance: number) => stream(id, uniforms).map((u) => (u < chance ? 1 : 0));
    const [a, b] = [yes('a', 0.1), yes('b', 0.5)];
    // Variances 9 × 0.09 and 1 × 0.25.
    const y = a.map((value, i) => 3 * value + b[i]!);
    expect(Math.abs(firstOrder(a, y) - 0.81 / 1.06)).toBeLessThan(0.01);
    expect(Math.abs(firstOrder(b, y) - 0.25 / 1.06)).toBeLessThan(0.01);
  });

  it('is 0 where nothing varies, and near 0 for what has no influence', () => {
    const [a, b] = [stream('a', uniforms), stream('b', uniforms)];
    expect(firstOrder(a, new Float64Array(N).fill(3))).toBe(0);
    expect(firstOrder(new Float64Array(N).fill(3), a)).toBe(0);
    expect(Math.abs(firstOrder(a, b))).toBeLessThan(0.01);
  });
});

describe('ranks', () => {
  it('share the mean of equal values', () => {
    expect([...ranksOf(Float64Array.of(10, 20, 10, 5))]).toEqual([2.5, 4, 2.5, 1]);
  });

  it("give Spearman's correlation of the textbook", () => {
    // IQ and hours of television of ten people: rho = -29 / 165 (https://en.wikipedia.org/wiki/Spearman's_rank_correlation_coefficient).
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(rankCorrelationOf(ranksOf(iq), ranksOf(hours))).toBeCloseTo(-29 / 165, 12);
  });

  it('do not change with what keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 40 }), (list) => {
        const row = Float64Array.from(list);
        const other = row.map((value, i) => value * value - i);
        const [a, b] = [
          rankCorrelationOf(ranksOf(row), ranksOf(other)),
          rankCorrelationOf(ranksOf(row.map((value) => 2 * value + 1)), ranksOf(other)),
        ];
        expect(Math.abs(a - b)).toBeLessThan(1e-9);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

describe('weights of a view', () => {
  const z = stream('z', normalScores);

  it('on the mean of a Gaussian tilt it: the variance stays, and exp(-m²) of the draws are left', () => {
    // Least relative entropy: density exp(m z - m² / 2); sum of squared weights exp(m²) / N.
    const weights = meanWeights(z, 0.5)!;
    expect(weightedMean(z, weights)).toBeCloseTo(0.5, 6);
    const second = weightedMean(
      z.map((value) => value * value),
      weights,
    );
    expect(Math.abs(second - 0.25 - 1)).toBeLessThan(0.01);
    expect(Math.abs(effectiveDraws(weights) / N - 0.7788007830714049)).toBeLessThan(0.01);
  });

  it('on a loaded die are those of Jaynes', () => {
    // Jaynes (1962): six faces, mean 4.5; digits by solving for the tilt in Python: x = 1.449253.
    const faces = Float64Array.of(1, 2, 3, 4, 5, 6);
    const weights = [...meanWeights(faces, 4.5)!];
    [0.0543532, 0.0787716, 0.1141599, 0.1654473, 0.2397758, 0.3474922].forEach((p, k) =>
      expect(weights[k]).toBeCloseTo(p, 5),
    );
  });

  it('on a band leave the others out; outside all draws there are none', () => {
    expect([...bandWeights(Float64Array.of(1, 2, 3, 4), 2, 3)!]).toEqual([0, 0.5, 0.5, 0]);
    expect(bandWeights(Float64Array.of(1, 2), 5, 6)).toBeUndefined();
    expect(meanWeights(Float64Array.of(1, 2), 2)).toBeUndefined();
  });

  it('count as many draws as there are when they are equal, and one when all is on one', () => {
    expect(effectiveDraws(new Float64Array(8).fill(1 / 8))).toBeCloseTo(8, 12);
    expect(effectiveDraws(Float64Array.of(1, 0, 0))).toBe(1);
  });

  it('give the mean of the worst share, with the draw at the edge in part', () => {
    const row = Float64Array.of(3, 1, 2);
    const weights = Float64Array.of(0.5, 0.2, 0.3);
    // The worst 40 %: 0.2 of 1 and 0.2 of 2.
    expect(weightedTailMean(row, weights, orderOf(row), 0.4)).toBeCloseTo(1.5, 12);
  });
});
