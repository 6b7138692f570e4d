/** The sentences of `../sentences/` on reasons, ranges and the next unit of limits in Chinese. */
import type { BindingLimit, ChannelReason, LimitName, NearOptimal, Report } from '../../domain.ts';
import { amount, percent } from '../numbers/exact.ts';
import { firstMoney, useCosts } from '../sentences/last-unit.ts';
import { groupLimits } from '../sentences/limits.ts';
import { channelLabel } from '../sentences/names.ts';
import { nextUnitFacts } from '../sentences/next-unit.ts';
import { isMeanOfOne, type Found } from '../sentences/goal.ts';
import { CLOSE, endsAreProven, withinText } from '../sentences/ranges.ts';
import { drawsOfReasons, isAlone, limitOf, moneyFacts, spendText } from '../sentences/reason-facts.ts';
import { resourceFacts } from '../sentences/resource-worth.ts';
import { concentrationFacts } from '../sentences/concentration-worth.ts';
import { limitName, placed } from './limits.ts';
import { wishText } from './wishes.ts';
import { everyPeriod, goalWords, periodsText, tight } from './words.ts';

export function reasonText(report: Report, reason: ChannelReason): string {
  return `${channelLabel(report, reason.channel)}：${spendText(report, reason) ?? '不投放'}。${why(report, reason)}${when(report, reason)}`;
}

export function reasonNotes(report: Report): readonly string[] {
  const draws = drawsOfReasons(report);
  const from =
    draws === undefined
      ? []
      : [`缘由依据搜索用的 ${draws} 次模拟：其中下一笔投放带来的数值与表中（全新模拟）可能略有出入。`];
  return [...exchangeText(report), ...from];
}

export function exchangeText({ optimization, scenario: { unit } }: Report): readonly string[] {
  if (optimization === undefined || !('plan' in optimization) || optimization.exchangeable === undefined) return [];
  return [`可整期互换而无损失：各渠道在${periodsText(optimization.exchangeable, unit)}的投放可按任意次序安排。`];
}

function when({ scenario: { currency, unit } }: Report, { when: tie }: ChannelReason): string {
  if (tie === undefined) return '';
  const { amount: sum, from, to, anyOf } = tie;
  const there = `${periodsText(to, unit)}${anyOf && to.length > 1 ? '中的任何一期' : ''}`;
  return `何时投放影响不大：${periodsText(from, unit)}的 ${amount(sum)} ${currency} 改在${there}投放也同样好。`;
}

function why(report: Report, reason: ChannelReason): string {
  const money = moneyWords(report, reason);
  switch (reason.kind) {
    case 'balanced':
      if (money === undefined) return '没有更省钱的做法。';
      return isAlone(report, reason)
        ? `${money.next(reason.next)}。`
        : `${money.next(reason.next)}，与${money.elsewhere}大致相同。`;
    case 'within gap':
      return `${compared(reason, money)}拉平这一差别的所得小于搜索所能分辨。`;
    case 'tie':
      return `${reason.others.map((name) => channelLabel(report, name)).join('、')}也同样好：在它们之间移动 ${amount(reason.amount)} ${report.scenario.currency}，结果的变化小于搜索所能分辨。`;
    case 'held':
      return `因限制“${limitText(report, reason.by)}”而${MORE_OR_LESS[reason.gets]}。${compared(reason, money)}`;
    case 'wish':
      return `为了“${wishText(report, reason.wish)}”而${MORE_OR_LESS[reason.gets]}。${compared(reason, money)}`;
    case 'left out':
      return money === undefined
        ? '同样的钱投在别处作用更大。'
        : `${compared(reason, money, 'first')}${atBest(report, reason, money, '')}`;
    case 'fixed cost':
      return money === undefined ? '启用它的成本得不偿失。' : atBest(report, reason, money, '（计入启用它的全部成本）');
    case 'minimum if used':
      return `若要投放，就不能少于它的下限。${atBest(report, reason, money, '')}`;
    case 'one too many':
      return `限制“${limitText(report, reason.by)}”的名额已被其他渠道占满。${compared(reason, money, 'first')}`;
    case 'unexplained':
      return `${compared(reason, money)}此方案是找到的最好方案；没有更好的方案这一点未能证明。`;
  }
}

const MORE_OR_LESS = { more: '多投', less: '少投' } as const;

interface MoneyWords {
  /** `在此再投 1 CNY 带回 1.38`. */
  readonly next: (perUnit: number) => string;
  readonly first: (perUnit: number) => string;
  /** `平均每 1 CNY 带回 1.38`. */
  readonly onAverage: (perUnit: number) => string;
  readonly elsewhere: string;
  /** `，投在别处则为 1.02`; nothing where it would be nothing. */
  readonly instead: string;
}

const VERBS = { back: '带回', figure: '带来', goal: '使目标值增加' } as const;
const OTHERWISE = { elsewhere: '投在别处', unspent: '不花这笔钱' } as const;

