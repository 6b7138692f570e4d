import type { Observation, Outcomes } from '../families.ts';
import { exp } from '../numeric/exp.ts';
import { ln, log1p } from '../numeric/ln.ts';
import { smoothTable, valueIn } from './cells.ts';
import type { Law } from './law.ts';
import { momentsByQuadrature } from './moments.ts';
import { lawOfOutcomes } from './outcomes.ts';
import { score } from './parameters.ts';
import { scoreMasses } from './score-masses.ts';

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
export function likeliest(seen: Observation): number {
  return seen.kind === 'counted' ? seen.successes / seen.trials : seen.value;
}

/**
 * The law of a quantity after something was seen of it: density (or probability) in proportion to that before times how likely the
 * observation is (Bayes' rule). by quadrature over the normal score of the law before: to about 1e-13
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

function observedSmooth(law: Law, seen: Observation): Law {
  // Some quantiles are found by search: a table of them is looked up thousands of times in no time.
  const table = law.atScore === undefined ? smoothTable(law) : undefined;
  const valueAt = (z: number) => (table === undefined ? law.atScore!(z)[0] : valueIn(table, z));
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
