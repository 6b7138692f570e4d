/** The sentences of `../sentences/pilots.ts` in Chinese. */
import type { Estimate } from '../../domain.ts';
import type { CountedNumber, LessonsOfPilot, MovedNumber, PilotLessons } from '../../pilots/pilot-lessons.ts';
import { showExactly, showRoughly } from '../../scenario/quantity/shown.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact } from '../numbers/exact.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { clearGains, NAMED, rangesOf } from '../sentences/pilots.ts';
import { about } from '../sentences/sum.ts';
import { assumptionLabel } from './assumptions.ts';
import { goalWords, periodWord, tight } from './words.ts';

const PLANS = { today: '当前方案', recommended: '推荐方案' } as const;

export function pilotsHeadline(found: PilotLessons): Headline {
  const [first, ...rest] = found.pilots.flatMap((lessons) => sentencesOf(found, lessons));
  return { first: first!, rest: [...rest, ...alongSentence(found)] };
}

function alongSentence(found: PilotLessons): readonly string[] {
  const { along } = found;
  if (along.length === 0) return [];
  const named = along.slice(0, NAMED).map((number) => movedText(found, number));
  const others = along.length - named.length;
  const all = others > 0 ? [...named, `另有 ${others} 个数字`] : named;
  return [`文件中说与它们共同变动的数字也随之变动：${all.join('，')}。`];
}

function movedText(found: PilotLessons, number: MovedNumber): string {
  const { before, after } = rangesOf(number, rangeText);
  return `“${assumptionLabel(found, number.path)}”由 ${tight(before)} 变为 ${tight(after)}`;
}

function sentencesOf(found: PilotLessons, { channel, moved, against }: LessonsOfPilot): readonly string[] {
  const name = channelLabel(found, channel);
  const changes = moved.map((number) => movedText(found, number));
  const learned =
    changes.length === 0 ? `“${name}”的试点没有改变文件中的数字。` : `“${name}”的试点改变了：${changes.join('，')}。`;
  if (against === undefined) return [learned];
  const chance = (estimate: Estimate) => tight(inline(chanceFigure(estimate, found.draws.judging)));
  return [
    learned,
    `接下来的 ${amount(found.next)} ${found.scenario.currency} 投在“${name}”比投在${PLANS[found.plan.name]}中带来最少的“${channelLabel(found, against.channel)}”收益更多的概率为 ${chance(against.chance.after)}，试点之前为 ${chance(against.chance.before)}。`,
  ];
}

export function rangeText(from: string, to: string): string {
  return `${tight(from)} 到 ${tight(to)}`;
}

/** `210 中有 44`, or what was measured. */
export function seenText({ seen, unit }: CountedNumber): string {
  if (seen.kind === 'counted') return `${exact(seen.trials, 'count')} 中有 ${exact(seen.successes, 'count')}`;
  return tight(showRoughly([seen.value], seen.value * seen.spread, unit)[0]!);
}

/** `4 周、4,000 EUR`. */
export function pilotText(
  { scenario }: PilotLessons,
  { currency, pilot: { spend, periods, days } }: LessonsOfPilot,
): string {
  const long =
    periods !== undefined ? `${periods} ${periodWord(scenario.unit)}、` : days !== undefined ? `${days} 天、` : '';
  return `${long}${showExactly(spend, 'money')} ${currency}`;
}

export function pilotsCaveats(found: PilotLessons): readonly string[] {
  const { kind, noun } = goalWords(found.figure.maximize);
  const { currency } = found.scenario;
  return [
    ...clearGains(found).map(
      ({ channel, here, other, there }) =>
        `“${channelLabel(found, channel)}”：接下来的 ${amount(found.next)} ${currency} 平均带来${noun} ${about(here, kind, currency)}，“${channelLabel(found, other)}”为 ${about(there, kind, currency)}。`,
    ),
    '范围包含 90% 的可能。转化率由漏斗一步两端的计数学得；价格视为一次测量，允许有文件所写的漂移（未写则为 10%）和计数的偶然。',
    ...(found.along.length === 0
      ? []
      : ['随之变动的数字没有被计数：它们按文件 `correlations` 所写的强弱跟随被计数的数字，仅此而已。']),
    '试点说明它所触达的人如何表现；更多的钱能否触达同样多的人，由响应曲线决定，试点不改变它。',
    `概率来自 ${exact(found.draws.judging, 'count')} 次模拟，试点前后使用相同的模拟。`,
  ];
}
