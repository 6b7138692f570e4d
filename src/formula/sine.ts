/**
 * Sine and cosine with the same bits in every engine.
 *
 * Source: fdlibm (Sun Microsystems, 1993), `k_sin.c`, `k_cos.c` and `e_rem_pio2.c`.
 */

/** Beyond this the multiples of π/2 below are no longer exact products. */
const LARGEST_ANGLE = 500_000;

const TWO_OVER_PI = 6.36619772367581382433e-1;
/** π/2 in three parts; the first two have 33 bits, so that their product with a count below 2^20 is exact. */
const HALF_PI_1 = 1.57079632673412561417;
const HALF_PI_2 = 6.0771005063039659766e-11;
const HALF_PI_3 = 2.02226624879595063154e-21;

/** sin(x), x in radians, within 1 unit in the last place; NaN where |x| is above 500,000. */
export function sine(x: number): number {
  return quarterTurned(x, 0);
}

/** cos(x), x in radians, within 1 unit in the last place; NaN where |x| is above 500,000. */
export function cosine(x: number): number {
  return quarterTurned(x, 1);
}

/** sin(x + quarters·π/2): the angle is reduced to [-π/4, π/4], kept as a sum `head + tail`. */
function quarterTurned(x: number, quarters: number): number {
  if (!(Math.abs(x) <= LARGEST_ANGLE)) return NaN;
  const turns = Math.round(x * TWO_OVER_PI);
  const first = x - turns * HALF_PI_1;
  const second = turns * HALF_PI_2;
  const near = first - second;
  const rest = turns * HALF_PI_3 - (first - near - second);
  const head = near - rest;
  const tail = near - head - rest;
  const quarter = (turns + quarters) & 3;
  const size = (quarter & 1) === 0 ? sineNearZero(head, tail) : cosineNearZero(head, tail);
  return quarter < 2 ? size : -size;
}

/** sin(x + y) for |x| <= π/4 and y a rounding of x. */
function sineNearZero(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

/** cos(x + y) for |x| <= π/4 and y a rounding of x. */
function cosineNearZero(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * 2.48015872894767294178e-5)) +
    w * w * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11));
  const half = 0.5 * z;
  const one = 1 - half;
  return one + (1 - one - half + (z * r - x * y));
}
