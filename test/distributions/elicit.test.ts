import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, mean, quantile, sd } from '../../src/distributions/distribution.ts';
import {
  betaFromCounts,
  betaFromMeanSd,
  lognormalFromMeanSd,
  lognormalFromRange,
  logitNormalFromRange,
  metalogFromMeanAndInterval,
  metalogFromPercentiles,
  normalFromMeanSd,
  normalFromRange,
  pertFrom,
  triangularFrom,
  type Elicited,
} from '../../src/distributions/elicit.ts';
import type { Distribution } from '../../src/families/distribution.ts';

const SEED = { seed: 20270104, numRuns: 300 };

const made = (elicited: Elicited): Distribution => {
  if (!elicited.ok) throw new Error(elicited.why);
  return elicited.distribution;
};
const whyNot = (elicited: Elicited): string => (elicited.ok ? 'accepted' : elicited.why);
const near = (got: number | undefined, expected: number, accuracy = 1e-10) =>
  expect(Math.abs(got! - expected), `${got} for ${expected}`).toBeLessThanOrEqual(accuracy * Math.abs(expected));

const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const factor = fc.double({ min: 1.001, max: 1e4, noNaN: true });
const share = fc.double({ min: 0.005, max: 0.995, noNaN: true });
const mass = fc.double({ min: 0.5, max: 0.99, noNaN: true });

describe('what a planner writes comes back as quantiles', () => {
  it('for ranges of positive quantities', () => {
    fc.assert(
      fc.property(positive, factor, mass, (low, times, held) => {
        const d = made(lognormalFromRange(low, low * times, held));
        near(quantile(d, (1 - held) / 2), low);
        near(quantile(d, (1 + held) / 2), low * times);
      }),
      SEED,
    );
  });

  it('for ranges of rates', () => {
    fc.assert(
      fc.property(share, share, mass, (a, b, held) => {
        fc.pre(Math.abs(a - b) > 1e-3);
        const d = made(logitNormalFromRange(Math.min(a, b), Math.max(a, b), held));
        near(quantile(d, (1 - held) / 2), Math.min(a, b));
        near(quantile(d, (1 + held) / 2), Math.max(a, b));
      }),
      SEED,
    );
  });

  it('for normal ranges, 90 % when nothing is said', () => {
    const d = made(normalFromRange(-3, 5));
    near(cumulative(d, 5) - cumulative(d, -3), 0.9);
    near(quantile(d, 0.05), -3);
  });

  it('for means with standard deviations', () => {
    fc.assert(
      fc.property(
        positive,
        fc.double({ min: 0.001, max: 20, noNaN: true }),
        share,
        share,
        (middle, ratio, rate, part) => {
          const lognormal = made(lognormalFromMeanSd(middle, middle * ratio));
          near(mean(lognormal), middle);
          near(sd(lognormal), middle * ratio);
          const spread = part * Math.sqrt(rate * (1 - rate));
          const beta = made(betaFromMeanSd(rate, spread));
          near(mean(beta), rate);
          near(sd(beta), spread);
        },
      ),
      SEED,
    );
    expect(mean(made(normalFromMeanSd(-2, 3)))).toBe(-2);
  });

  it('for three percentiles, wherever a metalog can have them', () => {
    let held = 0;
    fc.assert(
      fc.property(share, factor, fc.constantFrom('open', 'above 0', 'rate'), (place, times, kind) => {
        const p10 = kind === 'rate' ? 0.4 / times : 10;
        const p90 = kind === 'rate' ? 0.4 : 10 * times;
        const p50 = p10 + place * (p90 - p10);
        const bounds = kind === 'open' ? {} : kind === 'rate' ? { low: 0, high: 1 } : { low: 0 };
        const found = metalogFromPercentiles({ p10, p50, p90 }, bounds);
        if (!found.ok) return;
        held += 1;
        near(quantile(found.distribution, 0.1), p10);
        near(quantile(found.distribution, 0.5), p50);
        near(quantile(found.distribution, 0.9), p90);
      }),
      SEED,
    );
    expect(held).toBeGreaterThan(60); // a third of the middles are too near an end, and more where it is far away
  });

  it('for a mean with a 90 % interval', () => {
    // For ends up to 12 times apart, a mean from a third to six tenths of the way can always be had.
    const place = fc.double({ min: 0.33, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 12, noNaN: true }), place, (times, part) => {
        const d = made(metalogFromMeanAndInterval(1 + part * (times - 1), 1, times));
        near(mean(d), 1 + part * (times - 1));
        near(quantile(d, 0.05), 1);
        near(quantile(d, 0.95), times);
      }),
      { ...SEED, numRuns: 25 },
    );
  });

  it('for counts, as the posterior of Jeffreys', () => {
    const d = made(betaFromCounts(8, 200));
    expect(d).toEqual({ family: 'beta', parameters: { alpha: 8.5, beta: 192.5 } });
    // Quantiles of Beta(2.5, 5.5) by mpmath: findroot of betainc(2.5, 5.5, 0, x, regularized=True) - p
    const small = made(betaFromCounts(2, 7));
    near(quantile(small, 0.025), 0.0647282669494834);
    near(quantile(small, 0.975), 0.647661654959421);
  });
});

