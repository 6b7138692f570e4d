import type { BindingLimit, LimitSide, LinearLimit, Report } from '../../domain.ts';
import type { HeldBack } from '../../stress/stress-test.ts';
import { plain } from '../plain.ts';
import { channelLabel } from './names.ts';
import { upperFirst } from './upper-first.ts';

/** The same limit in several periods, as one. */
export interface LimitGroup {
  /** Without the period: `tv, at most`. */
  readonly name: string;
  readonly path: string;
  readonly side: LimitSide['side'];
  /** From 1; empty for a limit that is not of a period. */
  readonly periods: readonly number[];
  /**
   * Smallest and largest worth of one unit of currency more room, in units of the goal: on draws that the search has not
   * seen where they tell it, which is what a sentence says of it, else on those of the search.
   */
  readonly worth: readonly [number, number];
}

/** Limits that hold a plan back, those of one path together, the most valuable first. */
export function limitGroups(report: Report, binding: readonly BindingLimit[]): readonly LimitGroup[] {
  return groupLimits(report, binding)
    .map(({ members, ...group }) => {
      const worths = members.map(({ worth, nextUnit }) => Math.abs(nextUnit?.mean.value ?? worth));
      return { ...group, worth: [Math.min(...worths), Math.max(...worths)] as const };
    })
    .sort((a, b) => b.worth[1] - a.worth[1]);
}

export type GroupOf<Member> = Omit<LimitGroup, 'worth'> & { readonly members: readonly Member[] };

/** Limits with one name apart from the period, in the order in which they first appear. */
export function groupLimits<Member extends HeldBack>(
  report: Pick<Report, 'scenario'>,
  limits: readonly Member[],
): readonly GroupOf<Member>[] {
  const groups = new Map<string, GroupOf<Member> & { periods: number[]; members: Member[] }>();
  for (const member of limits) {
    const { name, period } = namePeriod(limitName(report, member.limit));
    const key = `${member.side} ${name}`;
    const group = groups.get(key) ?? { name, path: member.limit.path, side: member.side, periods: [], members: [] };
    groups.set(key, group);
    group.members.push(member);
    if (period !== undefined) group.periods.push(period);
  }
  return [...groups.values()].map((group) => ({ ...group, periods: group.periods.toSorted((a, b) => a - b) }));
}

/** The name of a limit, with what the planner calls its channel. */
export function limitName(
  report: Pick<Report, 'scenario'>,
  { name, path }: Pick<LinearLimit, 'name' | 'path'>,
): string {
  const channel = report.scenario.channels.find((each) => path.startsWith(`channels.${each.name}.`))?.name;
  if (channel === undefined || !name.startsWith(channel)) return plain(name);
  return `${channelLabel(report, channel)}${plain(name.slice(channel.length))}`;
}

/** `tv, period 3, at most` as `tv, week 3, at most`. */
export function inUnit(name: string, { unit }: Pick<Report['scenario'], 'unit'>): string {
  return name.replace(PERIOD, (_, joint: string, period: string) => `${joint} ${unit} ${period}`);
}

/** The name of a limit where it stands alone, with a capital: `Total budget`; a channel's own name stays as it is written. */
export function nameInTable(
  { scenario }: Pick<Report, 'scenario'>,
  { name, path }: Pick<LimitGroup, 'name' | 'path'>,
): string {
  const told = inUnit(name, scenario);
  return path.startsWith('channels.') ? told : upperFirst(told);
}

const PERIOD = /(,| of) period (\d+)/;

/** `tv, period 3, at most` as `tv, at most` and 3. */
function namePeriod(name: string): { readonly name: string; readonly period?: number } {
  const found = PERIOD.exec(name);
  if (found === null) return { name };
  return { name: name.replace(found[0], found[1] === ',' ? '' : ' per period'), period: Number(found[2]) };
}
