import type { Outcomes } from '../families/distribution.ts';
import { clamp } from '../numeric/clamp.ts';
import type { Bounds } from './bounds.ts';
import type { Law } from './law.ts';
import { momentsByQuadrature } from './moments.ts';
import { lawOfOutcomes } from './outcomes.ts';

/**
 * The law of X given that X lies in [low, high]: probability outside is spread over the inside in proportion, so that
 * nothing piles up at the ends. The inside must have some probability: `insideProbability` tells.
 */
export function truncate(law: Law, { low = -Infinity, high = Infinity }: Bounds): Law {
  return law.outcomes === undefined ? truncateSmooth(law, low, high) : truncateOutcomes(law.outcomes(), low, high);
}

/** P(low <= X <= high), by the smaller tails so that it keeps its digits far out. */
export function insideProbability(law: Law, { low = -Infinity, high = Infinity }: Bounds): number {
  if (law.outcomes !== undefined) {
    const { values, probabilities } = law.outcomes();
    return probabilities.reduce((sum, p, i) => (values[i]! >= low && values[i]! <= high ? sum + p : sum), 0);
  }
  const inUpperTail = law.exceedance(low) < 0.5;
  return inUpperTail ? law.exceedance(low) - law.exceedance(high) : law.cumulative(high) - law.cumulative(low);
}

function truncateSmooth(law: Law, low: number, high: number): Law {
  const before = law.cumulative(low);
  const after = law.exceedance(high);
  const inside = insideProbability(law, { low, high });
  const support = [Math.max(low, law.support[0]), Math.min(high, law.support[1])] as const;

  const quantile = (p: number, above: number = 1 - p, near?: number): number => {
    const x = law.quantile(before + inside * p, after + inside * above, near);
    return clamp(x, support[0], support[1]);
  };
  const kinks = law.kinks.map((p) => (p - before) / inside).filter((p) => p > 0 && p < 1);
  // A tail without moments keeps the law from having any unless both ends are cut.
  const bounded = support[0] > -Infinity && support[1] < Infinity;
  return {
    quantile,
    cumulative: (x) => (x >= high ? 1 : clamp(insideProbability(law, { low, high: x }) / inside, 0, 1)),
    exceedance: (x) => (x <= low ? 1 : clamp(insideProbability(law, { low: x, high }) / inside, 0, 1)),
    density: (x) => (x < low || x > high ? 0 : law.density(x) / inside),
    mean: () => (bounded || law.mean() !== undefined ? momentsByQuadrature(quantile, kinks)?.mean : undefined),
    sd: () => (bounded || law.sd() !== undefined ? momentsByQuadrature(quantile, kinks)?.sd : undefined),
    support,
    kinks,
  };
}

function truncateOutcomes(whole: Outcomes, low: number, high: number): Law {
  const places = [...whole.values.keys()].filter((i) => whole.values[i]! >= low && whole.values[i]! <= high);
  const inside = places.reduce((sum, i) => sum + whole.probabilities[i]!, 0);
  const values = Float64Array.from(places, (i) => whole.values[i]!);
  const probabilities = Float64Array.from(places, (i) => whole.probabilities[i]! / inside);
  return lawOfOutcomes({ values, probabilities });
}
