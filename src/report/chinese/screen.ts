/** The sentences of `../sentences/screen.ts` in Chinese. */
import type { Scorecard, ScreenedChannel } from '../../screen/scorecard.ts';
import { tight } from '../numbers/chinese.ts';
import { chanceFigure, inline } from '../numbers/estimate.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { scoreText, shareFrom, spanOfMany, unknownIn } from '../sentences/screen.ts';
import { plain } from '../plain.ts';

const CRITERIA: Readonly<Record<string, string>> = {
  cost: '获客成本',
  time: '每位客户的人工成本',
  value: '客户价值',
  return: '每单位投放的利润',
  conversion: '转化率',
  precision: '目标精准度',
};

export function criterionLabel(name: string): string {
  return Object.hasOwn(CRITERIA, name) ? CRITERIA[name]! : plain(name);
}

export function screenHeadline(card: Scorecard): Headline {
  const [best, second] = card.channels;
  const name = (channel: ScreenedChannel) => `“${channelLabel(card, channel.name)}”`;
  if (best?.score === undefined) return { first: '没有任何渠道有得分：各项标准都不清楚。', rest: [] };
  const behind = second?.score === undefined ? '' : behindText(name(second), best.score, second.score);
  const share = (from: 'data' | 'typed') => tight(percent(shareFrom(card, from), 0));
  return {
    first: `${name(best)}得分最高，${scoreText(best.score)} 分（满分 5 分）${behind}。`,
    rest: [
      `考虑文件中的不确定性，它得分最高的概率为 ${tight(inline(chanceFigure(best.first, card.draws.judging)))}。`,
      `按权重计，评分卡的 ${share('data')} 来自文件中的数据，${share('typed')} 为手填。`,
      ...unknownText(card),
    ],
  };
}

function behindText(name: string, best: number, score: number): string {
  if (scoreText(score) === scoreText(best)) return `，与${name}相差无几`;
  return `，其次是${name}，${scoreText(score)} 分`;
}

function unknownText(card: Scorecard): readonly string[] {
  const gaps = unknownIn(card).map(
    ({ criterion, channels }) =>
      `${channels.map((name) => `“${channelLabel(card, name)}”`).join('、')}的${criterionLabel(criterion)}`,
  );
  if (gaps.length === 0) return [];
  return [`尚不知道${gaps.join('，')}：得分只按其余标准计算。可在 \`screening.channels\` 中填写 1 到 5 的分数。`];
}

export function screenCaveats(card: Scorecard): readonly string[] {
  const spends =
    spanOfMany(card)?.join(' 至 ') ??
    card.channels.map(({ name, spend }) => `${channelLabel(card, name)} ${amount(spend)}`).join('、');
  return [
    '数据在最差的渠道（1 分）与最好的渠道（5 分）之间计分，因此得分只在这些渠道之间比较，本身没有意义。手填的分数是意见。',
    `每个渠道单独看：按当前投放；没有投放的渠道按全部资金的平均份额（${spends} ${card.scenario.currency}）。`,
    `评分卡用来选择先试什么，不决定投多少：后者请寻找最优方案。数据来自 ${exact(card.draws.judging, 'count')} 次模拟。`,
  ];
}
