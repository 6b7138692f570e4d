import type { CarryoverFamily } from '../families/carryover.ts';
import { binomial } from './binomial.ts';
import { delayed } from './delayed.ts';
import { geometric } from './geometric.ts';
import { none } from './none.ts';
import { weibullCdf } from './weibull-cdf.ts';
import { weibullPdf } from './weibull-pdf.ts';

/** Every carry-over by its name in the file. */
export const carryovers: Readonly<Record<string, CarryoverFamily>> = Object.fromEntries(
  [none, geometric, delayed, binomial, weibullPdf, weibullCdf].map((family) => [family.name, family]),
);
