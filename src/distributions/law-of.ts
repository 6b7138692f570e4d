import type { Distribution } from '../families/distribution.ts';
import type { Law } from './law.ts';
import { movedScore } from './moved-score.ts';
import { observed } from './observed.ts';
import { distributions } from './table.ts';
import { truncate } from './truncate.ts';

/** What was seen makes a law that takes some milliseconds to work out, and is asked again and again. */
const afterwards = new WeakMap<Distribution, Law>();

/** The law of a checked distribution. Throws when its family does not exist. */
export function lawOf(distribution: Distribution): Law {
  const { score, observed: seen } = distribution;
  if (score === undefined && seen === undefined) return lawBefore(distribution);
  const known = afterwards.get(distribution);
  if (known !== undefined) return known;
  const among = score === undefined ? lawBefore(distribution) : movedScore(lawBefore(distribution), score);
  const law = seen === undefined ? among : observed(among, seen);
  afterwards.set(distribution, law);
  return law;
}

/** Before anything was seen. */
function lawBefore({ family: name, parameters, truncate: window }: Distribution): Law {
  const family = distributions[name];
  if (family === undefined) throw new Error(`there is no family of distributions called ${name}`);
  const law: Law = {
    quantile: (p, above, near) => family.quantile(p, parameters, above, near),
    cumulative: (x) => family.cumulative(x, parameters),
    exceedance: (x) => family.exceedance(x, parameters),
    density: (x) => family.density(x, parameters),
    mean: () => family.mean(parameters),
    sd: () => family.sd(parameters),
    support: family.support(parameters),
    kinks: family.kinks?.(parameters) ?? [],
    ...(family.atScore && { atScore: (z: number) => family.atScore!(z, parameters) }),
    ...(family.outcomes && { outcomes: () => family.outcomes!(parameters) }),
  };
  return window === undefined ? law : truncate(law, window);
}
