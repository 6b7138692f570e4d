import { betaLower, betaPower, lnBeta } from './beta.ts';
import { exp, expm1 } from './exp.ts';
import { invertTail } from './invert-tail.ts';
import { ln } from './ln.ts';
import { normalQuantile } from './normal.ts';

/** Where ln x is below this, less ln b, P(X <= x) is x^a / (a B(a, b)) to the last digit. */
const POWER_LAW_BELOW = -46;
/** Where ln P(X <= x) is this times a, x is e^-400 or so: the search, which needs x as a double, must not go there. */
const FAR_OUT = -400;

/**
 * The log odds ln(x / (1 - x)) of the quantile x of a beta distribution: precise at both ends, where x or 1 - x may be
 * less than the smallest double. For a, b > 0 and `below` in (0, 1); to about 1e-14 of a standard deviation.
 *
 * Solved for the logarithm of the smaller tail, a concave function of the log odds, whose density is `betaPower`.
 *
 * @param below  P(X <= x)
 * @param above  1 - below, precise where it is small
 * @param start  log odds near the answer, which save work; ignored when infinite
 */
export function betaLogOdds(a: number, b: number, below: number, above: number, start: number = NaN): number {
  if (below > above) return -betaLogOdds(b, a, above, below, -start);
  const spread = Math.sqrt(1 / a + 1 / b);
  const lnBelow = ln(below);
  let odds = start;
  if (!Number.isFinite(start) || lnBelow < FAR_OUT * a) {
    const lnPowerLaw = (lnBelow + ln(a) + lnBeta(a, b)) / a;
    if (lnPowerLaw < POWER_LAW_BELOW - ln(Math.max(1, b))) return lnPowerLaw;
    odds = firstGuess(ln(a / b) + spread * normalQuantile(below), b, lnPowerLaw);
  }
  return invertTail(below, 1, odds, spread, (u) => {
    const x = 1 / (1 + exp(-u));
    const y = 1 / (1 + exp(u));
    const density = betaPower(a, b, x, y);
    return { probability: betaLower(a, b, x, y, density), density, tilt: a * y - b * x };
  });
}

/** Log odds by the normal approximation, kept from going beyond the power law of the tail, where that bounds it. */
function firstGuess(byNormal: number, b: number, lnPowerLaw: number): number {
  if (lnPowerLaw > -1e-3) return byNormal;
  const byPowerLaw = lnPowerLaw - ln(-expm1(lnPowerLaw));
  return b < 1 ? byPowerLaw : Math.max(byNormal, byPowerLaw);
}
