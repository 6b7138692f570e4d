import { exp } from './exp.ts';
import { ln, log1p } from './ln.ts';

const HALF_LN_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;
const ONE_LESS_EULER = 0.42278433509846713;

/** From here Stirling's series needs 8 terms for full precision. */
const STIRLING_FROM = 10;

/**
 * Logarithm of the gamma function for x > 0, to about 1e-15 relative, also near its zeros 1 and 2; Infinity at 0,
 * NaN below.
 *
 * Below 10 the recurrence leads to [1.5, 2.5], where the Taylor series at 2 converges fast; above, Stirling's series.
 * Source: Abramowitz and Stegun, 6.1.33 and 6.1.41.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x >= STIRLING_FROM) return x === Infinity ? x : (x - 0.5) * ln(x) - x + HALF_LN_TWO_PI + stirlingRemainder(x);
  if (x < 0.5) return taylorAtTwo(x) - log1p(x) - ln(x);
  if (x < 1.5) return taylorAtTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return taylorAtTwo(reduced - 2) + ln(product);
}

/**
 * What Stirling's formula leaves out: ln Γ(x) - ((x - 1/2) ln x - x + ln(2π)/2), for x > 0. With it, probabilities
 * with large parameters are computed without subtracting large logarithms.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
export function stirlingRemainder(x: number): number {
  if (x < STIRLING_FROM) return lnGamma(x) - (x - 0.5) * ln(x) + x - HALF_LN_TWO_PI;
  const inverse = 1 / (x * x);
  const tail = 1 / 1188 - inverse * (691 / 360360 - inverse * (1 / 156 - (inverse * 3617) / 122400));
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * tail)))) / x;
}

/**
 * x ln(x / m) + m - x for x, m > 0, without cancellation where x is near m.
 *
 * @param difference  x - m, given where it is known more precisely than by subtraction
 * Source: Loader (2000), `bd0`.
 */
export function deviance(x: number, m: number, difference: number = x - m): number {
  const v = difference / (x + m);
  if (!(Math.abs(v) < 0.1)) {
    const quotient = x / m;
    const log = quotient > 0 && quotient < Infinity ? ln(quotient) : ln(x) - ln(m);
    return x * log - difference;
  }
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** x^shape e^-x / Γ(shape): the density of ln X for gamma-distributed X. For shape > 0, x >= 0. */
export function gammaPower(shape: number, x: number): number {
  if (!(x > 0) || x === Infinity) return x !== x ? NaN : 0;
  return Math.sqrt(shape / TWO_PI) * exp(-stirlingRemainder(shape) - deviance(shape, x));
}

/**
 * Regularized lower incomplete gamma function P(shape, x): P(X <= x) for gamma-distributed X of scale 1, for
 * shape > 0, x >= 0. To about 1e-13 relative; the effort grows as the square root of shape.
 *
 * @param power  gammaPower(shape, x), where the caller has it
 * Source: Abramowitz and Stegun, 6.5.29 (series) and 6.5.31 (continued fraction).
 */
export function gammaLower(shape: number, x: number, power: number = gammaPower(shape, x)): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < shape + 1 ? power * lowerSeries(shape, x) : 1 - power * upperFraction(shape, x);
}

/** 1 - gammaLower(shape, x), precise where it is small. */
export function gammaUpper(shape: number, x: number, power: number = gammaPower(shape, x)): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < shape + 1 ? 1 - power * lowerSeries(shape, x) : power * upperFraction(shape, x);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction 1/(x+1-a- 1(1-a)/(x+3-a- …)), by the recurrence of Lentz, from the front. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15 || value !== value) return value;
  }
}

/** ln Γ(2 + z) for |z| <= 1/2. Source: Abramowitz and Stegun, 6.1.33. */
function taylorAtTwo(z: number): number {
  let sum = 0;
  for (let i = TAYLOR.length - 1; i >= 0; i -= 1) sum = z * (TAYLOR[i]! + sum);
  return z * (ONE_LESS_EULER + sum);
}

/** ζ(k) - 1 for k = 2, 3, …; the term of k = 28 would be 2^-60 of the sum. */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9,
];

/** Coefficients (-1)^k (ζ(k) - 1) / k of z^k. */
const TAYLOR = ZETA_LESS_ONE.map((zeta, i) => (i % 2 === 0 ? zeta : -zeta) / (i + 2));
