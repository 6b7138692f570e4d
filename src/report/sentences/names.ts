import type { Report } from '../../domain.ts';
import { plain } from '../text/plain.ts';

/** What the planner calls a channel: its label, else its name. */
export function channelLabel(report: Pick<Report, 'scenario'>, name: string): string {
  const channel = report.scenario.channels.find((each) => each.name === name);
  return plain(channel?.label ?? name);
}
