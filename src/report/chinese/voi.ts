/** The sentences of `../sentences/voi.ts` in Chinese. */
import type { Estimate } from '../../domain.ts';
import type { AfterPilot, Belief, InformationValue, PilotOfChannel } from '../../information/information-value.ts';
import { exact, type FigureKind } from '../numbers/exact.ts';
import { rough, roughRange } from '../numbers/rough.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { about, isClear, size, sum } from '../sentences/sum.ts';
import { plain } from '../plain.ts';
import { assumptionLabel, assumptionValues } from './assumptions.ts';
import { noises } from './certainty.ts';
import { goalWords, periodWord } from './words.ts';

export function voiHeadline(found: InformationValue): Headline {
  const { kind } = goalWords(found.figure.maximize);
  const { currency } = found.scenario;
  const matters = isClear(found.perfect) && found.perfect.value > 0;
  const first = found.incomplete
    ? matters
      ? `决定之前若能知道一切，至少值 ${sum(found.perfect, kind, currency)}。`
      : '搜索在找到足够的方案之前已停止，无法说明知道得更多值多少。'
    : matters
      ? `决定之前若能知道一切，值 ${sum(found.perfect, kind, currency)}：任何试点都不会更值。`
      : '知道得更多几乎不会改变方案：推荐方案在几乎所有情形下都是最优或接近最优。';
  return {
    first,
    rest: [
      ...(found.after === undefined ? [] : afterTexts(found, found.after)),
      ...found.pilots.map((pilot) => pilotText(found, pilot)),
      ...(found.pilots.length === 0 && matters && !found.incomplete
        ? ['没有哪个渠道值得做试点：单独了解其中任何一个，都不足以改变方案。']
        : []),
    ],
  };
}

/** How far the figures are to be trusted. */
export function voiCaveats({ draws, plans }: InformationValue): readonly string[] {
  return [
    plans.length === 1
      ? '可选的方案只找到一个：推荐方案。可选方案更多时，信息可能再多值一些。'
      : `在 ${plans.length} 个满足所有限制的方案之间选择：推荐方案，以及某个渠道效果差或好时的最优方案。可选方案更多时，信息可能再多值一些。`,
    `渠道或假设的信息由 ${exact(draws.judging, 'count')} 次模拟的一半学得，在另一半上评估，因此不会高估。`,
    '试点视为在计划开始前、在同一市场进行；它通过客户和线索的数量说明情况，而这些数量有偶然性。',
    noises,
  ];
}

/** A recommended pilot in one sentence, or that there is none. */
export function pilotText(found: InformationValue, { channel, sizes, best }: PilotOfChannel): string {
  const { kind } = goalWords(found.figure.maximize);
  const { currency, unit } = found.scenario;
  const name = channelLabel(found, channel);
  const told = best === undefined ? sizes.reduce((a, b) => (b.value.value > a.value.value ? b : a)) : sizes[best]!;
  const what = `${told.periods} ${periodWord(unit)}、媒体 ${about(told.spend, 'money', currency)} 的试点`;
  const worth = worthText(told.value, kind, currency);
  if (kind !== 'money') return `“${name}”：${what}${worth}；成本需另行权衡。`;
  const cost =
    told.cost.value > 0
      ? `扣除其客户带来的收益后成本为 ${about(told.cost.value, 'money', currency)}`
      : '其客户带来的收益已抵回成本';
  return best === undefined
    ? `“${name}”：${what}${worth}，${cost}：那里没有划算的试点。`
    : `决定之前先试“${name}”：${what}${worth}，${cost}。`;
}

function worthText(value: Estimate, kind: FigureKind, currency: string): string {
  return `最多值 ${size(value, kind, currency)}`;
}

const MOST_TOLD = 3;

/** What is believed after the result of a pilot, and which plan is the best then. */
export function afterTexts(found: InformationValue, after: AfterPilot): readonly string[] {
  const { kind } = goalWords(found.figure.maximize);
  const { counts, customers, best, means, moved } = after;
  const got = [
    `${exact(counts.customers, 'count')} 个客户`,
    ...(counts.leads === undefined ? [] : [`${exact(counts.leads, 'count')} 条线索`]),
  ];
  const gain = about(means[best.after]!.value - means[best.before]!.value, kind, found.scenario.currency);
  return [
    `“${channelLabel(found, after.channel)}”的试点带来 ${got.join('、')}之后，这样的试点预计带来 ${countText(customers.after)} 个客户，而非 ${countText(customers.before)}。`,
    `${moved
      .slice(0, MOST_TOLD)
      .map(
        ({ id, before, after: now }) =>
          `“${assumptionLabel(found, id)}”现在为 ${beliefTexts(id, before, now).join('，而非 ')}`,
      )
      .join('；')}。`,
    best.before === best.after
      ? `在所考虑的 ${found.plans.length} 个方案中，推荐方案仍然最优。`
      : `现在更好的是${planText(found, best.after)}，多 ${gain}：请把新的判断写入文件，再重新寻找最优方案。`,
  ];
}

function countText({ mean, range }: Belief): string {
  return `${rough(mean, 'count')}（${roughRange(range, 'count').join(' 到 ')}）`;
}

/** What is believed now, and what was before. */
function beliefTexts(id: string, before: Belief, after: Belief): readonly string[] {
  const [was, is, wasLow, wasHigh, isLow, isHigh] = assumptionValues(id, [
    before.mean,
    after.mean,
    ...before.range,
    ...after.range,
  ]);
  return [`${is}（${isLow} 到 ${isHigh}）`, `${was}（${wasLow} 到 ${wasHigh}）`];
}

/** How a plan that one could choose is called. */
export function planText(found: InformationValue, k: number): string {
  const { name } = found.plans[k]!;
  const match = /^for (little|much) from (.*)$/.exec(name);
  if (match === null) return name === 'recommended' ? '推荐方案' : plain(name);
  return `“${channelLabel(found, match[2]!)}”效果${match[1] === 'little' ? '差' : '好'}时的方案`;
}
