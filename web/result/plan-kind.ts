import type { Report } from '../../src/domain.ts';

/** How a plan is called on the page: today's, the recommended one, or, where there is none, the nearest. */
export type PlanKind = 'today' | 'recommended' | 'nearest';

export function planKind({ plans }: Report, place: number): PlanKind {
  if (place === 0) return 'today';
  return plans[place]!.plan === 'nearest' ? 'nearest' : 'recommended';
}
