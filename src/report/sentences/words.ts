import type { GoalMetric, PeriodUnit, Report } from '../../domain.ts';
import { runsOf } from '../../numeric/runs.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import type { FigureKind } from '../numbers/exact.ts';
import { goalUnit, isMeanOfOne } from './goal.ts';

/** What is made as large as possible, in a sentence: `earn 200 EUR more profit`, `bring 12 more customers`. */
export interface GoalWords {
  readonly verb: 'earn' | 'bring';
  readonly noun: string;
  readonly kind: FigureKind;
}

export function goalWords(goal: GoalMetric): GoalWords {
  if (goal === 'profit') return { verb: 'earn', noun: 'profit', kind: 'money' };
  if (goal === 'revenue') return { verb: 'bring', noun: 'revenue', kind: 'money' };
  if (goal === 'margin') return { verb: 'bring', noun: 'margin', kind: 'money' };
  return { verb: 'bring', noun: 'customers', kind: 'count' };
}

/** `more profit`, `less profit`, `fewer customers`: how a change of a goal is told. */
export function moreOf(goal: GoalMetric, change: number): string {
  const { noun, kind } = goalWords(goal);
  return `${change < 0 ? (kind === 'count' ? 'fewer' : 'less') : 'more'} ${noun}`;
}

/** `about as much profit`, `about as many customers`. */
export function aboutAsMuch(goal: GoalMetric): string {
  const { noun, kind } = goalWords(goal);
  return `about as ${kind === 'count' ? 'many' : 'much'} ${noun}`;
}

/** What more room in a limit adds to the goal: `adds profit, EUR`. */
export function addsWhat({ goal, currency }: Report['scenario']): string {
  const unit = goalUnit(goal);
  if (unit === 'spend') return `saves, ${currency}`;
  const { noun, kind } = goalWords(goal.maximize);
  return `adds ${isMeanOfOne(goal) ? noun : 'to the goal'}${kind === 'money' ? `, ${currency}` : ''}`;
}

/** What follows an amount of the goal: ` EUR of profit`, ` customers`. */
export function ofGoal({ goal, currency }: Report['scenario']): string {
  const { noun, kind } = goalWords(goal.maximize);
  const of = isMeanOfOne(goal) ? noun : 'to the goal';
  if (kind === 'count') return ` ${of}`;
  return `\u00a0${currency} ${isMeanOfOne(goal) ? `of ${noun}` : of}`;
}

/** `week 3`, `weeks 1-4, 7`: numbers from 1, ascending, runs put together. */
export function periodsText(periods: readonly number[], unit: PeriodUnit): string {
  const texts = runsOf(periods).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return `${unit}${periods.length === 1 ? '' : 's'}\u00a0${texts.join(', ')}`;
}

/** `12 weeks from 2027-01-04`. */
export function horizonText(scenario: Report['scenario']): string {
  const { start } = scenario;
  const length = lengthText(scenario);
  return start === undefined ? length : `${length} from ${start}`;
}

/** `12 weeks`. */
export function lengthText({ periods, unit }: Pick<Report['scenario'], 'periods' | 'unit'>): string {
  return `${periods} ${unit}${periods === 1 ? '' : 's'}`;
}

/** `a, b and c`. */
export function listText(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** How a plan is called in a table and in a sentence. */
export function planName(plan: string): { readonly heading: string; readonly inText: string } {
  if (plan === 'today') return { heading: 'today', inText: "today's plan" };
  if (plan === 'pro rata') return { heading: "today's split,\nnew total", inText: "today's split at the new total" };
  if (plan === 'equal marginal return') {
    return { heading: 'equal marginal\nreturn,\nlimits ignored', inText: 'equal marginal return, limits ignored' };
  }
  if (plan === 'nearest') return { heading: 'nearest', inText: 'the nearest plan' };
  return { heading: 'recommended', inText: 'the recommended plan' };
}

const TENTHS: readonly (readonly [share: number, words: string])[] = [
  [0.01, 'worst hundredth'],
  [0.02, 'worst fiftieth'],
  [0.05, 'worst twentieth'],
  [0.1, 'worst tenth'],
  [0.2, 'worst fifth'],
  [0.25, 'worst quarter'],
  [0.5, 'worse half'],
];

/** Share of draws that are the worst cases: `worst tenth`, `worst 15 %`. */
export function worstWords(share: number): string {
  return TENTHS.find(([each]) => Math.abs(each - share) < 1e-9)?.[1] ?? `worst ${showExactly(share, 'rate')}`;
}
