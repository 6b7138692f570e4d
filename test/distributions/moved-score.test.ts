import { describe, expect, it } from 'vitest';
import { cumulative, density, exceedance, mean, quantile, sd } from '../../src/distributions/distribution.ts';
import { lawOf } from '../../src/distributions/law-of.ts';
import { posterior, withScore } from '../../src/distributions/posterior.ts';
import { distributions } from '../../src/distributions/table.ts';
import type { Distribution } from '../../src/families/distribution.ts';
import { normalCumulative } from '../../src/numeric/normal.ts';
import { EXAMPLES } from './examples.ts';

const score = { mean: 0.7, sd: 0.6 };
const all = Object.entries(EXAMPLES).flatMap(([family, examples]) =>
  examples.map((parameters): [string, Distribution] => [
    `${family} ${JSON.stringify(parameters).slice(0, 70)}`,
    { family, parameters },
  ]),
);
const continuous = all.filter(([, { family }]) => !distributions[family]!.discrete);
const discrete = all.filter(([, { family }]) => distributions[family]!.discrete);

describe.each(continuous)('%s whose score has moved', (_, before) => {
  it('has its old quantile at 0.7 + 0.6 z where its score is z now', () => {
    const after = { ...before, score };
    for (const z of [-3, -1, 0, 0.5, 2]) {
      const x = quantile(after, normalCumulative(z));
      const expected = lawOf(before).quantile(...at(0.7 + 0.6 * z));
      // Scores and probabilities are turned into each other to 1e-15.
      const width = quantile(before, 0.75) - quantile(before, 0.25);
      expect(Math.abs(x - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), width));
      // One rounding of x moves its probability by density times the rounding.
      const rounding = 1e-11 + 8 * Number.EPSILON * Math.abs(x) * density(after, x);
      expect(Math.abs(cumulative(after, x) - normalCumulative(z))).toBeLessThan(rounding);
      expect(Math.abs(exceedance(after, x) - normalCumulative(-z))).toBeLessThan(rounding);
    }
  });

  it('has the density as slope of the probability', () => {
    const after = { ...before, score };
    for (const p of [0.05, 0.3, 0.5, 0.8, 0.97]) {
      const [low, high] = [quantile(after, p - 0.001), quantile(after, p + 0.001)];
      const slope = (cumulative(after, high) - cumulative(after, low)) / (high - low);
      expect(density(after, quantile(after, p)) / slope).toBeCloseTo(1, 2);
    }
  });
});

describe.each(discrete)('%s whose score has moved', (_, before) => {
  it('has the probability of each outcome that its piece of the normal distribution has', () => {
    const after = { ...before, score };
    const { values } = lawOf(before).outcomes!();
    const whole = values.reduce((sum, x) => sum + density(after, x), 0);
    expect(whole).toBeCloseTo(1, 12);
    for (const x of values) {
      if (cumulative(before, x) > 1 - 1e-9 || cumulative(before, x) < 1e-9) continue;
      // The score at which the old law steps to x and below, found by halving.
      let [low, high] = [-9, 9];
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2;
        if (normalCumulative(middle) < cumulative(before, x)) low = middle;
        else high = middle;
      }
      expect(cumulative(after, x)).toBeCloseTo(normalCumulative((low - 0.7) / 0.6), 6);
    }
  });
});

it('has moments as SciPy integrates them', () => {
  // scipy.integrate.quad of x dnorm(z) and x² dnorm(z), x = beta(2, 8).ppf(norm.cdf(.7 + .6 z)), z in -8.5 .. 8.5
  const after: Distribution = { family: 'beta', parameters: { alpha: 2, beta: 8 }, score };
  expect([mean(after), sd(after)]).toEqual([BETA_MEAN, BETA_SD].map((value) => expect.closeTo(value, 10)));
});
const [BETA_MEAN, BETA_SD] = [0.2816637927402835, 0.08834079951608728];

it('stays what it is where it is made of a normal number', () => {
  const price: Distribution = { family: 'lognormal', parameters: { mu: 1, sigma: 0.5 } };
  expect(withScore(price, score)).toEqual({ family: 'lognormal', parameters: { mu: 1.35, sigma: 0.3 } });
  const cut = { ...price, truncate: { low: 1 } };
  expect(withScore(cut, score)).toEqual({ ...cut, score });
});

it('is weighed by what was seen of it from where it has moved', () => {
  const rate: Distribution = { family: 'logit-normal', parameters: { mu: -3, sigma: 0.5 } };
  const seen = { kind: 'counted', successes: 3, trials: 40 } as const;
  const [closed, general] = [posterior(withScore(rate, score), seen), posterior({ ...rate, score }, seen)];
  expect(closed.score).toBeUndefined();
  for (const p of [0.01, 0.5, 0.99]) expect(quantile(general, p)).toBeCloseTo(quantile(closed, p), 12);
});

/** Both probabilities of a score. */
function at(z: number): [number, number] {
  return [normalCumulative(z), normalCumulative(-z)];
}
