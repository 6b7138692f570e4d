import type { Distribution } from '../families.ts';
import type { Law } from './law.ts';
import { observed } from './observed.ts';
import { distributions } from './table.ts';
import { truncate } from './truncate.ts';

/** What an observation makes of a law takes some milliseconds to work out, and is asked again and again. */
const afterwards = new WeakMap<Distribution, Law>();

/** The law of a checked distribution. Throws when its family does not exist. */
export function lawOf(distribution: Distribution): Law {
  const { observed: seen, ...before } = distribution;
  if (seen === undefined) return lawBefore(before);
  const known = afterwards.get(distribution) ?? observed(lawBefore(before), seen);
  afterwards.set(distribution, known);
  return known;
}

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
