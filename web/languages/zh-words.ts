/** Words and numbers of Chinese sentences about a report. */
import type { GoalMetric, PeriodUnit, Report } from '../../src/domain.ts';
import type { FigureKind } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';

export interface GoalWords {
  readonly noun: string;
  readonly kind: FigureKind;
}

export function goalWords(goal: GoalMetric): GoalWords {
  if (goal === 'profit') return { noun: '利润', kind: 'money' };
  if (goal === 'revenue') return { noun: '收入', kind: 'money' };
  if (goal === 'margin') return { noun: '毛利', kind: 'money' };
  return { noun: '客户', kind: 'count' };
}

const UNITS: Readonly<Record<PeriodUnit, { readonly one: string; readonly many: string }>> = {
  day: { one: '天', many: '天' },
  week: { one: '周', many: '周' },
  month: { one: '月', many: '个月' },
  quarter: { one: '季度', many: '个季度' },
  year: { one: '年', many: '年' },
};

/** `第 1-4、7 周`: numbers from 1, ascending, runs put together. */
export function periodsText(periods: readonly number[], unit: PeriodUnit): string {
  const runs: [number, number][] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === period - 1) last[1] = period;
    else runs.push([period, period]);
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return `第 ${texts.join('、')} ${UNITS[unit].one}`;
}

/** `自 2027-01-04 起 12 周`. */
export function horizonText({ periods, unit, start }: Report['scenario']): string {
  const length = `${periods} ${UNITS[unit].many}`;
  return start === undefined ? `共 ${length}` : `自 ${start} 起 ${length}`;
}

/** Percents without the space that English ones have here. */
export function tight(text: string): string {
  return text.replaceAll('\u00a0%', '%');
}

/** `-50万`, `1.25亿`: an amount for the axis of a picture. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${trimmed(value / 1e8)}亿`;
  if (size >= 1e4) return `${trimmed(value / 1e4)}万`;
  return trimmed(value);
}

/** At most two digits after the point, and none that say nothing. */
function trimmed(value: number): string {
  return grouped(value, 2).replace(/\.?0+$/, '');
}
