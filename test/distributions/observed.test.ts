import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, density, exceedance, mean, quantile, sd } from '../../src/distributions/distribution.ts';
import { marginalTable, transform } from '../../src/distributions/marginal.ts';
import { posterior, surprise } from '../../src/distributions/posterior.ts';
import { logitNormalFromRange, lognormalFromRange } from '../../src/distributions/elicit.ts';
import type { Distribution, Observation } from '../../src/families/distribution.ts';

const counted = (successes: number, trials: number): Observation => ({ kind: 'counted', successes, trials });
const measured = (value: number, spread: number): Observation => ({ kind: 'measured', value, spread });

function given(elicited: ReturnType<typeof logitNormalFromRange>): Distribution {
  if (!elicited.ok) throw new Error(elicited.why);
  return elicited.distribution;
}

describe('a rate after counting', () => {
  it('is beta again where it was beta: successes and failures are added up', () => {
    // Gelman et al., "Bayesian Data Analysis", 2.4: Beta(a, b) and y of n give Beta(a + y, b + n - y).
    const before: Distribution = { family: 'beta', parameters: { alpha: 80.5, beta: 920.5 } };
    expect(posterior(before, counted(210, 3200))).toEqual({
      family: 'beta',
      parameters: { alpha: 290.5, beta: 3910.5 },
    });
  });

  it('is what SciPy integrates for a range of 1.2 % to 2.1 % and 32 of 1,600', () => {
    const after = posterior(given(logitNormalFromRange(0.012, 0.021)), counted(32, 1600));
    // scipy.integrate.quad of norm.pdf(y, mu, s) expit(y)^32 (1 - expit(y))^1568 over y, epsrel 1e-13.
    expect(mean(after)).toBeCloseTo(0.017774042565954117, 14);
    expect(sd(after)).toBeCloseTo(0.002230232301965107, 14);
    expect(quantile(after, 0.05)).toBeCloseTo(0.01431458626473354, 14);
    expect(quantile(after, 0.5)).toBeCloseTo(0.017658122870901655, 14);
    expect(quantile(after, 0.95)).toBeCloseTo(0.021628913894035966, 14);
    expect(cumulative(after, 0.02)).toBeCloseTo(0.8420528144505065, 13);
  });

  it('learns from nothing, too: 0 of 100', () => {
    const after = posterior(given(logitNormalFromRange(0.012, 0.021)), counted(0, 100));
    expect(mean(after)).toBeCloseTo(0.01538969491807192, 14);
    expect(quantile(after, 0.95)).toBeCloseTo(0.019946141471258158, 14);
  });

  it('keeps the bounds and the kink of a triangle', () => {
    const before: Distribution = { family: 'triangular', parameters: { low: 0.01, likely: 0.02, high: 0.05 } };
    const after = posterior(before, counted(3, 100));
    // scipy: triang(.25, .01, .04).pdf(x) x^3 (1 - x)^97, in two pieces.
    expect(mean(after)).toBeCloseTo(0.027481908796341117, 10);
    expect(quantile(after, 0.05)).toBeCloseTo(0.015886021703563322, 10);
    expect(quantile(after, 0.95)).toBeCloseTo(0.041778143956568335, 10);
  });

  it('weighs separate values by how likely they make the count', () => {
    const after = posterior({ family: 'empirical', parameters: { values: [0.1, 0.2, 0.5] } }, counted(1, 2));
    // 2 p (1 - p): 0.18, 0.32, 0.5 of 1.
    expect(density(after, 0.1)).toBeCloseTo(0.18, 14);
    expect(density(after, 0.2)).toBeCloseTo(0.32, 14);
    expect(mean(after)).toBeCloseTo(0.018 + 0.064 + 0.25, 14);
  });
});

describe('a price after it was measured', () => {
  it('is lognormal again where it was lognormal, each side counted by one over its variance', () => {
    const before: Distribution = { family: 'lognormal', parameters: { mu: Math.log(2), sigma: 0.2 } };
    const { parameters } = posterior(before, measured(1, 0.1));
    // Variances 0.04 and 0.01: the logarithm is (25 ln 2 + 100 ln 1) / 125, its variance 1 / 125.
    expect(parameters['mu']).toBeCloseTo(0.2 * Math.log(2), 14);
    expect(parameters['sigma']).toBeCloseTo(Math.sqrt(1 / 125), 14);
  });

  it('is the same by quadrature, whatever the family is called', () => {
    const before = given(lognormalFromRange(1, 2));
    const closed = posterior(before, measured(1.2, 0.1));
    const numeric = { ...before, observed: measured(1.2, 0.1) };
    for (const p of [1e-9, 0.01, 0.3, 0.5, 0.9, 1 - 1e-9]) {
      expect(quantile(numeric, p) / quantile(closed, p)).toBeCloseTo(1, 12);
    }
    expect(mean(numeric)).toBeCloseTo(mean(closed)!, 12);
    expect(density(numeric, 1.3)).toBeCloseTo(density(closed, 1.3), 11);
  });
});

describe('whatever was seen', () => {
  const rates = fc.record({
    low: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
    width: fc.double({ min: 1.1, max: 3, noNaN: true }),
  });

  it('quantile and cumulative probability are each other inverse, and the tails add up to 1', () => {
    const cases = fc.tuple(
      rates,
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    );
    fc.assert(
      fc.property(cases, ([{ low, width }, trials, share, p]) => {
        const before = given(logitNormalFromRange(low, low * width));
        // A count that the range holds possible.
        const rate = quantile(before, 0.001 + 0.998 * share);
        const after = posterior(before, counted(Math.round(trials * rate), trials));
        const x = quantile(after, p);
        expect(cumulative(after, x)).toBeCloseTo(p, 9);
        expect(cumulative(after, x) + exceedance(after, x)).toBeCloseTo(1, 12);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('is drawn as it is believed: the table of scores has its quantiles', () => {
    const after = posterior(given(logitNormalFromRange(0.2, 0.4)), counted(44, 210));
    const scores = Float64Array.of(-1.6448536269514722, 0, 1.6448536269514722);
    const drawn = new Float64Array(3);
    transform(marginalTable(after), scores, drawn, 3);
    [0.05, 0.5, 0.95].forEach((p, k) => expect(drawn[k]).toBeCloseTo(quantile(after, p), 9));
  });

  it('is a surprise as far as it lies out in what was believed', () => {
    const before = given(logitNormalFromRange(0.012, 0.021));
    expect(surprise(before, counted(16, 1000))).toBeLessThan(0.1);
    // So many that the range says nothing any more: the score of 3 % itself, (logit 3 % - mu) / sigma.
    expect(surprise(before, counted(3_000_000, 100_000_000))).toBeCloseTo(3.7613, 3);
    expect(surprise({ family: 'empirical', parameters: { values: [0, 0] } }, counted(1, 2))).toBe(Infinity);
  });
});
