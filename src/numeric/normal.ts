import { exp } from './exp.ts';
import { ln } from './ln.ts';

const SQRT_TWO_PI = 2.5066282746310002;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return gaussian(z) / SQRT_TWO_PI;
}

/**
 * P(Z <= z) for standard normal Z, to about 1e-15 relative, also in the lower tail down to z = -37.
 * `normalCumulative(-z)` is P(Z > z) without loss.
 *
 * Rational approximations in three ranges.
 * Source: Cody, "Rational Chebyshev approximation for the error function" (1969), as in his ANORM, Algorithm 715 (1993).
 */
export function normalCumulative(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + z * ratio(CENTRE, CENTRE_BELOW, z * z);
  if (z !== z) return NaN;
  const tail = gaussian(z) * (size <= SQRT_32 ? ratio(MIDDLE, MIDDLE_BELOW, size) : farTail(size));
  return z < 0 ? tail : 1 - tail;
}

/**
 * The z with P(Z <= z) = p for standard normal Z, to about 1e-15 relative, for p down to 1e-308; -Infinity at 0,
 * Infinity at 1, NaN outside. `normalQuantile(1 - p)` is `-normalQuantile(p)` exactly wherever 1 - p is exact.
 *
 * Source: Wichura, "Algorithm AS 241: The percentage points of the normal distribution" (1988), PPND16.
 */
export function normalQuantile(p: number): number {
  const fromHalf = p - 0.5;
  if (Math.abs(fromHalf) <= 0.425) {
    return fromHalf * ratio(QUANTILE_CENTRE, QUANTILE_CENTRE_BELOW, 0.180625 - fromHalf * fromHalf);
  }
  const outer = fromHalf < 0 ? p : 1 - p;
  if (!(outer > 0)) return outer === 0 ? Math.sign(fromHalf) * Infinity : NaN;
  const depth = Math.sqrt(-ln(outer));
  const size =
    depth <= 5
      ? ratio(QUANTILE_MIDDLE, QUANTILE_MIDDLE_BELOW, depth - 1.6)
      : ratio(QUANTILE_FAR, QUANTILE_FAR_BELOW, depth - 5);
  return fromHalf < 0 ? -size : size;
}

/** e^(-z²/2) with z² in two parts: rounding z² alone would cost z² / 4 units in the last place. */
function gaussian(z: number): number {
  const size = Math.abs(z);
  if (size > 39) return 0;
  const coarse = Math.floor(size * 16) / 16;
  return exp((-coarse * coarse) / 2) * exp((-(size - coarse) * (size + coarse)) / 2);
}

/** P(Z > size) / e^(-size²/2) for size > sqrt(32), an asymptotic form in 1/size². */
function farTail(size: number): number {
  const inverse = 1 / (size * size);
  return (INVERSE_SQRT_TWO_PI - inverse * ratio(FAR, FAR_BELOW, inverse)) / size;
}

/** Quotient of two polynomials, coefficients from the highest power down. */
function ratio(above: readonly number[], below: readonly number[], x: number): number {
  let top = 0;
  for (let i = 0; i < above.length; i += 1) top = top * x + above[i]!;
  let bottom = 0;
  for (let i = 0; i < below.length; i += 1) bottom = bottom * x + below[i]!;
  return top / bottom;
}

const SQRT_32 = 5.656854249492381;

const CENTRE = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const CENTRE_BELOW = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];

const MIDDLE = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_BELOW = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
];

const FAR = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const FAR_BELOW = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];

const QUANTILE_CENTRE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const QUANTILE_CENTRE_BELOW = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const QUANTILE_MIDDLE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const QUANTILE_MIDDLE_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const QUANTILE_FAR = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const QUANTILE_FAR_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];
