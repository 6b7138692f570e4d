/** The sentences of `../sentences/replan.ts` in Chinese. */
import type { ExceededLimit, PastFacts, Report } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { range } from '../sentences/range.ts';
import { plain } from '../plain.ts';
import { periodsText, periodWord } from './words.ts';

/** A headline after what is past: `12 周已过 4 周，1,200,000 EUR 已花 312,000：推荐……`. */
export function afterPast(report: Report, { first, rest }: Headline): Headline {
  const { past, scenario } = report;
  if (past === undefined || past.periods === 0) return { first, rest };
  const { currency, periods, unit } = scenario;
  const word = periodWord(unit);
  const spent =
    past.budget === undefined
      ? `已花 ${amount(past.spent)} ${currency}`
      : `预算 ${amount(past.budget.total)} ${currency} 已花 ${amount(past.spent)}`;
  return {
    first: `${periods} ${word}中已过 ${past.periods} ${word}，${spent}：${first}`,
    rest: [...past.exceeded.map((limit) => exceededText(report, limit)), ...rest],
  };
}

function exceededText(report: Report, { name, channels, most, spent }: ExceededLimit): string {
  const { currency, channels: all } = report.scenario;
  const who =
    channels.length === all.length && all.length > 1
      ? '全部渠道合计'
      : channels.map((one) => `“${channelLabel(report, one)}”`).join('、');
  return `${who}已花 ${amount(spent)} ${currency}，超过上限 ${amount(most)}（“${plain(name)}”）。`;
}

/** What is left, and how what was spent compares with what was planned. */
export function leftText(report: Report, past: PastFacts): readonly string[] {
  const { currency, periods, unit } = report.scenario;
  const money = (value: number) => `${amount(value)} ${currency}`;
  const ahead = periodsText(range(past.periods + 1, periods), unit);
  const planned = past.channels.reduce((sum, channel) => sum + channel.planned, 0);
  const more = past.spent - planned;
  return [
    ...(past.budget === undefined
      ? []
      : [
          past.budget.left < 0
            ? `预算中没有剩余可用于${ahead}：已超支 ${money(-past.budget.left)}。`
            : `预算中还有 ${money(past.budget.left)} 可用于${ahead}。`,
        ]),
    amount(past.spent) === amount(planned)
      ? '至今的投放与计划相同。'
      : `至今的投放比计划（${amount(planned)}）${more < 0 ? '少' : '多'} ${money(Math.abs(more))}。`,
    '下文的“当前方案”指：至今已花的，加上按原计划的其余部分。',
  ];
}
