import { inMessage, type Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { periodOf, windowOf, type WindowFields } from '../window.ts';
import { channelsOf, error, isRead, shown, warning, type ChannelFields, type Facts } from './rule.ts';

/** Windows lie within the plan, and their ends are in order. */
export function* windowsLieWithinThePlan(facts: Facts): Generator<Fault> {
  for (const { span, at } of windowsOf(facts)) yield* faultsOfWindow(facts, span, at);
}

/** A channel can be spent on in some period, and what it must get falls in such periods. */
export function* windowsLeaveRoom(facts: Facts): Generator<Fault> {
  const { file } = facts;
  const { periods } = file.horizon;
  if (!windowsCanBeTold(facts)) return;
  for (const { channel, at } of channelsOf(file)) {
    const closed = closedPeriods(channel, facts);
    if (closed.length === 0) continue;
    if (closed.length === periods) {
      const field = channel.limits?.only === undefined ? 'dark' : 'only';
      yield warning([...at, 'limits', field], 'leaves no period in which anything can be spent');
    }
    for (const field of ['min', 'fixed', 'committed'] as const) {
      const amounts = channel.limits?.[field];
      if (amounts === undefined || (typeof amounts === 'object' && amounts.length !== periods)) continue;
      const inPeriod = (period: number) => (typeof amounts === 'number' ? amounts : amounts[period]!);
      const period = closed.find((one) => inPeriod(one) > 0);
      if (period === undefined) continue;
      const path = [...at, 'limits', field, ...(typeof amounts === 'number' ? [] : [period])];
      yield error(path, `asks for ${shown(inPeriod(period))} in period ${period + 1}, in which nothing may be spent`, {
        advice: `Write a list with 0 in such periods, or change \`dark\` or \`only\`.`,
      });
    }
  }
}

function windowsOf({ file }: Facts) {
  return channelsOf(file).flatMap(({ channel: { limits = {} }, at }) => [
    ...(limits.dark ?? []).map((span, place) => ({ span, at: [...at, 'limits', 'dark', place] as Path })),
    ...(limits.only === undefined ? [] : [{ span: limits.only, at: [...at, 'limits', 'only'] as Path }]),
  ]);
}

function* faultsOfWindow(facts: Facts, span: WindowFields, at: Path) {
  if (span.from === undefined && span.to === undefined) {
    yield error(at, 'names no period', { advice: 'Give `from`, `to` or both.' });
    return;
  }
  if (!horizonIsKnown(facts)) return;
  const { horizon } = facts.file;
  const { periods } = horizon;
  for (const end of ['from', 'to'] as const) {
    const moment = span[end];
    if (moment === undefined) continue;
    const period = periodOf(moment, horizon);
    if (period === undefined) {
      const advice = 'Give `horizon.start`, the first day of the plan, or count periods from 1.';
      yield error([...at, end], 'is a date, but the plan has none', { advice });
      return;
    }
    if (period < 1 || period > periods) {
      const got =
        typeof moment === 'number' ? '' : `, which is ${period < 1 ? 'before its first day' : 'after its end'}`;
      yield error([...at, end], `must be in the plan, periods 1 to ${periods}, got ${inMessage(moment)}${got}`);
      return;
    }
  }
  const { from, to } = windowOf(span, horizon);
  if (from > to)
    yield error([...at, 'to'], `must be in period ${from}, the first of the window, or later, got period ${to}`);
}

/** Whether the plan has the periods and the first day that it was meant to have. */
function horizonIsKnown(facts: Facts): boolean {
  return isRead(facts, ['horizon']);
}

/** Whether it is known which periods every window means. */
function windowsCanBeTold(facts: Facts): boolean {
  return (
    horizonIsKnown(facts) && windowsOf(facts).every(({ span, at }) => [...faultsOfWindow(facts, span, at)].length === 0)
  );
}

/** Periods, from 0, in which a channel may get nothing. */
function closedPeriods({ limits = {} }: ChannelFields, { file: { horizon } }: Facts): readonly number[] {
  const dark = (limits.dark ?? []).map((span) => windowOf(span, horizon));
  const only = limits.only === undefined ? undefined : windowOf(limits.only, horizon);
  return Array.from({ length: horizon.periods }, (_, period) => period).filter((period) => {
    const isIn = ({ from, to }: { readonly from: number; readonly to: number }) =>
      period + 1 >= from && period + 1 <= to;
    return dark.some(isIn) || (only !== undefined && !isIn(only));
  });
}
