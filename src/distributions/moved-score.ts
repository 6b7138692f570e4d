import { exp } from '../numeric/exp.ts';
import { normalCumulative } from '../numeric/normal.ts';
import type { ScoreBelief } from '../families/distribution.ts';
import type { Law } from './law.ts';
import { momentsByQuadrature } from './moments.ts';
import { lawOfOutcomes, tailsOf } from './outcomes.ts';
import { score } from './parameters.ts';

/**
 * The law of a quantity whose normal score, standard before, is normal with this mean and standard deviation: each value stays at its
 * score. A normal, lognormal or logit-normal law stays one.
 */
export function movedScore(law: Law, { mean, sd }: ScoreBelief): Law {
  /** The new score of what had this score before. */
  const scoreNow = (before: number) => (before - mean) / sd;
  const below = (before: number) => normalCumulative(scoreNow(before));
  const above = (before: number) => normalCumulative(-scoreNow(before));
  if (law.outcomes !== undefined) {
    const { values, probabilities } = law.outcomes();
    const tails = tailsOf(probabilities);
    // The last outcome has nothing above it, whatever rounding left there.
    const ends = tails.below.map((p, i) => (i === values.length - 1 ? Infinity : score(p, tails.above[i])));
    const moved = ends.map((end, i) => {
      const start = i === 0 ? -Infinity : ends[i - 1]!;
      return scoreNow(start) > 0 ? above(start) - above(end) : below(end) - below(start);
    });
    return lawOfOutcomes({ values, probabilities: moved });
  }

  const { atScore } = law;
  const scoreOf = (x: number) => score(law.cumulative(x), law.exceedance(x));
  const quantile = (p: number, beyond: number = 1 - p, near?: number): number => {
    const before = mean + sd * score(p, beyond);
    return law.quantile(normalCumulative(before), normalCumulative(-before), near);
  };
  const kinks = law.kinks.map((p) => below(score(p))).filter((p) => p > 0 && p < 1);
  const moments = () => (law.sd() === undefined ? undefined : momentsByQuadrature(quantile, kinks));
  return {
    quantile,
    ...(atScore && {
      atScore: (z: number) => {
        const [value, slope] = atScore(mean + sd * z);
        return [value, sd * slope] as const;
      },
    }),
    cumulative: (x) => below(scoreOf(x)),
    exceedance: (x) => above(scoreOf(x)),
    density(x) {
      const before = law.density(x);
      if (before === 0) return 0;
      const [old, now] = [scoreOf(x), scoreNow(scoreOf(x))];
      return (before * exp((old * old - now * now) / 2)) / sd;
    },
    mean: () => moments()?.mean,
    sd: () => moments()?.sd,
    support: law.support,
    kinks,
  };
}
