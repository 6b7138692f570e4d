import type { Report } from '../../domain.ts';
import { plain } from '../text/plain.ts';

/** What the planner calls a resource: its label, else its name. */
export function resourceLabel({ scenario: { resourceLabels = {} } }: Pick<Report, 'scenario'>, name: string): string {
  return plain(Object.hasOwn(resourceLabels, name) ? resourceLabels[name]! : name);
}

/** What the planner calls a channel: its label, else its name. */
export function channelLabel(report: Pick<Report, 'scenario'>, name: string): string {
  const channel = report.scenario.channels.find((each) => each.name === name);
  return plain(channel?.label ?? name);
}
