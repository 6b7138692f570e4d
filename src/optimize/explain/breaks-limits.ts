import type { Model } from '../../domain.ts';

/** Rounding of sums of spend, as a share of all that is spent. */
const ROUNDING = 1e-7;

/** Whether spend by column passes any linear limit by more than rounding. */
export function breaksLimits({ limits, periods }: Model, spend: Float64Array): boolean {
  const rounding =
    ROUNDING *
    Math.max(
      1,
      spend.reduce((all, amount) => all + amount, 0),
    );
  if (spend.some((amount) => amount < -rounding)) return true;
  return limits.some(({ terms, least = -Infinity, most = Infinity }) => {
    const value = terms.reduce((all, term) => all + term.coefficient * spend[term.channel * periods + term.period]!, 0);
    return value < least - rounding || value > most + rounding;
  });
}