describe('where two shapes have the mean and interval', () => {
  it('takes the lognormal-like one when there is one', () => {
    // A metalog in the logarithm with no skew is log-logistic: its mean is median πs / sin(πs) with s = ln(50)/2/ln(19).
    const s = Math.log(50) / 2 / Math.log(19);
    const middle = Math.sqrt(50);
    const d = made(metalogFromMeanAndInterval((middle * Math.PI * s) / Math.sin(Math.PI * s), 1, 50));
    near(quantile(d, 0.5), middle, 1e-9);
  });
});

describe('what cannot be is refused with a way out', () => {
  it.each([
    [lognormalFromRange(0, 5), 'a lognormal range lies above 0, and this one starts at 0'],
    [lognormalFromRange(5, 3), 'the high end must be more than the low end, 5, got 3'],
    [lognormalFromRange(3, NaN), 'the high end must be more than the low end, 3, got NaN'],
    [normalFromRange(2, 2), 'the high end must be more than the low end, 2, got 2'],
    [logitNormalFromRange(0.2, 1.2), 'a range of a rate lies between 0 and 1, and this one is 0.2 to 1.2'],
    [lognormalFromMeanSd(-1, 2), 'a lognormal mean lies above 0, and this one is -1'],
    [lognormalFromMeanSd(1, 0), 'the standard deviation must be more than 0, got 0'],
    [normalFromMeanSd(1, -1), 'sd must be more than 0, got -1'],
    [betaFromMeanSd(1.5, 0.1), 'the mean of a rate lies between 0 and 1, and this one is 1.5'],
    [betaFromMeanSd(0.5, 0.6), 'the standard deviation of a rate around 0.5 must be between 0 and 0.5, got 0.6'],
    [betaFromCounts(9, 8), 'of 8, between 0 and 8 can be successes, not 9'],
    [betaFromCounts(0, 0), 'the number counted must be more than 0, got 0'],
    [pertFrom(10, 70, 60), 'likely must be between low and high, 10 and 60, got 70'],
    [triangularFrom(60, 20, 10), 'high must be more than low, 60, got 10'],
    [
      // Keelin (2016): the middle must be between a sixth and five sixths of the way.
      metalogFromPercentiles({ p10: 40, p50: 44, p90: 70 }),
      'with 10 % below 40 and 10 % above 70, the middle must be between about 45 and 65, got 44',
    ],
    [metalogFromPercentiles({ p10: 0, p50: 1, p90: 2 }, { low: 0 }), 'the low end must be more than 0, got 0'],
    [
      metalogFromPercentiles({ p10: 0.1, p50: 0.2, p90: 1 }, { low: 0, high: 1 }),
      'the high end must be less than 1, got 1',
    ],
    [metalogFromMeanAndInterval(5, 1, 2), /^with 5 % below 1 and 5 % above 2, the mean must be between about/],
    [metalogFromMeanAndInterval(1, 0.05, 4), /the mean must be at least about 1\.\d+, got 1$/],
  ])('%#', (elicited, why) => {
    expect(whyNot(elicited)).toMatch(why);
  });
});
