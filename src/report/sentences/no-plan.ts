import type { Optimization, Report } from '../../domain.ts';
import { channelLabel } from './names.ts';

export type NoPlan = Exclude<Optimization, { readonly plan: unknown }>;

/** That there is no recommended plan, and of which kind the reason is. */
export function noPlan(report: Report, found: NoPlan): string {
  if (found.status === 'infeasible') return 'No plan can satisfy all limits.';
  if (found.status === 'refused')
    return 'This scenario can be simulated, but the best plan for it cannot be proven yet.';
  if (found.status === 'unreachable') return 'No plan within your limits reaches all that you ask for.';
  const channel = channelLabel(report, found.channel);
  return `There is no best plan: ever more spend in «${channel}» pays without end, for its curve has no ceiling and nothing limits it.`;
}
