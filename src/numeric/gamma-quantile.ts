import { exp } from './exp.ts';
import { gammaLower, gammaPower, gammaUpper, lnGamma } from './gamma.ts';
import { invertTail } from './invert-tail.ts';
import { ln } from './ln.ts';
import { normalQuantile } from './normal.ts';

/** Where ln x is below this, P(X <= x) is x^shape / Γ(shape + 1) to the last digit. */
const POWER_LAW_BELOW = -40;
/** Where ln P(X <= x) is this times shape, x is e^-400 or so: the search, which needs x as a double, must not go there. */
const FAR_OUT = -400;

/**
 * Logarithm of the quantile of a gamma distribution with scale 1, which may be less than the smallest double. For
 * shape > 0 and `below` in (0, 1); to about 1e-14 of a standard deviation.
 *
 * Solved for the logarithm of the smaller tail, a concave function of ln x, whose density is `gammaPower`.
 *
 * @param below  P(X <= x)
 * @param above  1 - below, precise where it is small
 * @param start  ln x near the answer, which saves work; ignored when infinite
 */
export function gammaLnQuantile(shape: number, below: number, above: number, start: number = NaN): number {
  const lower = below <= above;
  const lnBelow = ln(below);
  let lnX = start;
  if (!Number.isFinite(start) || lnBelow < FAR_OUT * shape) {
    const lnPowerLaw = (lnBelow + lnGamma(shape + 1)) / shape;
    if (lower && lnPowerLaw < POWER_LAW_BELOW) return lnPowerLaw;
    lnX = firstGuess(shape, lower ? normalQuantile(below) : -normalQuantile(above), lnPowerLaw);
  }
  return invertTail(lower ? below : above, lower ? 1 : -1, lnX, Math.sqrt(1 / shape), (u) => {
    const x = exp(u);
    const density = gammaPower(shape, x);
    const probability = lower ? gammaLower(shape, x, density) : gammaUpper(shape, x, density);
    return { probability, density, tilt: shape - x };
  });
}

/** The cube of a normal variable (Wilson and Hilferty 1931) where that is far enough from zero, else the power law. */
function firstGuess(shape: number, z: number, lnPowerLaw: number): number {
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0.3 ? ln(shape) + 3 * ln(root) : Math.min(lnPowerLaw, ln(shape + 1));
}
