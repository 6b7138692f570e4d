/** The sentences of `../sentences/sensitivity.ts` in Chinese. */
import type { Driver, Given, Influence, View } from '../../sensitivity/influence.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { exact, percent } from '../numbers/exact.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { othersMoved } from '../sentences/sensitivity.ts';
import { sum } from '../sentences/sum.ts';
import { assumptionAmounts, assumptionLabel } from './assumptions.ts';
import { noises } from './certainty.ts';
import { goalWords, planWords, tight } from './words.ts';

const MOST_NAMED = 3;

export function sensitivityHeadline(influence: Influence): Headline {
  const { noun, kind } = goalWords(influence.figure.maximize);
  const { currency } = influence.scenario;
  const plan = planWords[influence.plan.name];
  const top = influence.drivers.slice(0, MOST_NAMED).filter(({ total }) => total.value > 0);
  if (top.length === 0) return { first: `文件中没有使${plan}的${noun}不确定的量。`, rest: [] };
  return {
    first: `${plan}的${noun}之所以不确定，主要因为${top.map((driver) => driverText(influence, driver)).join('、')}。`,
    rest: [
      `预期${noun}为 ${sum(influence.mean, kind, currency)}，标准差为 ${sum(influence.sd, kind, currency)}。比例是占方差的比例。`,
      ...(influence.interplay === undefined
        ? []
        : [`方差的 ${tight(percent(influence.interplay.value, 0))} 来自假设的共同作用，其余来自各自单独的作用。`]),
      ...(influence.given === undefined ? [] : givenTexts(influence, influence.given)),
    ],
  };
}

/** Those that move together are one. */
function driverText(influence: Influence, { members, total }: Driver): string {
  const names = members.map(({ id }) => assumptionLabel(influence, id)).join('＋');
  return `“${names}”（${tight(percent(total.value, 0))}）`;
}

function givenTexts(influence: Influence, given: Given): readonly string[] {
  const { noun, kind } = goalWords(influence.figure.maximize);
  const { currency } = influence.scenario;
  const { views, effective, mean, worstMean, chanceOfLoss } = given;
  const used = Math.round(effective);
  const loss = chanceOfLoss === undefined ? '' : `，亏损的概率为 ${tight(inline(chanceFigure(chanceOfLoss, used)))}`;
  const others = othersMoved(given).map(({ id, before, after }) => {
    const [from, to] = assumptionAmounts(influence, id, [before, after]);
    return `“${assumptionLabel(influence, id)}”从 ${from} 变为 ${to}`;
  });
  return [
    `若${views.map((view) => viewText(influence, view)).join('，且')}，预期${noun}为 ${sum(mean, kind, currency)}，最差 10% 情形的均值为 ${sum(worstMean, kind, currency)}${loss}。`,
    ...(others.length === 0 ? [] : [`随之平均而言，${others.join('，')}。`]),
    `这基于 ${exact(influence.draws.judging, 'count')} 次模拟中的 ${exact(used, 'count')} 次（折算为等权）。`,
  ];
}

function viewText(influence: Influence, view: View): string {
  const label = `“${assumptionLabel(influence, view.id)}”`;
  if (view.kind === 'mean') return `${label}平均为 ${assumptionAmounts(influence, view.id, [view.mean])[0]}`;
  const [low, high] = assumptionAmounts(influence, view.id, [view.low, view.high]);
  if (view.share === undefined) return `${label}在 ${low} 与 ${high} 之间`;
  const part = tight(percent(view.share, view.share < 0.1 ? 1 : 0));
  return view.end === 'low'
    ? `${label}处于最低的 ${part}（至多 ${high}）`
    : `${label}处于最高的 ${part}（至少 ${low}）`;
}

/** Of each channel with a funnel of more than one uncertain step, the step whose uncertainty matters most. */
export function weakestSteps(influence: Influence): readonly string[] {
  const members = influence.drivers.flatMap((driver) => driver.members);
  return influence.scenario.channels.flatMap(({ name }) => {
    const steps = members
      .filter(({ id }) => id.startsWith(`channels.${name}.funnel.`))
      .toSorted((a, b) => b.first.value - a.first.value);
    if (steps.length < 2) return [];
    const [{ id, first }] = steps as [(typeof steps)[number]];
    return [`${assumptionLabel(influence, id)}，占方差的 ${tight(percent(Math.max(0, first.value), 1))}。`];
  });
}

export function sensitivityCaveats({ draws, totalDraws, drivers }: Influence): readonly string[] {
  return [
    `单独的比例和秩相关来自 ${exact(draws.judging, 'count')} 次模拟；含共同作用的比例来自 ${exact(totalDraws, 'count')} 次，每次只重抽一个假设，其他不变。`,
    '共同作用在每个参与的假设中都计入一次，因此总和可以超过 100%；相互关联的假设合为一行。',
    ...(drivers.some(({ members }) => members.length > 1)
      ? ['公平分摊：在所有可能的获知顺序上，确知该假设平均能消除的方差；总和为 100%。']
      : []),
    noises,
  ];
}
