import { exp } from './exp.ts';
import { deviance, lnGamma, stirlingRemainder } from './gamma.ts';
import { ln, log1p } from './ln.ts';

const HALF_LN_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;

/** Logarithm of the beta function, for a, b > 0, without cancellation when one or both are large. */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const remainder = stirlingRemainder(large) - stirlingRemainder(a + b);
  const spread = -(large - 0.5) * log1p(small / large) - small * ln(a + b) + small;
  if (small < 10) return lnGamma(small) + remainder + spread;
  return (small - 0.5) * ln(small) - small + HALF_LN_TWO_PI + stirlingRemainder(small) + remainder + spread;
}

/**
 * x^a y^b / B(a, b) with y = 1 - x: the density of ln(X / (1 - X)) for beta-distributed X. For a, b > 0.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
export function betaPower(a: number, b: number, x: number, y: number): number {
  if (!(x > 0 && y > 0)) return x !== x || y !== y ? NaN : 0;
  const n = a + b;
  const remainder = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  const surplus = a * y - b * x; // a - n x = n y - b, with one rounding error for both, so that it cancels
  return (
    Math.sqrt((a / TWO_PI) * (b / n)) * exp(remainder - deviance(a, n * x, surplus) - deviance(b, n * y, -surplus))
  );
}

/**
 * Regularized incomplete beta function: P(X <= x) for beta-distributed X, for a, b > 0 and x in [0, 1].
 * To about 1e-12 relative down to probabilities of 1e-300; the effort grows slowly with a and b.
 * P(X > x) is `betaLower(b, a, y, x)`, precise where it is small.
 *
 * @param y      1 - x, given where it is known more precisely than by subtraction
 * @param power  betaPower(a, b, x, y), where the caller has it
 * Source: continued fraction of DiDonato and Morris, "Algorithm 708: Significant digit computation of the incomplete
 * beta function ratios" (1992), whose terms do not cancel, by the recurrence of Lentz.
 */
export function betaLower(
  a: number,
  b: number,
  x: number,
  y: number = 1 - x,
  power: number = betaPower(a, b, x, y),
): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x < (a + 1) / (a + b + 2)) return power * fraction(a, b, x, y);
  return 1 - power * fraction(b, a, y, x);
}

function fraction(a: number, b: number, x: number, y: number): number {
  const first = 1 + (a * y - b * x); // a + 1 - (a + b) x, which cancels for large a
  let d = (a + 1) / (a * first);
  let c = Infinity;
  let value = d;
  for (let n = 1; ; n += 1) {
    const odd = a + 2 * n - 1;
    const step = (n * (b - n) * x) / odd;
    const alpha = (((a + n - 1) * (a + b + n - 1)) / odd) * x * step;
    const beta = n + step + ((a + n) * (first + n * (1 + y))) / (odd + 2);
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15 || value !== value) return value;
  }
}
