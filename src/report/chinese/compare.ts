/** The sentences of `../sentences/compare.ts` in Chinese. */
import type { Bridge, Candidate, Cause, Comparison } from '../../compare/comparison.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { exact } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { bestOf } from '../sentences/compare.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { about, size, sum } from '../sentences/sum.ts';
import { plain } from '../plain.ts';
import { noises } from './certainty.ts';
import { goalWords, tight } from './words.ts';

export function compareHeadline(comparison: Comparison): Headline {
  const { candidates, draws } = comparison;
  const { noun, kind } = goalWords(comparison.figure.maximize);
  const { best, others, isSame } = bestOf(comparison);
  const name = (k: number) => quoted(comparison, k);
  if (isSame) {
    return { first: `无论发生什么，${candidates.map((_, k) => name(k)).join('、')}带来的${noun}都相同。`, rest: [] };
  }
  const first =
    others.length > 0
      ? `${name(best)}的预期${noun}最高，但模拟误差之内与${others.map(name).join('、')}难分高下。`
      : `${name(best)}的预期${noun}最高。`;
  const { chanceBest, regret } = candidates[best]!;
  const cost = sum(regret, kind, comparison.scenario.currency);
  const chance = tight(inline(chanceFigure(chanceBest, draws.judging)));
  return {
    first,
    rest: [
      ...differenceTexts(comparison),
      `它最终成为最好的概率为 ${chance}；与事先知道哪个最好相比，选择它平均少得 ${cost}。`,
    ],
  };
}

/** The first candidate against each of the others, at most three. */
function differenceTexts(comparison: Comparison): readonly string[] {
  const { noun, kind } = goalWords(comparison.figure.maximize);
  const { currency } = comparison.scenario;
  return comparison.differences
    .filter(({ a }) => a === 0)
    .slice(0, 3)
    .map(({ a, b, mean, range, chanceBetter, verdict }) => {
      const [before, after] = [quoted(comparison, a), quoted(comparison, b)];
      if (verdict === 'cannot be told apart') return `${after}与${before}的预期${noun}难分高下。`;
      const less = mean.value < 0;
      // A loss is told as so much less: both ends turn.
      const [from, to] = roughRange(less ? [-range[1], -range[0]] : range, kind);
      const chance = tight(inline(chanceFigure(chanceBetter, comparison.draws.judging)));
      return `${after}比${before}平均${less ? '少' : '多'}带来${noun} ${size(mean, kind, currency)}，90% 的情形下在 ${from} 到 ${to} 之间；它更好的概率为 ${chance}。`;
    });
}

/** How far the figures are to be trusted. */
export function compareCaveats({ draws, candidates, level, differences }: Comparison): readonly string[] {
  const pairs = differences.length;
  const confidence = `${exact(level * 100, 'ratio')}%`;
  return [
    `${candidates.length} 个方案都在同样的 ${exact(draws.judging, 'count')} 次模拟上评估，因此相同的部分在差异中抵消。`,
    pairs === 1
      ? `两者之差的 ${confidence} 区间不含 0，才算分出高下。`
      : `共比较 ${pairs} 对。区间已加宽，使 ${pairs} 个区间同时成立的把握为 ${confidence}（Bonferroni）；不含 0 的才算分出高下。`,
    noises,
  ];
}

/** `对“搜索”的判断`. */
export function causeText(comparison: Comparison, cause: Cause): string {
  if (cause.kind === 'plan') return '全部渠道的投放';
  if (cause.kind === 'section') return SECTIONS[cause.section] ?? cause.section;
  const name = `“${channelLabel(comparison, cause.channel)}”`;
  return cause.kind === 'spend' ? `${name}的投放` : `对${name}的判断`;
}

const SECTIONS: Readonly<Record<string, string>> = {
  value: '客户价值',
  baseline: '没有投放也会来的客户',
  season: '季节',
  events: '事件',
  correlations: '一同变动的数字',
  assumptions: '命名的假设',
  currencies: '汇率',
  segments: '细分人群',
  resources: '工时与人工成本',
};

/** How a bridge was made. */
export function bridgeNote({ draws, orders }: Bridge, judging: number): string {
  const over =
    orders === 'all'
      ? '每一部分是在所有可能的先后次序上的平均，因此不偏向任何一个，各部分之和等于总差异。'
      : `每一部分是在 ${orders} 种随机次序上的平均，各部分之和等于总差异；± 包含次序的偶然。`;
  return draws === judging ? over : `${over}由前 ${exact(draws, 'count')} 次模拟得出。`;
}

/** Revenue by price, volume and mix in one sentence. */
export function revenueText(comparison: Comparison, { revenue }: Bridge): readonly string[] {
  if (revenue === undefined) return [];
  const { from, to, volume, mix, price } = revenue;
  const money = (value: number) => about(Math.abs(value), 'money', comparison.scenario.currency);
  const part = (value: number, what: string) => `${what}使其${value < 0 ? '减少' : '增加'} ${money(value)}`;
  return [
    `各渠道的收入${to < from ? '减少' : '增加'} ${money(to - from)}：${part(volume, '客户数')}，${part(mix, '客户来自哪些渠道')}，${part(price, '每位客户的收入')}。`,
  ];
}

const PLANS: Readonly<Record<string, string>> = { today: '当前', recommended: '推荐' };

/** What a candidate is called: `当前`, `春季，推荐`. */
export function candidateName({ name, plan }: Pick<Candidate, 'name' | 'plan'>): string {
  const said = PLANS[plan];
  if (said === undefined) return plain(name);
  if (name === plan) return said;
  return name.endsWith(`, ${plan}`) ? `${plain(name.slice(0, -plan.length - 2))}，${said}` : plain(name);
}

/** The name of a candidate in a sentence. */
export function quoted({ candidates }: Comparison, k: number): string {
  return `“${candidateName(candidates[k]!)}”`;
}
