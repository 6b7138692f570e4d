import type { Optimization, Report } from '../../domain.ts';
import { countsCost } from './goal.ts';
import { channelLabel } from './names.ts';
import { beyondReach } from './wishes.ts';
import { beyondReachText } from './wish-words.ts';

export type NoPlan = Exclude<Optimization, { readonly plan: unknown }>;

/** That there is no recommended plan, and of which kind the reason is. */
export function noPlan(report: Report, found: NoPlan): string {
  if (found.status === 'infeasible') {
    return found.proven
      ? 'No plan can satisfy all limits.'
      : 'No plan was found that keeps all limits and targets; that there is none is not proven.';
  }
  if (found.status === 'unreachable') return beyondReachText(beyondReach(report, found), report);
  const channel = channelLabel(report, found.channel);
  if (!countsCost(report.scenario.goal)) {
    return `There is no best plan: ever more spend in «${channel}» brings ever more, for the goal does not count what it costs and nothing limits it.`;
  }
  return `There is no best plan: ever more spend in «${channel}» pays without end, for its curve has no ceiling and nothing limits it.`;
}