function moneyWords(report: Report, reason: ChannelReason): MoneyWords | undefined {
  const facts = moneyFacts(report, reason);
  if (facts === undefined) return undefined;
  const { sum, over, brings, otherwise } = facts;
  const { goal, currency } = report.scenario;
  const { noun, kind } = goalWords(goal.maximize);
  const of = brings !== 'figure' ? '' : kind === 'count' ? ` 名${noun}` : ` ${currency} ${noun}`;
  const much = (perUnit: number) => `${facts.much(perUnit)}${of}`;
  const verb = VERBS[brings];
  const ofFirst = (money: string, perUnit: number) => `在此投入的头 ${money} 平均每 ${sum} ${verb} ${much(perUnit)}`;
  return {
    next: (perUnit) => (over === undefined ? `在此再投 ${sum} ${verb} ${much(perUnit)}` : ofFirst(over, perUnit)),
    first: (perUnit) =>
      over === undefined ? `在此投入第一笔 ${sum} ${verb} ${much(perUnit)}` : ofFirst(over, perUnit),
    onAverage: (perUnit) => `平均每 ${sum} ${verb} ${much(perUnit)}`,
    elsewhere: OTHERWISE[otherwise],
    instead: otherwise === 'unspent' && brings !== 'back' ? '' : `，${OTHERWISE[otherwise]}则为 ${much(reason.price)}`,
  };
}

function compared({ next }: ChannelReason, money: MoneyWords | undefined, which: 'next' | 'first' = 'next'): string {
  return money === undefined ? '' : `${money[which](next)}${money.instead}。`;
}

function atBest(
  { scenario: { currency } }: Report,
  { best }: Extract<ChannelReason, { readonly kind: 'left out' | 'fixed cost' | 'minimum if used' }>,
  money: MoneyWords | undefined,
  counted: string,
): string {
  if (best === undefined || money === undefined) return '';
  return `在此投入 ${amount(best.amount)} ${currency} 时效果最好，${money.onAverage(best.perUnit)}${counted}${money.instead}。`;
}

export function firstMoneyTexts(report: Report): readonly string[] {
  const found = firstMoney(report);
  const costs = useCosts(report);
  return [
    ...(found === undefined ? [] : [`未投放的渠道（${found.names.join('、')}）：按头 ${found.over} 的平均计。`]),
    ...(costs.length === 0 ? [] : [`启用渠道本身的成本未计入其中：${costs.join('、')}。`]),
  ];
}

function limitText(report: Report, limit: LimitName): string {
  return limitName(report, limitOf(report, limit));
}

export function rangesTitle(near: NearOptimal): string {
  return `各渠道可调整多少，仍与最优相差不超过 ${tight(withinText(near))}`;
}

export function rangesNote(report: Report, near: NearOptimal): string {
  const ends = '每次只移动一个渠道，其余渠道随之调整。两端都取自找到的方案，它们满足全部要求';
  return endsAreProven(report, near)
    ? `${ends}；使用同样渠道的方案，超出两端的部分不会多于全部投放的 ${tight(percent(CLOSE, 0))}。`
    : `${ends}；别的方案可能超出两端。`;
}

export function nextUnitTexts(report: Report, binding: readonly BindingLimit[]): readonly string[] {
  const { what, unit } = countedIn(report);
  return nextUnitFacts(report, binding).map(({ limit, side, room, per, mean, range }) => {
    const each = per === undefined ? '' : `每 ${per}`;
    const span = range === undefined ? '' : `；90% 的情形在 ${range[0]} 到 ${range[1]} 之间`;
    const moved = `${placed(report, groupLimits(report, [{ limit, side }])[0]!)}${per === undefined ? '每' : ''}${side === 'most' ? '提高' : '降低'} ${room}`;
    return `${moved}，${what}${range === undefined ? '' : '平均'}${each}增加 ${mean}${unit}${span}。`;
  });
}

export function concentrationTexts(report: Report, found: Found): readonly string[] {
  const facts = concentrationFacts(report, found);
  if (facts === undefined) return [];
  const { by, to, mean, range } = facts;
  const { what, unit } = countedIn(report);
  const span = range === undefined ? '' : `；90% 的情形在 ${range[0]} 到 ${range[1]} 之间`;
  return [
    `“集中度（赫芬达尔指数）上限”提高 ${by}（至 ${to}），${what}${range === undefined ? '' : '平均'}增加 ${mean}${unit}${span}。`,
  ];
}

export function resourceTexts(report: Report, found: Found): readonly string[] {
  const { what, unit } = countedIn(report);
  return resourceFacts(report, found).map(({ name, inHours, over, short, oneMore, range, oneLess }) => {
    const each = over === 'period' ? everyPeriod(report.scenario.unit) : '';
    const one = inHours ? '1 小时' : '1 个单位';
    const rest =
      oneLess === undefined
        ? ''
        : `若${each}少 ${one}，则减少 ${oneLess}${unit}：方案恰好把它用完，为多出的 ${one}重做方案，增加的可能更多。`;
    const often = short === undefined ? '所有' : ` ${tight(short)} 的`;
    const [low, high] = range ?? [];
    const span = range === undefined ? '' : `；90% 的情形${low === high ? `为 ${low}` : `在 ${low} 到 ${high} 之间`}`;
    return `“${name}”在${often}情形中制约方案。方案不变时，${each}多 ${one}，${what}${range === undefined ? '' : '平均'}增加 ${oneMore}${unit}${span}。${rest}`;
  });
}

/** What the goal is, and what follows an amount of it. */
function countedIn({ scenario: { goal, currency } }: Report): { readonly what: string; readonly unit: string } {
  const { noun, kind } = goalWords(goal.maximize);
  const isOne = isMeanOfOne(goal);
  return { what: isOne ? noun : '目标值', unit: kind === 'count' ? (isOne ? ' 名' : '') : ` ${currency}` };
}
