import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { exp } from '../numeric/exp.ts';

/**
 * The t for which a Student variable with `degrees` (at least 1) lies within ±t with probability `level`, in (0, 1): how
 * many standard errors an interval reaches either way.
 */
export function studentReach(level: number, degrees: number): number {
  // degrees / (degrees + t²) has a beta distribution; its log odds are ln(degrees / t²).
  return Math.sqrt(degrees * exp(-betaLogOdds(degrees / 2, 0.5, 1 - level, level)));
}
