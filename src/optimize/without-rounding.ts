import type { LinearLimit, Model } from '../domain.ts';

/** What amounts that are written one by one may miss a sum by, as a share of it: a plan that passes a limit by as much keeps it. */
const ROUNDING = 1e-7;

/**
 * The limits of a model, where those on sums that the limits on single amounts miss by rounding alone give way by as much:
 * 333,333.33 three times is a cent short of a million. Solvers call such limits possible at one time and impossible at
 * another.
 */
export function withoutRounding({ limits, channels, periods }: Model): readonly LinearLimit[] {
  const lower = new Float64Array(channels.length * periods);
  const upper = new Float64Array(channels.length * periods).fill(Infinity);
  const isOfOne = ({ terms }: LinearLimit) => terms.length === 1 && terms[0]!.coefficient === 1;
  for (const { terms, least = 0, most = Infinity } of limits.filter(isOfOne)) {
    const column = terms[0]!.channel * periods + terms[0]!.period;
    lower[column] = Math.max(lower[column]!, least);
    upper[column] = Math.min(upper[column]!, most);
  }
  return limits.map((limit) => {
    if (isOfOne(limit)) return limit;
    const { least = -Infinity, most = Infinity } = limit;
    let [atLeast, atMost] = [0, 0];
    for (const { channel, period, coefficient } of limit.terms) {
      if (coefficient === 0) continue;
      const ends = [lower, upper].map((bounds) => coefficient * bounds[channel * periods + period]!);
      atLeast += Math.min(...ends);
      atMost += Math.max(...ends);
    }
    if (isRounding(atLeast - most, most)) return { ...limit, most: atLeast };
    if (isRounding(least - atMost, least)) return { ...limit, least: atMost };
    return limit;
  });
}

function isRounding(by: number, of: number): boolean {
  return by > 0 && by <= ROUNDING * Math.abs(of);
}
