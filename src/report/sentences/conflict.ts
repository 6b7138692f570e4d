/** Limits that cannot hold together, and the changes that would make a plan possible, in groups. */
import type { LimitSide, LinearLimit, Repair, Report } from '../../domain.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { amount, percent } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { groupLimits, type GroupOf } from './limits.ts';

/** What the members of a group ask for. */
export type Bound =
  | { readonly kind: 'money'; readonly least: number; readonly most: number }
  /** A share of all spend. */
  | { readonly kind: 'share'; readonly share: number }
  /** A limit that is no sum of money: how many channels, or how concentrated. */
  | { readonly kind: 'number'; readonly number: number }
  /** A limit on a difference, such as that of two channels: it has no figure of its own. */
  | { readonly kind: 'relative' };

export function boundOf({ side, members }: GroupOf<LimitSide>): Bound {
  const share = shareOf(members[0]!.limit);
  if (share !== undefined) return { kind: 'share', share };
  const first = members[0]!.limit;
  if (isNumber(first)) return { kind: 'number', number: first[side]! };
  const bounds = members.map(({ limit }) => limit[side]!);
  if (members.every(({ limit }) => isRelative(limit))) return { kind: 'relative' };
  return { kind: 'money', least: Math.min(...bounds), most: Math.max(...bounds) };
}

/** By how much a limit would have to move, and to what. */
export type Change =
  | { readonly kind: 'money'; readonly by: string; readonly to: string }
  /** In percentage points of all spend. */
  | { readonly kind: 'share'; readonly by: string; readonly to: string }
  /** Of how many channels, or how concentrated. */
  | { readonly kind: 'number'; readonly by: string; readonly to: string }
  /** The limit moves by what makes this much money. */
  | { readonly kind: 'relative'; readonly by: string };

export function changeOf({ scenario }: Report, { limit, side, by }: Repair): Change {
  const sign = side === 'most' ? 1 : -1;
  const share = shareOf(limit);
  const { total } = scenario.budget;
  if (share !== undefined && total !== undefined && total > 0) {
    const points = by / total;
    return {
      kind: 'share',
      by: grouped(points * 100, POINT_DECIMALS),
      to: percent(share + sign * points, POINT_DECIMALS),
    };
  }
  if (isNumber(limit)) {
    const to = limit[side]! + sign * by;
    return { kind: 'number', by: showExactly(rounded(by), 'number'), to: showExactly(rounded(to), 'number') };
  }
  if (isRelative(limit)) return { kind: 'relative', by: amount(by) };
  return { kind: 'money', by: amount(by), to: amount(limit[side]! + sign * by) };
}

/** The same change of the same limit in one period or another is one. */
export function repairGroups(report: Report, repairs: readonly Repair[]): readonly GroupOf<Repair>[] {
  return groupLimits(report, repairs).flatMap((group) => {
    const changes = new Set(group.members.map((member) => Object.values(changeOf(report, member)).join(' ')));
    return changes.size === 1 ? [group] : group.members.flatMap((member) => groupLimits(report, [member]));
  });
}

const POINT_DECIMALS = 1;

/** The share of all spend that a limit is about: what a channel is weighted with is 1 less this share. */
function shareOf({ path, terms }: LinearLimit): number | undefined {
  if (!/(?:\.share\.(?:min|max)|\.maxShare)$/.test(path)) return undefined;
  return Number((1 - Math.max(...terms.map(({ coefficient }) => coefficient))).toPrecision(12));
}

/** Whether a limit counts no money: that is no linear sum, and no least spend. */
function isNumber({ path, terms }: LinearLimit): boolean {
  return terms.length === 0 && !path.endsWith('.minIfUsed');
}

/** Without what is left of subtracting. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function isRelative({ terms, least, most }: LinearLimit): boolean {
  const signs = new Set(terms.map(({ coefficient }) => Math.sign(coefficient)));
  return (least ?? 0) === 0 && (most ?? 0) === 0 && signs.has(1) && signs.has(-1);
}
