/** Limits that cannot hold together and what would help, in English. */
import { showExactly } from '../../scenario/quantity/shown.ts';
import { runsOf } from '../../numeric/runs.ts';
import type { LimitSide, PeriodUnit, Repair, Report, TimeWindow } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { plain } from '../plain.ts';
import { boundOf, editOf, placeOf } from './conflict.ts';
import { countsCost } from './goal.ts';
import type { GroupOf } from './limits.ts';
import { periodDates } from './period-dates.ts';
import { range } from './range.ts';
import { percentagePoints } from './wish-words.ts';
import { periodsText } from './words.ts';

export const noSingleRepair =
  'No change of one of these limits alone is known to make a plan possible, nor is leaving one out: ease several of them, or others that clash as well.';

/** What to do where no plan was met, though there may be one. */
export const notFoundAdvice =
  'Ease the minimums if used, the number of channels or a target, or give a plan of today that keeps all limits: the search begins with it.';

/** What to do where ever more spend pays. */
export function unboundedAdvice({ scenario }: Report, channel: string): string {
  const limit = `Give the channel a limit (\`channels.${plain(channel)}.limits.max\`)`;
  return countsCost(scenario.goal)
    ? `${limit} or a curve with a ceiling, or give the plan a budget.`
    : `${limit}, give the plan a budget, or maximize profit, which counts what spend costs.`;
}

/** `tv, at most (weeks 1-12)`. */
function nameOf({ name, periods }: GroupOf<LimitSide>, unit: PeriodUnit): string {
  return periods.length === 0 ? `«${name}»` : `«${name}» (${periodsText(periods, unit)})`;
}

/** `«tv, at most» (weeks 1-4): at most 3,000 EUR`. */
export function togetherText(report: Report, group: GroupOf<LimitSide>): string {
  const { unit, currency } = report.scenario;
  const bound = boundText(group, currency);
  const told = bound === undefined ? nameOf(group, unit) : `${nameOf(group, unit)}: ${bound}`;
  return group.members[0]!.limit.isFact ? `${told}; it is bought, so that the others have to give` : told;
}

function boundText(group: GroupOf<LimitSide>, currency: string): string | undefined {
  const bound = boundOf(group);
  const side = group.side === 'most' ? 'at most' : 'at least';
  if (bound.kind === 'no number') return undefined;
  if (bound.kind === 'share') return `${side} ${showExactly(bound.share, 'rate')} of all spend`;
  if (bound.kind === 'rate') return showExactly(bound.rate, 'rate');
  if (bound.kind === 'number') return `${side} ${showExactly(bound.number, 'number')}`;
  const { least, most } = bound;
  return `${side} ${least === most ? amount(most) : `${amount(least)} to ${amount(most)}`}\u00a0${currency}`;
}

/** `raise «tv, at most» by 31,183 EUR in every week, to 51,183`. */
export function repairText(report: Report, group: GroupOf<Repair>): string {
  const { unit, currency } = report.scenario;
  const edit = editOf(group.members[0]!);
  if (edit.kind === 'less dark') {
    return `take ${periodsText(edit.periods, unit)}${dated(report, runsOf(edit.periods))} out of «${group.name}»`;
  }
  if (edit.kind === 'wider') {
    const { by, window } = edit;
    const { from, to: last } = window;
    const to = periodsText(range(from, last), unit);
    return `open «${group.name}» by ${by} ${unit}${by === 1 ? '' : 's'}, to ${to}${dated(report, [window])}`;
  }
  if (edit.kind === 'leave out') {
    const { span } = edit;
    const dark = span && `, ${periodsText(range(span.from, span.to), unit)}${dated(report, [span])}`;
    return `leave out «${group.name}»${dark ?? ''}`;
  }
  const where = placeOf(group);
  const place =
    where === 'every period'
      ? ` in every ${unit}`
      : where.length === 0
        ? ''
        : ` in ${where.length === 1 ? '' : 'one of '}${periodsText(where, unit)}`;
  const by = { money: `${edit.by}\u00a0${currency}`, rate: percentagePoints(edit.by), number: edit.by }[edit.kind];
  return `${edit.verb} «${group.name}» by ${by}${place}, to ${edit.to}`;
}

/** ` (2027-01-25 to 2027-01-31)`; nothing in a plan that has no first day. */
function dated({ scenario }: Report, spans: readonly TimeWindow[]): string {
  const dates = spans.flatMap((span) => {
    const days = periodDates(span, scenario);
    return days === undefined ? [] : [days[0] === days[1] ? days[0] : days.join(' to ')];
  });
  return dates.length === 0 ? '' : ` (${dates.join(', ')})`;
}
