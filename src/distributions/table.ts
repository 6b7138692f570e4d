import type { DistributionFamily } from '../families/distribution.ts';
import { bernoulli } from './bernoulli.ts';
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { empirical } from './empirical.ts';
import { gamma } from './gamma.ts';
import { logUniform } from './log-uniform.ts';
import { logitNormal } from './logit-normal.ts';
import { lognormal } from './lognormal.ts';
import { metalog } from './metalog.ts';
import { normal } from './normal.ts';
import { pert } from './pert.ts';
import { poisson } from './poisson.ts';
import { studentT } from './student-t.ts';
import { triangular } from './triangular.ts';
import { uniform } from './uniform.ts';

/** Every family of distributions, by name. */
export const distributions: Readonly<Record<string, DistributionFamily>> = Object.fromEntries(
  [
    normal,
    lognormal,
    logitNormal,
    beta,
    uniform,
    triangular,
    pert,
    logUniform,
    studentT,
    gamma,
    poisson,
    binomial,
    bernoulli,
    empirical,
    metalog,
  ].map((family) => [family.name, family]),
);
