import type { Report } from '../../domain.ts';
import { plain } from '../plain.ts';

/** More channels than this nobody reads in a sentence: a table has them all. */
export const MOST_CHANNELS_NAMED = 6;

/** What the planner calls a resource: its label, else its name. */
export function resourceLabel({ scenario }: Pick<Report, 'scenario'>, name: string): string {
  return labelIn(scenario.resourceLabels, name);
}

/** What the planner calls an event: its label, else its name. */
export function eventLabel({ scenario }: Pick<Report, 'scenario'>, name: string): string {
  return labelIn(scenario.eventLabels, name);
}

/** What the planner calls a channel: its label, else its name. */
export function channelLabel(report: Pick<Report, 'scenario'>, name: string): string {
  const channel = report.scenario.channels.find((each) => each.name === name);
  return plain(channel?.label ?? name);
}

function labelIn(labels: Readonly<Record<string, string>> = {}, name: string): string {
  return plain(Object.hasOwn(labels, name) ? labels[name]! : name);
}
