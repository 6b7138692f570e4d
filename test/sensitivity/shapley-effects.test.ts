import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/numeric/normal.ts';
import { shapleyEffects, type CorrelatedScores } from '../../src/sensitivity/shapley-effects.ts';
import type { FigureOfRows } from '../../src/simulate/figure-of-rows.ts';

/** A function of single points as a figure. */
function figureOf(f: (...values: number[]) => number): FigureOfRows {
  const at: FigureOfRows['at'] = (rows) => ({
    total: rows[0]!.map((_, i) => f(...rows.map((row) => row[i]!))),
    parts: [],
  });
  return { at, moved: (_, rows) => at(rows), along: (states) => states.map((rows) => at(rows).total) };
}

function effects(f: (...values: number[]) => number, ids: number, clusters: readonly CorrelatedScores[], draws = 8192) {
  return shapleyEffects({
    ids: Array.from({ length: ids }, (_, k) => `x${k}`),
    clusters,
    valuesOf: (_, scores) => scores,
    figure: figureOf(f),
    seed: 'test',
    draws,
  });
}

const pair = (correlation: number) => Float64Array.of(1, correlation, correlation, 1);

function expectNear(found: Awaited<ReturnType<typeof effects>>, exact: readonly number[], most: number): void {
  found.forEach(({ value, standardError }, k) => {
    // Student's t on the 15 degrees of freedom of 16 replicates is beyond 5 once in 6,000 times.
    expect(Math.abs(value - exact[k]!)).toBeLessThan(5 * standardError);
    expect(standardError).toBeLessThan(most);
  });
}

describe('Shapley effects', () => {
  it('of a Gaussian sum with a correlated pair are known in closed form', async () => {
    // Y = x0 + x1 + 2 x2 with correlation r = 0.7 of x1 and x2, variance 8.8. Iooss and Prieur (2019), three Gaussian inputs: 1 / 8.8;
    // (b1² (1 - r² / 2) + r b1 b2 + b2² r² / 2) / 8.8; the same with b1 and b2 exchanged.
    const found = await effects((a, b, c) => a + b + 2 * c, 3, [{ members: [1, 2], correlation: pair(0.7) }]);
    expectNear(found, [0.11363636, 0.35625, 0.53011364], 0.02);
    expect(found.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('of the Gaussian sum that others publish agree with theirs', async () => {
    // Y = x0 + x1 + 2 x2 with correlation 0.9 of x1 and x2: the linear case of Iooss and Prieur (2019), and the example in the manual of
    // `shapleyPermEx` of the R package sensitivity.
    const found = await effects((a, b, c) => a + b + 2 * c, 3, [{ members: [1, 2], correlation: pair(0.9) }]);
    // 1; 1 + 1.8 + 0.405 · 3; 4 + 1.8 - 0.405 · 3, of 9.6.
    expectNear(found, [0.10416667, 0.41822917, 0.47760417], 0.02);
    // What the tests of the Python package econsa hold its algorithm of Song, Nelson and Staum (2016) to (30,000 random orders): shares
    // and their standard errors.
    const published = [
      [0.107543, 0.00307984],
      [0.414763, 0.0032332],
      [0.477694, 0.0031896],
    ] as const;
    found.forEach(({ value, standardError }, k) => {
      const [share, error] = published[k]!;
      expect(Math.abs(value - share)).toBeLessThan(4 * Math.hypot(standardError, error));
    });
  });

  it.each([0.3, -0.6])('of x0 + x1 x2 where x0 and x2 are correlated by %d are as published', async (r) => {
    // Iooss and Prieur (2019), the additive model with an interaction, unit variances: of a variance of 2, x0 makes 1 - r² / 2 + r² / 6, x1
    // (3 + r²) / 6, and x2 r² / 2 + (3 - 2 r²) / 6.
    const found = await effects((a, b, c) => a + b * c, 3, [{ members: [0, 2], correlation: pair(r) }]);
    const square = r * r;
    const exact = [1 - square / 3, (3 + square) / 6, square / 2 + (3 - 2 * square) / 6];
    expectNear(
      found,
      exact.map((part) => part / 2),
      0.03,
    );
  });

  it('of a Gaussian sum of four are those of the explained variances of all sets', async () => {
    // By NumPy from Var(E[Y | set]) = c' S⁻¹ c of all 16 sets: coefficients times standard deviations (1, 1, -3, 0.75).
    const three = Float64Array.of(1, 0.6, 0.3, 0.6, 1, -0.2, 0.3, -0.2, 1);
    const found = await effects((a, b, c, d) => a + b - 3 * c + 0.75 * d, 4, [
      { members: [0, 1, 3], correlation: three },
    ]);
    expectNear(found, [0.15111288, 0.10452793, 0.69699903, 0.04736016], 0.02);
  });

  it('of the Ishigami function, independent and with correlated first and third inputs', async () => {
    // Independent: S1 + S13 / 2, S2 and S13 / 2 of the indices in Saltelli et al. (2008). Scores correlated by 0.8: Gauss-Hermite
    // quadrature of E[Y | set] with 200 nodes in NumPy.
    const angle = (score: number) => Math.PI * (2 * normalCumulative(score) - 1);
    const ishigami = (a: number, b: number, c: number) =>
      Math.sin(angle(a)) * (1 + 0.1 * angle(c) ** 4) + 7 * Math.sin(angle(b)) ** 2;
    expectNear(await effects(ishigami, 3, []), [0.43574702, 0.44241114, 0.12184183], 0.02);
    const found = await effects(ishigami, 3, [{ members: [0, 2], correlation: pair(0.8) }]);
    expectNear(found, [0.23355549, 0.53378457, 0.23265994], 0.02);
  });

  it('share equally between two names for the same thing', async () => {
    const found = await effects((a, _, c) => a + c, 3, [{ members: [0, 1], correlation: pair(1) }], 1024);
    // Half the variance is that of the pair, of which only one is used: either tells it all.
    expectNear(found, [0.25, 0.25, 0.5], 0.05);
  });

  it('are all 0 where nothing varies', async () => {
    expect(await effects(() => 3, 2, [], 512)).toEqual([
      { value: 0, standardError: 0 },
      { value: 0, standardError: 0 },
    ]);
  });
});
