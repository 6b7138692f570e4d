/** The sentences of `../sentences/stress.ts` in Chinese. */
import type { ReverseStress, StressResult, StressTest } from '../../stress/stress-test.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { groupLimits } from '../sentences/limits.ts';
import { channelLabel } from '../sentences/names.ts';
import { isWorthTelling, rareOdds, smallChance } from '../sentences/stress.ts';
import { about, size } from '../sentences/sum.ts';
import { plain } from '../plain.ts';
import { assumptionAmounts, assumptionLabel } from './assumptions.ts';
import { noises } from './certainty.ts';
import { limitName } from './limits.ts';
import { sayInChinese } from './messages.ts';
import { stressTexts } from './stresses.ts';
import { goalWords, planWords, tight } from './words.ts';

export function stressHeadline(test: StressTest): Headline {
  const { noun, kind } = goalWords(test.figure.maximize);
  const { currency } = test.scenario;
  const [worst] = test.stresses;
  const plan = planWords[test.plan.name];
  const base = `没有压力时，${plan}的预期${noun}为 ${about(test.baseline.mean.value, kind, currency)}。`;
  const reverse = test.reverse === undefined ? [] : reverseTexts(test, test.reverse);
  if (worst === undefined) return { first: base, rest: reverse };
  const first =
    worst.change.mean.value < 0
      ? `${test.stresses.length} 种压力中，对${plan}最坏的是“${stressTexts(worst).label}”：损失 ${size(worst.change.mean, kind, currency)}，剩下 ${about(worst.outcome.mean.value, kind, currency)}。`
      : `${test.stresses.length} 种压力都不使${plan}受损。`;
  return { first, rest: [base, ...reverse, ...turned(test)] };
}

function turned({ stresses, baseline, figure }: StressTest): readonly string[] {
  if (figure.maximize !== 'profit' || baseline.mean.value < 0) return [];
  const lossy = stresses
    .filter(({ outcome }) => outcome.mean.value < 0)
    .map((result) => `“${stressTexts(result).label}”`);
  return [lossy.length === 0 ? '平均而言，没有一种压力会导致亏损。' : `平均而言会导致亏损的有：${lossy.join('、')}。`];
}

/** Values at which something turns. */
export function breakEvenTexts(test: StressTest): readonly string[] {
  const what = goalWords(test.figure.maximize).noun;
  return test.tornado.bars.flatMap(({ id, ends, breakEvens: found }) =>
    found.map(({ of, value, to, chance }) => {
      const [at] = assumptionAmounts(test, id, [value, ...ends]);
      const turn = { figure: `预期${what}${TURNS[to]}`, 'gain over today': BETTER[to] }[of];
      return `${assumptionLabel(test, id)}：到 ${at} 时，${turn}（概率 ${tight(smallChance(chance))}）。`;
    }),
  );
}

const TURNS = { bad: '转为亏损', good: '不再亏损' } as const;
const BETTER = { bad: '当前方案平均而言反而更好', good: '此方案平均而言优于当前方案' } as const;

/** Moves below this share of all money are not worth a word. */
const SMALL_MOVE = 0.005;
const MOST_MOVES = 3;

/** What reacting would bring back and what it does. */
export function reactionTexts(test: StressTest, { reaction: found, change }: StressResult): readonly string[] {
  if (found === undefined) return [];
  if (found.status === 'none') return ['应对：此时没有方案能满足所有限制和目标。'];
  const { kind } = goalWords(test.figure.maximize);
  const { currency } = test.scenario;
  const { regained, moves, binding, totalSpend } = found;
  if (!isWorthTelling(regained, change)) return ['应对：此时没有明显更好的方案。'];
  const share = change.mean.value < 0 ? `（损失的 ${tight(percent(regained.value / -change.mean.value, 0))}）` : '';
  const main = moves
    .filter(({ from, to }) => Math.abs(to - from) > SMALL_MOVE * Math.max(test.plan.totalSpend, 1))
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, MOST_MOVES)
    .map(({ channel, from, to }) => `“${channelLabel(test, channel)}”从 ${amount(from)} 调到 ${amount(to)}`);
  const how = main.length === 0 ? '把钱在时间上重新分配' : main.join('，');
  const spend =
    Math.abs(totalSpend - test.plan.totalSpend) > SMALL_MOVE * test.plan.totalSpend
      ? `，共 ${amount(totalSpend)} ${currency}`
      : '';
  const held =
    binding.length === 0
      ? ''
      : `受限于${groupLimits(test, binding)
          .map((limit) => `“${plain(sayInChinese(limitName(test, limit)))}”`)
          .join('、')}。`;
  return [`应对可挽回 ${size(regained, kind, currency)}${share}：${how}${spend}。${held}`];
}

const MOST_FACTORS = 4;

/** The most likely way to miss the level. */
export function reverseTexts(
  test: StressTest,
  { level, chance, middle, point, alone }: ReverseStress,
): readonly string[] {
  const { kind, noun: what } = goalWords(test.figure.maximize);
  const to = `${exact(level, kind)}${kind === 'money' ? ` ${test.scenario.currency}` : ''}`;
  const odds = rareOdds(chance, test.draws.judging);
  const how = `${what}跌到 ${to} 或以下的概率${odds === undefined ? `为 ${tight(inline(chanceFigure(chance, test.draws.judging)))}` : `约为 ${odds} 分之一`}。`;
  if (middle <= level) return [`即使所有假设都取中位数，${what}也不超过 ${to}。${how}`];
  if (point === undefined) return [`没有找到${what}跌到 ${to} 的途径：它超出了您给出的范围。${how}`];
  const main = point.factors.slice(0, MOST_FACTORS).map(({ id, value, usual, score }) => {
    const name = assumptionLabel(test, id);
    if (value === undefined || usual === undefined) {
      return `“${name}”${score < 0 ? '偏低' : '偏高'} ${exact(Math.abs(score), 'ratio')} 个标准差`;
    }
    const [there, before] = assumptionAmounts(test, id, [value, usual]);
    return `“${name}”为 ${there} 而非 ${before}`;
  });
  const [single] = alone;
  const at =
    single?.value === undefined
      ? ''
      : `，到 ${assumptionAmounts(test, single.id, [single.value, single.usual ?? single.value])[0]} 时`;
  return [
    how,
    `最可能的途径：${main.join('，')}，同时发生。`,
    single === undefined
      ? '其他假设都取中位数时，没有哪个假设单独就足够。'
      : `“${assumptionLabel(test, single.id)}”单独就足够${at}，其概率为 ${tight(smallChance(single.chance))}。`,
  ];
}

/** How far the figures are to be trusted. */
export function stressCaveats({ draws, tornado, plan, stresses }: StressTest): readonly string[] {
  const reacts = stresses.some(({ reaction: found }) => found !== undefined);
  const judged = stresses.length === 0 ? '方案评估于' : '有无压力的方案都评估于同样的';
  const bars = tornado.bars.length === 0 ? '' : `；单个假设的条形来自其中 ${exact(tornado.draws, 'count')} 次`;
  return [
    `${judged} ${exact(draws.judging, 'count')} 次模拟${bars}。`,
    ...(stresses.length === 0
      ? []
      : ['压力是假设的情形：这里不说它们有多可能，只说其结果在没有压力的情形中有多靠边。']),
    ...(reacts ? ['应对从计划开始算起：它是事先知道的价值，也是事后应对所能达到的上限。'] : []),
    ...(plan.name === 'recommended' && !reacts ? ['推荐方案是为没有压力的环境制定的。'] : []),
    noises,
  ];
}
