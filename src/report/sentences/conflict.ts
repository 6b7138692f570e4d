/** Limits that cannot hold together, and the changes that would make a plan possible, in groups. */
import { numberBehind, type NumberBehind } from '../../constraints/number-behind.ts';
import type { ClosingSpan, LimitSide, LinearLimit, Repair, Report, TimeWindow } from '../../domain.ts';
import { magnitude } from '../../numeric/digits.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { DIGITS, legibleNumber, tidy } from './legible-number.ts';
import { groupLimits, type GroupOf } from './limits.ts';

/** What the members of a group ask for. */
export type Bound =
  | { readonly kind: 'money'; readonly least: number; readonly most: number }
  /** A share of all spend. */
  | { readonly kind: 'share'; readonly share: number }
  /** A share of something else, such as the spend of the period before. */
  | { readonly kind: 'rate'; readonly rate: number }
  /** A ratio, how many channels, or how concentrated. */
  | { readonly kind: 'number'; readonly number: number }
  /** That there is no spend, or of which shape: no figure. */
  | { readonly kind: 'no number' };

export function boundOf({ side, members }: GroupOf<LimitSide>): Bound {
  const { limit } = members[0]!;
  const behind = numberBehind({ limit, side });
  if (behind === undefined) return { kind: 'no number' };
  const { number, unit } = behind;
  // Of an amount that follows from a share, such as one more than today's, the amount is told.
  const isAmount = limit.source?.kind !== 'number' || (limit.source.terms.length === 0 && unit === 'rate');
  if (isAmount) {
    const bounds = members.map((member) => member.limit[side]!);
    return { kind: 'money', least: Math.min(...bounds), most: Math.max(...bounds) };
  }
  if (unit === 'money') return { kind: 'money', least: number, most: number };
  if (unit === 'number') return { kind: 'number', number };
  return isOfAllSpend(limit) ? { kind: 'share', share: number } : { kind: 'rate', rate: number };
}

/** What to do with a field of the file. */
export type FieldEdit =
  /** With the periods that are dark by it, where it names some. */
  | { readonly kind: 'leave out'; readonly span?: TimeWindow }
  /** Periods to be taken out of dark ones, and what is left of these. */
  | { readonly kind: 'less dark'; readonly periods: readonly number[]; readonly spans: readonly TimeWindow[] }
  /** A window that is longer by so many periods. */
  | { readonly kind: 'wider'; readonly by: number; readonly window: TimeWindow }
  | {
      readonly kind: NumberBehind['unit'];
      readonly verb: 'raise' | 'lower';
      /** How far: an amount, percentage points, or a number. */
      readonly by: string;
      /** The number that does, as it is told and as it is written into the file. */
      readonly to: string;
      readonly written: string;
    };

/** The change of a field in numbers that are easy to read, rounded the way that gives room. */
export function editOf(repair: Repair): FieldEdit {
  if (repair.kind === 'open') {
    const { periods, spans } = repair;
    const [first] = spans;
    return first !== undefined && spanOf(repair)?.closes === 'others'
      ? { kind: 'wider', by: periods.length, window: first }
      : { kind: 'less dark', periods, spans };
  }
  const behind = numberBehind(repair);
  if (repair.kind === 'leave out' || behind === undefined) {
    const span = spanOf(repair);
    return { kind: 'leave out', ...(span?.closes === 'these' ? { span } : {}) };
  }
  const { number, unit } = behind;
  const to = legibleNumber(number, repair, unit);
  const isRate = unit === 'rate';
  return {
    kind: unit,
    verb: repair.by > 0 ? 'raise' : 'lower',
    by: showExactly(tidy(difference(to, number) * (isRate ? 100 : 1)), 'number'),
    to: showExactly(to, isRate ? 'rate' : 'number'),
    written: isRate ? `${tidy(100 * to)}%` : String(to),
  };
}

/** A field whose number stands for every period, and one with a number of its own for some: where they hold. */
export function placeOf({ members, periods }: GroupOf<Repair>): 'every period' | readonly number[] {
  const [{ limit }] = members as readonly [Repair];
  if (/\[\d+\]$/.test(limit.path)) return periods;
  return periods.length === 0 ? [] : 'every period';
}

/** Limits that cannot hold together; one without a number is one, whichever side of it is meant. */
export function conflictGroups(report: Report, conflict: readonly LimitSide[]): readonly GroupOf<LimitSide>[] {
  const told = conflict.map(({ limit, side }): LimitSide => ({
    limit,
    side: limit.source?.kind === 'no number' ? 'most' : side,
  }));
  const isFirst = ({ limit, side }: LimitSide, k: number) =>
    told.findIndex((other) => other.limit === limit && other.side === side) === k;
  return groupLimits(report, told.filter(isFirst));
}

/** The same change of the same field in one period or another is one. */
export function repairGroups(report: Report, repairs: readonly Repair[]): readonly GroupOf<Repair>[] {
  const named = repairs.map((repair): Repair => {
    const { name = repair.limit.name } = repair.limit.source ?? {};
    return { ...repair, limit: { ...repair.limit, name } };
  });
  return groupLimits(report, named).flatMap((group) => {
    const changes = new Set(group.members.map((member) => JSON.stringify(editOf(member))));
    return changes.size === 1 ? [group] : group.members.flatMap((member) => groupLimits(report, [member]));
  });
}

function spanOf({ limit: { source } }: LimitSide): ClosingSpan | undefined {
  return source?.kind === 'no number' ? source.span : undefined;
}

/** How far two numbers are apart, to the digits that they have: 10,000.04 less 10,000 is 0.04, and no billionth more. */
function difference(a: number, b: number): number {
  const decimals = Math.min(100, Math.max(0, DIGITS - 1 - magnitude(Math.max(Math.abs(a), Math.abs(b)))));
  return Number(Math.abs(a - b).toFixed(decimals));
}

function isOfAllSpend({ path }: LinearLimit): boolean {
  return /(?:\.share\.(?:min|max)|\.maxShare)$/.test(path);
}
