import { clamp } from './clamp.ts';
import { ln } from './ln.ts';

/** A tail that ends at u. */
export interface Tail {
  readonly probability: number;
  /** Density of U at u. */
  readonly density: number;
  /** Derivative of the logarithm of the density. */
  readonly tilt: number;
}

/** The error of Halley's method shrinks as the cube of the step: a step of this many widths is the last. */
const LAST_STEP = 1e-5;
/** The longest first step, in widths; later ones may be longer, to come from anywhere. */
const FIRST_LONGEST_STEP = 8;
const MOST_STEPS = 200;

/**
 * The u at which a tail has the probability `target`, by Halley's method on the logarithm of the tail, or Newton's while
 * far away; kept within what is known to lie on either side, which an underflow of the tail would otherwise upset.
 *
 * @param side   1 for the tail below u, -1 for the tail above
 * @param width  roughly a standard deviation of U
 */
export function invertTail(
  target: number,
  side: 1 | -1,
  start: number,
  width: number,
  tailAt: (u: number) => Tail,
): number {
  let u = start;
  let left = -Infinity;
  let right = Infinity;
  let longest = FIRST_LONGEST_STEP * width;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const { probability, density, tilt } = tailAt(u);
    const slope = probability > 0 ? (side * density) / probability : side; // of the logarithm
    const newton = -ln(probability / target) / slope;
    const curve = 0.5 * newton * (tilt - slope);
    const step = clamp(Math.abs(curve) < 0.5 ? newton / (1 + curve) : newton, -longest, longest);
    if (Math.abs(step) <= LAST_STEP * Math.min(1, width)) return u + step;
    if (newton > 0) left = u;
    else right = u;
    u = u + step > left && u + step < right ? u + step : (left + right) / 2;
    longest *= 2;
  }
  throw new Error(`no tail of ${target} found from ${start}`);
}
