import type { Report } from '../../domain.ts';
import { grouped } from '../numbers/grouped.ts';
import { channelLabel, MOST_CHANNELS_NAMED } from './names.ts';
import { listText } from './words.ts';

/** A channel that would get far more than it gets today. */
export interface FarFromToday {
  readonly name: string;
  /** How many times as much; undefined where it gets nothing today. */
  readonly times: string | undefined;
}

/** So many times today's spend is far from what has been seen. */
const FAR = 3;

/**
 * Channels that the recommended plan gives at least three times what they get today, the farthest first; none where nothing is
 * spent today, which says nothing of what has been seen.
 */
export function farFromToday(report: Report): readonly FarFromToday[] {
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  if (recommended.plan !== 'recommended' || today.channels.every(({ spend }) => spend === 0)) return [];
  return recommended.channels
    .flatMap(({ name, spend }, c) => {
      const times = spend / today.channels[c]!.spend;
      return spend > 0 && times >= FAR ? [{ name: channelLabel(report, name), times }] : [];
    })
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST_CHANNELS_NAMED)
    .map(({ name, times }) => ({
      name,
      times: Number.isFinite(times) ? grouped(times, times < 10 ? 1 : 0) : undefined,
    }));
}

/** What of the plan no experience of today's spend stands behind. */
export function farFromTodayTexts(report: Report): readonly string[] {
  const far = farFromToday(report);
  if (far.length === 0) return [];
  const channels = far.map(({ name, times }) => `${name} (${times === undefined ? 'from nothing' : `${times} times`})`);
  const one = far.length === 1;
  return [
    `${listText(channels)} would get far more than today: there ${one ? 'its curve rests' : 'their curves rest'} on belief more than on what was seen. Raise ${one ? 'it' : 'them'} in steps, or test first.`,
  ];
}
