import type { ClosingSpan, LimitSide, LinearLimit, Repair, TimeWindow } from '../../domain.ts';
import { runsOf } from '../../numeric/runs.ts';
import type { Field, Switch } from './field.ts';

/** Limits of a field that may lose their force together: those of one period that it closes, or all of them. */
export interface Release {
  readonly of: Switch;
  /** From 1; absent where the field is left out as a whole. */
  readonly period?: number;
  /** Share of what the field names that is given up, or added to a window: a number that goes to nothing counts as 1. */
  readonly cost: number;
  /** The period that has to be opened as well, so that a window stays one. */
  readonly after?: number;
}

/** Of dark periods that would do as well, those at either end are opened: such a share of a period more for any within. */
const ENDS_FIRST = 1e-4;

/** How a field without a number can give: period by period where it closes some, else as a whole. */
export function releasesOf(of: Switch, limits: readonly LinearLimit[]): readonly Release[] {
  const span = spanOf(of.of);
  if (span === undefined) return [{ of, cost: 1 }];
  const closed = closedBy(of, limits);
  const share = 1 / lengthOf(span);
  if (span.closes === 'these') {
    const depth = (period: number) => Math.min(period - span.from, span.to - period);
    return closed.map((period) => ({ of, period, cost: share * (1 + ENDS_FIRST * share * depth(period)) }));
  }
  return closed.map((period): Release => {
    const inner = period < span.from ? period + 1 : period - 1;
    return { of, period, cost: share, ...(closed.includes(inner) ? { after: inner } : {}) };
  });
}

/** Whether a limit is one of those that lose their force. */
export function isReleased({ path, terms }: LinearLimit, { of, period }: Release): boolean {
  return path === of.path && (period === undefined || terms[0]!.period + 1 === period);
}

/** What to do with a field some of whose limits are to lose their force. */
export function repairBy(of: Switch, made: readonly Release[], limits: readonly LinearLimit[]): Repair {
  const span = spanOf(of.of);
  const periods = made.flatMap(({ period }) => period ?? []).toSorted((a, b) => a - b);
  if (span === undefined || periods.length === closedBy(of, limits).length) return { ...of.of, kind: 'leave out' };
  return { ...of.of, kind: 'open', periods, spans: spansAfter(span, periods) };
}

/** How many of the periods that a field names are opened, as a share. */
export function shareOpened(of: LimitSide, periods: readonly number[]): number {
  const span = spanOf(of);
  return span === undefined ? 1 : periods.length / lengthOf(span);
}

/** The periods, from 1, in which a field allows no spend. */
function closedBy({ path }: Switch, limits: readonly LinearLimit[]): readonly number[] {
  const own = limits.filter((limit) => limit.path === path).map(({ terms }) => terms[0]!.period + 1);
  return [...new Set(own)].toSorted((a, b) => a - b);
}

function lengthOf({ from, to }: TimeWindow): number {
  return to - from + 1;
}

function spanOf({ limit }: LimitSide): ClosingSpan | undefined {
  return limit.source?.kind === 'no number' ? limit.source.span : undefined;
}

function spansAfter({ from, to, closes }: ClosingSpan, opened: readonly number[]): readonly TimeWindow[] {
  if (closes === 'others') return [{ from: Math.min(from, ...opened), to: Math.max(to, ...opened) }];
  const named = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  return runsOf(named.filter((period) => !opened.includes(period)));
}

/** A field with a number, left out as a whole. */
export function withoutField({ path, of }: Field): Release {
  return { of: { path, of }, cost: 1 };
}
