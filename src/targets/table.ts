import type { TargetFamily } from '../families/target.ts';
import { cacCash } from './cac-cash.ts';
import { cacFull } from './cac-full.ts';
import { marginalRoas } from './marginal-roas.ts';
import { payback } from './payback.ts';
import { roas } from './roas.ts';
import { satisfaction } from './satisfaction.ts';

/** Every figure of a plan as a whole that a target can be about, beside totals. A new one is a file of its own and a line here. */
export const ratioTargets = {
  roas,
  cacCash,
  cacFull,
  marginalRoas,
  satisfaction,
  payback,
} as const satisfies Readonly<Record<string, TargetFamily>>;

/** What is to be known of a figure by its name; undefined for totals and for figures of the planner's own. */
export function ratioTarget(metric: string): TargetFamily | undefined {
  return isRatioTarget(metric) ? ratioTargets[metric] : undefined;
}

export function isRatioTarget(metric: string): metric is keyof typeof ratioTargets {
  return Object.hasOwn(ratioTargets, metric);
}
