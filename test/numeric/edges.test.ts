import { describe, expect, it } from 'vitest';
import { betaLower, betaPower, lnBeta } from '../../src/numeric/beta.ts';
import { exp, expm1 } from '../../src/numeric/exp.ts';
import { deviance, gammaLower, gammaPower, gammaUpper, lnGamma } from '../../src/numeric/gamma.ts';
import { ln, log1p } from '../../src/numeric/ln.ts';
import { normalCumulative, normalDensity, normalQuantile } from '../../src/numeric/normal.ts';
import { pow } from '../../src/numeric/pow.ts';
import { tanh } from '../../src/numeric/tanh.ts';

const ENDS = [0, -0, Infinity, -Infinity, NaN];
const SMALLEST = 5e-324;
const LARGEST = 1.7976931348623157e308;

describe('at zero, the infinities and beyond', () => {
  // The values there are prescribed by ECMAScript, so the engine's own functions are the reference.
  it.each([
    ['exp', exp, Math.exp],
    ['expm1', expm1, Math.expm1],
    ['ln', ln, Math.log],
    ['log1p', log1p, Math.log1p],
    ['tanh', tanh, Math.tanh],
  ])('%s agrees with the language, sign of zero included', (_, ours, theirs) => {
    for (const x of ENDS) expect(ours(x)).toBe(theirs(x));
  });

  it('pow agrees with the language on every pair of special values', () => {
    const special = [...ENDS, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2.5, LARGEST, -LARGEST, SMALLEST, -SMALLEST, 2 ** 53];
    const both = (x: number, y: number) => [x, y, pow(x, y), Math.pow(x, y)];
    for (const [x, y, ours, theirs] of special.flatMap((x) => special.map((y) => both(x, y)))) {
      if (Number.isFinite(theirs) && theirs !== 0) expect(Math.abs(ours! / theirs! - 1)).toBeLessThanOrEqual(2 ** -52);
      else expect([x, y, ours]).toEqual([x, y, theirs]);
    }
  });

  it('the exponential overflows and underflows where doubles end', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(SMALLEST);
    expect(exp(-745.1332191019413)).toBe(0);
    expect(expm1(-50)).toBe(-1);
    expect(expm1(710)).toBe(Infinity);
  });

  it('the logarithm takes denormal and the largest numbers', () => {
    expect(ln(SMALLEST)).toBe(-744.4400719213812); // -1074 ln 2
    expect(ln(LARGEST)).toBe(709.782712893384);
    expect(ln(-1)).toBeNaN();
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-1.5)).toBeNaN();
  });

  it('powers that are whole numbers are exact', () => {
    for (let x = 1; x <= 30; x += 1) {
      let power = 1;
      for (let y = 0; power < 2 ** 53; y += 1, power *= x === 1 ? 2 ** 54 : x) {
        if (x > 1) expect(pow(x, y)).toBe(power);
      }
      expect(pow(x * x, 0.5)).toBe(x);
    }
    expect(pow(-2, 3)).toBe(-8);
    expect(pow(-8, 1 / 3)).toBeNaN();
    expect(pow(2, -1074)).toBe(SMALLEST);
  });
});

describe('the normal distribution', () => {
  it('has mirrored quantiles wherever both probabilities are doubles', () => {
    for (let k = 1; k < 2000; k += 1) {
      const p = k / 4096 + 2 ** -40;
      expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
    }
    expect(normalQuantile(1 - 2 ** -53)).toBe(-normalQuantile(2 ** -53));
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('has the published check values of AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798407, 14);
  });

  it('ends at the infinities', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN), normalCumulative(NaN)]).toEqual(
      Array(4).fill(NaN),
    );
    expect([normalCumulative(-Infinity), normalCumulative(Infinity)]).toEqual([0, 1]);
    expect([normalCumulative(0), normalDensity(0)]).toEqual([0.5, 0.3989422804014327]);
    expect([normalDensity(-Infinity), normalDensity(50)]).toEqual([0, 0]);
  });

  it('has quantiles that undo the cumulative probability', () => {
    for (let z = -37; z <= 6; z += 0.37) {
      const error = Math.abs(normalQuantile(normalCumulative(z)) - z);
      expect(error).toBeLessThan(z < 0 ? 1e-15 * (1 - z) * 4 : 1e-7); // P(Z <= z) near 1 is known to 1e-16 only
    }
  });

  it('has quantiles that never step back', () => {
    const scores = Array.from({ length: 1_000_000 }, (_, k) => normalQuantile((k + 1) / 1_000_001));
    expect(scores.findIndex((z, k) => k > 0 && z <= scores[k - 1]!)).toBe(-1);
  });
});

describe('gamma and beta functions', () => {
  it('are exact at the zeros of the logarithm and at the ends', () => {
    expect([lnGamma(1), lnGamma(2), lnGamma(0), lnGamma(Infinity)]).toEqual([0, 0, Infinity, Infinity]);
    expect(lnGamma(-1)).toBeNaN();
    expect(lnBeta(1, 1)).toBe(0);
    expect([gammaLower(2, 0), gammaUpper(2, 0), gammaLower(2, Infinity), gammaUpper(2, Infinity)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([betaLower(2, 3, 0), betaLower(2, 3, 1)]).toEqual([0, 1]);
    expect([gammaPower(2, 0), betaPower(2, 3, 0, 1)]).toEqual([0, 0]);
  });

  it('satisfy their closed forms', () => {
    expect(gammaUpper(1, 3)).toBeCloseTo(Math.exp(-3), 15); // exponential distribution
    expect(gammaUpper(3, 2)).toBeCloseTo(5 * Math.exp(-2), 15); // (1 + x + x²/2) e^-x
    expect(betaLower(1, 4, 0.3)).toBeCloseTo(1 - 0.7 ** 4, 15);
    expect(betaLower(0.5, 0.5, 0.3)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.3)), 15); // arcsine distribution
    expect(betaLower(2.5, 7.5, 0.4)).toBeCloseTo(1 - betaLower(7.5, 2.5, 0.6), 15);
    expect(deviance(3, 2)).toBeCloseTo(3 * Math.log(1.5) - 1, 15);
    expect(deviance(3, 3)).toBe(0);
  });

  it('stay precise for the parameters of a million observations', () => {
    // By symmetry the middle of Beta(a, a) is at 1/2, whatever a.
    expect(betaLower(1e6, 1e6, 0.5)).toBeCloseTo(0.5, 12);
    // P(X <= a) for Gamma(a) is 1/2 + 1/(3 sqrt(2πa)) (1 + 1/(60a)…), Abramowitz and Stegun 6.5.35.
    expect(gammaLower(1e6, 1e6)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * 1e6)), 10);
  });
});
