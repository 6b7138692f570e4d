/** Limits in Chinese: their names, and what to say where they cannot hold together. */
import { chineseOfLimits } from '../../constraints/chinese/table.ts';
import type { ChineseNames } from '../../families/constraint.ts';
import { runsOf } from '../../numeric/runs.ts';
import type { LimitSide, Repair, Report, TimeWindow } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { boundOf, editOf, placeOf } from '../sentences/conflict.ts';
import type { GroupOf, LimitGroup } from '../sentences/limits.ts';
import { channelLabel } from '../sentences/names.ts';
import { periodDates } from '../sentences/period-dates.ts';
import { range } from '../sentences/range.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { everyPeriod, periodsText, periodWord, tight } from './words.ts';

const names: Readonly<Record<string, string | ChineseNames>> = Object.assign(
  {},
  ...chineseOfLimits.map(({ names }) => names),
);

/** The name of a limit, told by its path in the file; as it is in English where the path is not known. */
export function limitName(report: Pick<Report, 'scenario'>, limit: Pick<LimitGroup, 'name' | 'path' | 'side'>): string {
  return nameBy(report, limit, limit.side);
}

/** The name of the field that a limit follows from. */
function fieldName(report: Report, limit: Pick<LimitGroup, 'name' | 'path' | 'side'>): string {
  return nameBy(report, limit, 'field');
}

function nameBy(
  report: Pick<Report, 'scenario'>,
  { name, path }: Pick<LimitGroup, 'name' | 'path' | 'side'>,
  which: keyof ChineseNames,
): string {
  const whole = path.replaceAll(/\[\d+\]/g, '');
  const [section = '', owner = '', ...deeper] = whole.split('.');
  const field = [section, ...deeper.filter((part) => part !== 'limits')].join('.');
  // Of what stands at the top of a file, the English name begins with the channel that it is about.
  const [words, of] = whole in names ? [names[whole], name.split(',')[0]!] : [names[field], owner];
  if (words === undefined) return name;
  const told = typeof words === 'string' ? words : words[which];
  if (section === 'channels') return `${channelLabel(report, owner)}：${told}`;
  return section === 'groups' ? `“${owner}”组：${told}` : told.replace('{}', of);
}

export function togetherText(report: Report, group: GroupOf<LimitSide>): string {
  const name = placed(report, group);
  const bound = boundText(report, group);
  const told = bound === undefined ? name : `${name}：${bound}`;
  return group.members[0]!.limit.isFact ? `${told}；这笔投放已经买定，只能由其他限制让步` : told;
}

function boundText(report: Report, group: GroupOf<LimitSide>): string | undefined {
  const bound = boundOf(group);
  const side = group.side === 'most' ? '至多' : '至少';
  if (bound.kind === 'no number') return undefined;
  if (bound.kind === 'rate') return tight(showExactly(bound.rate, 'rate'));
  if (bound.kind === 'share') return `${side}占全部投放的 ${tight(showExactly(bound.share, 'rate'))}`;
  if (bound.kind === 'number') return `${side} ${showExactly(bound.number, 'number')}`;
  const { least, most } = bound;
  const range = least === most ? amount(most) : `${amount(least)} 至 ${amount(most)}`;
  return `${side} ${range} ${report.scenario.currency}`;
}

export function repairText(report: Report, group: GroupOf<Repair>): string {
  const edit = editOf(group.members[0]!);
  const { currency, unit } = report.scenario;
  const field = quoted(fieldName(report, group));
  if (edit.kind === 'less dark') {
    return `从${field}中去掉${periodsText(edit.periods, unit)}${dated(report, runsOf(edit.periods))}`;
  }
  if (edit.kind === 'wider') {
    const { by, window } = edit;
    const { from, to: last } = window;
    const to = periodsText(range(from, last), unit);
    return `将${field}放宽 ${by} ${periodWord(unit)}，至${to}${dated(report, [window])}`;
  }
  if (edit.kind === 'leave out') {
    const { span } = edit;
    const dark = span && `：${periodsText(range(span.from, span.to), unit)}${dated(report, [span])}`;
    return `去掉${field}${dark ?? ''}`;
  }
  const where = placeOf(group);
  const place =
    where === 'every period'
      ? `（${everyPeriod(unit)}）`
      : where.length === 0
        ? ''
        : `（${periodsText(where, unit)}${where.length === 1 ? '' : '之一'}）`;
  const name = `${field}${place}`;
  const verb = edit.verb === 'raise' ? '提高' : '降低';
  const measure = { money: ` ${currency}`, rate: ' 个百分点', number: '' }[edit.kind];
  return `将${name}${verb} ${edit.by}${measure}，至 ${tight(edit.to)}`;
}

/** `（2027-01-25 至 2027-01-31）`; nothing in a plan that has no first day. */
function dated({ scenario }: Report, spans: readonly TimeWindow[]): string {
  const dates = spans.flatMap((span) => {
    const days = periodDates(span, scenario);
    return days === undefined ? [] : [days[0] === days[1] ? days[0] : days.join(' 至 ')];
  });
  return dates.length === 0 ? '' : `（${dates.join('、')}）`;
}

/** `“总预算”`, `“搜索：每期上限”（第 1-4 周）`. */
export function placed(report: Report, group: GroupOf<LimitSide>): string {
  const name = quoted(limitName(report, group));
  return group.periods.length === 0 ? name : `${name}（${periodsText(group.periods, report.scenario.unit)}）`;
}

/** In quotation marks, those inside being single ones. */
export function quoted(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
