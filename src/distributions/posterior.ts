import type { Distribution, Observation, ScoreBelief } from '../families/distribution.ts';
import { ln } from '../numeric/ln.ts';
import { lawOf } from './law-of.ts';
import { logLikelihood } from './observed.ts';
import { score } from './parameters.ts';

/**
 * What is believed of a quantity after something was seen of it, by Bayes' rule: a beta distribution stays beta, a lognormal one
 * lognormal; every other is weighed by the observation where it stands.
 */
export function posterior(before: Distribution, seen: Observation): Distribution {
  if (isBare(before)) {
    if (before.family === 'beta' && seen.kind === 'counted') return betaAfter(before, seen);
    if (before.family === 'lognormal' && seen.kind === 'measured') return lognormalAfter(before, seen);
  }
  return { ...before, observed: seen };
}

/** Families that are made of a normal number, and what its mean and standard deviation are called. */
const NORMAL_WITHIN: Readonly<Record<string, readonly [mean: string, sd: string]>> = {
  normal: ['mean', 'sd'],
  lognormal: ['mu', 'sigma'],
  'logit-normal': ['mu', 'sigma'],
};

/** What is believed of a quantity whose normal score has moved, by what was seen of others: see `movedScore`. */
export function withScore(before: Distribution, score: ScoreBelief): Distribution {
  const names = isBare(before) ? NORMAL_WITHIN[before.family] : undefined;
  if (names === undefined) return { ...before, score };
  const [mean, sd] = names.map((name) => Number(before.parameters[name]));
  const [first, second] = [mean! + sd! * score.mean, sd! * score.sd];
  return { family: before.family, parameters: { [names[0]]: first, [names[1]]: second } };
}

/** Nothing but a family and its parameters. */
function isBare({ truncate, score, observed }: Distribution): boolean {
  return truncate === undefined && score === undefined && observed === undefined;
}

function betaAfter({ parameters }: Distribution, { successes, trials }: Observation & { kind: 'counted' }) {
  const [alpha, beta] = [Number(parameters['alpha']), Number(parameters['beta'])];
  return { family: 'beta', parameters: { alpha: alpha + successes, beta: beta + trials - successes } };
}

/** Two normal numbers of the same logarithm: each counts by one over its variance. */
function lognormalAfter({ parameters }: Distribution, { value, spread }: Observation & { kind: 'measured' }) {
  const [mu, sigma] = [Number(parameters['mu']), Number(parameters['sigma'])];
  const [own, other] = [1 / (sigma * sigma), 1 / (spread * spread)];
  const mean = (own * mu + other * ln(value)) / (own + other);
  return { family: 'lognormal', parameters: { mu: mean, sigma: Math.sqrt(1 / (own + other)) } };
}

/**
 * How far the observation moves the median, in normal scores of what was believed before: beyond 1.645 it now
 * lies outside the range of 90 %. Infinity when nothing that was held possible could have been observed so.
 *
 * @param after  what is believed then, where it is known already: it takes some milliseconds to work out
 */
export function surprise(before: Distribution, seen: Observation, after = posterior(before, seen)): number {
  const law = lawOf(before);
  if (law.outcomes?.().values.every((x) => logLikelihood(seen, x) === -Infinity) === true) return Infinity;
  const median = lawOf(after).quantile(0.5, 0.5);
  const moved = Math.abs(score(law.cumulative(median), law.exceedance(median)));
  // A staircase has its median on a step: of separate values one cannot say more than that they are possible.
  return law.outcomes === undefined ? moved : 0;
}
