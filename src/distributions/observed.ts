import type { Observation, Outcomes, ScoreBelief } from '../families/distribution.ts';
import { exp } from '../numeric/exp.ts';
import { ln, log1p } from '../numeric/ln.ts';
import { normalDensity } from '../numeric/normal.ts';
import { smoothTable, valueIn } from './cells.ts';
import type { Law } from './law.ts';
import { momentsByQuadrature } from './moments.ts';
import { movedScore } from './moved-score.ts';
import { lawOfOutcomes, tailsOf } from './outcomes.ts';
import { score } from './parameters.ts';
import { scoreMasses, type ScoreMoments } from './score-masses.ts';

const SQRT_TWO_PI = 2.5066282746310002;

/** The logarithm of how likely the observation is where the quantity is `x`, but for a constant; -Infinity where it cannot be. */
export function logLikelihood(seen: Observation, x: number): number {
  if (seen.kind === 'counted') {
    const { successes, trials } = seen;
    return times(successes, x > 0 ? ln(x) : -Infinity) + times(trials - successes, x < 1 ? log1p(-x) : -Infinity);
  }
  const off = x > 0 ? ln(seen.value / x) / seen.spread : Infinity;
  return -(off * off) / 2;
}

/** What was seen none of says nothing, however unlikely each would have been. */
function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}

/** The value at which the observation is the most likely. */
function likeliest(seen: Observation): number {
  return seen.kind === 'counted' ? seen.successes / seen.trials : seen.value;
}

/**
 * The law of a quantity after something was seen of it: density (or probability) in proportion to that before times how likely the
 * observation is (Bayes' rule), by quadrature over the normal score of the law before: to about 1e-13
 * of the probability where that law tells values by their scores, else 1e-9.
 *
 * @throws Error  when no value that the law has could have been observed so
 */
export function observed(law: Law, seen: Observation): Law {
  return law.outcomes === undefined ? observedSmooth(law, seen) : lawOfOutcomes(weighed(law.outcomes(), seen));
}

function weighed({ values, probabilities }: Outcomes, seen: Observation): Outcomes {
  const logs = values.map((value) => logLikelihood(seen, value));
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (most === -Infinity) throw new Error('no outcome could have been observed so');
  const weights = probabilities.map((p, i) => p * exp(logs[i]! - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { values, probabilities: weights.map((weight) => weight / total) };
}

/**
 * How an observation of a quantity moves its normal score: a function that gives the mean and the variance of the score after it
 * where the score was normal with a mean and a standard deviation before.
 */
export function scoreMoments(law: Law, seen: Observation): (mean: number, sd: number) => ScoreMoments {
  if (law.outcomes !== undefined) {
    return (mean, sd) => momentsOfOutcomes(movedScore(law, { mean, sd }).outcomes!(), seen, { mean, sd });
  }
  const valueAt = valuesByScore(law);
  const likely = likeliest(seen);
  const toward = score(law.cumulative(likely), law.exceedance(likely));
  return (mean, sd) => {
    const logAt = (z: number) => logLikelihood(seen, valueAt(mean + sd * z)) - (z * z) / 2;
    const within = scoreMasses(logAt, (toward - mean) / sd).moments();
    return { mean: mean + sd * within.mean, variance: sd * sd * within.variance };
  };
}

/** Each outcome is a piece of the normal distribution, with moments of its own. */
function momentsOfOutcomes(outcomes: Outcomes, seen: Observation, { mean, sd }: ScoreBelief): ScoreMoments {
  const { below, above } = tailsOf(outcomes.probabilities);
  const { probabilities } = weighed(outcomes, seen);
  const last = probabilities.length - 1;
  let [first, second] = [0, 0];
  let start = -Infinity;
  for (const [i, weight] of probabilities.entries()) {
    const end = i === last ? Infinity : score(below[i]!, above[i]);
    const inside = outcomes.probabilities[i]!;
    if (inside > 0) {
      const [from, to] = [normalDensity(start), normalDensity(end)];
      first += (weight / inside) * (from - to);
      second += (weight / inside) * (inside + (from === 0 ? 0 : start * from) - (to === 0 ? 0 : end * to));
    }
    start = end;
  }
  return { mean: mean + sd * first, variance: sd * sd * (second - first * first) };
}

/** Some quantiles are found by search: a table of them is looked up thousands of times in no time. */
function valuesByScore(law: Law): (z: number) => number {
  const { atScore } = law;
  if (atScore !== undefined) return (z) => atScore(z)[0];
  const table = smoothTable(law);
  return (z) => valueIn(table, z);
}

function observedSmooth(law: Law, seen: Observation): Law {
  const valueAt = valuesByScore(law);
  const scoreOf = (x: number) => score(law.cumulative(x), law.exceedance(x));
  const logAt = (z: number) => logLikelihood(seen, valueAt(z)) - (z * z) / 2;
  const masses = scoreMasses(logAt, scoreOf(likeliest(seen)));

  const quantile = (p: number, above: number = 1 - p) => valueAt(masses.scoreAt(p, above));
  const kinks = law.kinks.map((p) => masses.below(score(p))).filter((p) => p > 0 && p < 1);
  const moments = () => momentsByQuadrature(quantile, kinks);
  return {
    quantile,
    cumulative: (x) => masses.below(scoreOf(x)),
    exceedance: (x) => masses.above(scoreOf(x)),
    density: (x) => (law.density(x) * SQRT_TWO_PI * exp(logLikelihood(seen, x) - masses.peak)) / masses.total,
    mean: () => moments()?.mean,
    sd: () => moments()?.sd,
    support: law.support,
    kinks,
  };
}
