/** Words and numbers of Chinese sentences about a report. */
import type { GoalMetric, PeriodUnit, Report } from '../../domain.ts';
import type { FigureKind } from '../numbers/exact.ts';
import { runsOf } from '../../numeric/runs.ts';
import { tight } from '../numbers/chinese.ts';
import { goalUnit, isMeanOfOne } from '../sentences/goal.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';

export { tight } from '../numbers/chinese.ts';

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

/** What more room in a limit adds to the goal: `增加利润，EUR`. */
export function addsWhat({ goal, currency }: Report['scenario']): string {
  const unit = goalUnit(goal);
  if (unit === 'spend') return `少投放，${currency}`;
  const { noun, kind } = goalWords(goal.maximize);
  return `增加${isMeanOfOne(goal) ? noun : '目标值'}${kind === 'money' ? `，${currency}` : ''}`;
}

/** A plan in a sentence. */
export const planWords = { today: '当前方案', recommended: '推荐方案' } as const;

const UNITS: Readonly<Record<PeriodUnit, { readonly one: string; readonly many: string }>> = {
  day: { one: '天', many: '天' },
  week: { one: '周', many: '周' },
  month: { one: '月', many: '个月' },
  quarter: { one: '季度', many: '个季度' },
  year: { one: '年', many: '年' },
};

/** `第 1-4、7 周`: numbers from 1, ascending, runs put together. */
export function periodsText(periods: readonly number[], unit: PeriodUnit): string {
  const texts = runsOf(periods).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return `第 ${texts.join('、')} ${UNITS[unit].one}`;
}

/** `每周`. */
export function everyPeriod(unit: PeriodUnit): string {
  return `每${UNITS[unit].one}`;
}

/** `12 周`. */
export function lengthText({ periods, unit }: Pick<Report['scenario'], 'periods' | 'unit'>): string {
  return `${periods} ${UNITS[unit].many}`;
}

/** `自 2027-01-04 起 12 周`. */
export function horizonText(scenario: Report['scenario']): string {
  const { start } = scenario;
  const length = lengthText(scenario);
  return start === undefined ? `共 ${length}` : `自 ${start} 起 ${length}`;
}

/** A length of time is counted in these: `8 个月`. */
export function periodWord(unit: PeriodUnit): string {
  return UNITS[unit].many;
}

/** Share of draws that are the worst cases: `最差 10% 情形`. */
export function worstWords(share: number): string {
  return `最差 ${tight(showExactly(share, 'rate'))} 情形`;
}
