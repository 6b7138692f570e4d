import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream } from '../../src/random/points.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { clopperPearson, shareAtLeast, wilson } from '../../src/statistics/probability.ts';
import { quantileRanks } from '../../src/statistics/quantile-ranks.ts';
import { replicateError, replicateInterval } from '../../src/statistics/replicates.ts';
import { studentReach } from '../../src/statistics/student.ts';
import inference from '../fixtures/known-answers/inference.json' with { type: 'json' };
import rng from '../fixtures/known-answers/rng.json' with { type: 'json' };

function knownAnswer<Case>(id: string): Case {
  return [...inference.cases, ...rng.cases].find((known) => known.id === id) as unknown as Case;
}

function scoresOf(id: string, count: number): Float64Array {
  const scores = new Float64Array(count);
  normalScores(pointStream(keyOf('intervals'), 'plain', id), 0, count, scores);
  return scores;
}

describe('the reach of a t interval', () => {
  // scipy.stats.t.ppf((1 + level) / 2, degrees), SciPy 1.17.1
  it.each([
    [0.95, 15, 2.131449545559776],
    [0.9, 15, 1.753050355692572],
    [0.99, 9, 3.249835541592126],
    [0.5, 1, 1],
    [0.95, 1, 12.706204736174694],
    [0.95, 1e6, 1.959966356814107],
    [0.999, 2, 31.599054576445365],
  ])('at %f with %d degrees of freedom is that of SciPy', (level, degrees, expected) => {
    expect(Math.abs(studentReach(level, degrees) / expected - 1)).toBeLessThan(1e-12);
  });
});

describe('the standard error from replicates', () => {
  it('is their standard deviation over the root of their number', () => {
    // Deviations -2, -1, 0, 1, 2: sd = sqrt(10 / 4).
    expect(replicateError([3, 4, 5, 6, 7])).toBeCloseTo(Math.sqrt(2.5 / 5), 14);
  });

  it('gives intervals that hold the truth as often as they say', () => {
    const runs = 2000;
    const scores = scoresOf('coverage', runs * 16);
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const replicates = scores.subarray(run * 16, (run + 1) * 16);
      const mean = replicates.reduce((sum, value) => sum + value, 0) / 16;
      const { low, high } = replicateInterval(mean, replicateError(replicates), 16, 0.9);
      if (low <= 0 && 0 <= high) held++;
    }
    expect(Math.abs(held / runs - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / runs));
  });
});

describe('intervals for a probability', () => {
  const known = knownAnswer<{
    inputs: { k_n: [number, number][] };
    expected: { wilson: [number, number][]; clopper_pearson: [number, number][]; rule_of_three_upper_at_k0: number };
  }>('probability_intervals');

  it('are those of Wilson and of Clopper and Pearson', () => {
    for (const [i, [count, n]] of known.inputs.k_n.entries()) {
      const found = { wilson: wilson(count, n, 0.95), clopper: clopperPearson(count, n, 0.95) };
      expect(found.wilson.low).toBeCloseTo(known.expected.wilson[i]![0], 9);
      expect(found.wilson.high).toBeCloseTo(known.expected.wilson[i]![1], 9);
      expect(found.clopper.low).toBeCloseTo(known.expected.clopper_pearson[i]![0], 9);
      expect(found.clopper.high).toBeCloseTo(known.expected.clopper_pearson[i]![1], 9);
    }
  });

  it('reach to 3 / n where nothing happened, at 95 % one-sided', () => {
    expect(clopperPearson(0, 1000, 0.9).high).toBeCloseTo(known.expected.rule_of_three_upper_at_k0, 4);
  });

  it('go together with the share of draws at or above a threshold', () => {
    expect(shareAtLeast([1, 2, 2, 3], 2)).toBe(0.75);
    expect(shareAtLeast([1, 2, 2, 3], 4)).toBe(0);
  });
});

describe('ranks around a quantile', () => {
  const known = knownAnswer<{
    inputs: { n_p: [number, number][] };
    expected: { ranks: [number, number][]; coverage: number[] };
  }>('quantile_ci_order_statistics');

  it('are those of the binomial distribution', () => {
    for (const [i, [n, p]] of known.inputs.n_p.entries()) {
      const { lower, upper, coverage } = quantileRanks(n, p, 0.95);
      expect([lower, upper]).toEqual(known.expected.ranks[i]);
      expect(coverage).toBeCloseTo(known.expected.coverage[i]!, 9);
    }
  });

  it('have no end where there are too few draws', () => {
    // With 10 draws all are above the 1 % quantile with probability 0.99^10 = 0.904.
    expect(quantileRanks(10, 0.01, 0.95)).toMatchObject({ lower: 0, upper: 2 });
  });
});

describe('a paired difference', () => {
  it('is decisive where shared luck cancels', () => {
    const { inputs, expected } = knownAnswer<{
      inputs: { A: number[]; B: number[] };
      expected: { mean_diff: number; paired_95: [number, number]; P_A_beats_B_empirical: number };
    }>('paired_vs_unpaired_interval');
    const found = pairedDifference(inputs.A, inputs.B, 0.95);
    expect(found.mean).toBeCloseTo(expected.mean_diff, 12);
    expect(found.interval.low).toBeCloseTo(expected.paired_95[0], 9);
    expect(found.interval.high).toBeCloseTo(expected.paired_95[1], 9);
    expect(found.chanceBetter).toBe(expected.P_A_beats_B_empirical);
    // 10 of 10: the lower end is 0.025^(1/10).
    expect(found.chanceInterval.low).toBeCloseTo(0.025 ** 0.1, 12);
    expect(found.chanceInterval.high).toBe(1);
  });

  it('has the standard error that correlation leaves', () => {
    const { inputs, expected } = knownAnswer<{
      inputs: { sA: number; sB: number; rho: number; n: number };
      expected: { se_crn: number; se_independent: number };
    }>('crn_variance_identity');
    const { sA, sB, rho, n } = inputs;
    const [shared, own] = [scoresOf('shared', n), scoresOf('own', n)];
    const a = shared.map((z) => sA * z);
    const correlated = shared.map((z, i) => sB * (rho * z + Math.sqrt(1 - rho * rho) * own[i]!));
    const independent = own.map((z) => sB * z);
    // A standard deviation from n draws has relative standard error 1 / sqrt(2 n).
    const tolerance = 4 / Math.sqrt(2 * n);
    expect(Math.abs(pairedDifference(a, correlated, 0.95).standardError / expected.se_crn - 1)).toBeLessThan(tolerance);
    expect(Math.abs(pairedDifference(a, independent, 0.95).standardError / expected.se_independent - 1)).toBeLessThan(
      tolerance,
    );
  });
});
