/** The sentences of `../sentences/frontier.ts` and `../sentences/frontier-caveats.ts` in Chinese. */
import type { Estimate, Frontier, FrontierStep } from '../../domain.ts';
import { amount, exact } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { caveatsOf, type FrontierGap } from '../sentences/frontier-caveats.ts';
import {
  inAmount,
  isClear,
  money,
  negative,
  pointSign,
  shareGivenUp,
  type FoundPoint,
} from '../sentences/frontier-words.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { channelLabel } from '../sentences/names.ts';
import { goalWords, tight, worstWords } from './words.ts';

export function frontierHeadline(frontier: Frontier): Headline {
  const found = frontier.points.filter((point) => point.status === 'found');
  if (found.length === 0) return { first: noFrontier(frontier), rest: [] };
  const [first, ...rest] = frontier.by === 'risk' ? byRisk(frontier, found) : byBudget(frontier);
  return { first: first!, rest: [...rest, ...besideTexts(frontier)] };
}

/** What is looked at: `预期利润`, `最差 10% 情形的均值`. */
function frontierWords({ figure: { maximize, plus }, worst }: Frontier) {
  const { noun, kind } = goalWords(maximize);
  return { mean: plus === undefined ? `预期${noun}` : '预期目标值', kind, worst: `${worstWords(worst)}的均值` };
}

function byRisk(frontier: Frontier, found: readonly FoundPoint[]): readonly string[] {
  const { whole, knee } = frontier;
  const { mean, worst } = frontierWords(frontier);
  if (whole === undefined) {
    return found[0]!.names.length > 1
      ? [`最大胆与最谨慎的是同一个方案：在各项限制下，没有别的方案的${worst}更好。`]
      : [`只找到一个方案，即最大胆的：${mean}最高。`];
  }
  const lifted = isClear(whole.worstMean, 1);
  const first = lifted
    ? `从最大胆到最谨慎的方案，放弃${givenUp(whole, found[0]!, frontier)}，可使${worst}提高 ${money(whole.worstMean, frontier)}。`
    : `几乎没有可权衡的：在全新模拟上，最谨慎方案的${worst}并不明显好于最大胆的方案。`;
  return [first, ...(lifted && knee !== undefined ? [kneeByRisk(frontier, knee)] : [])];
}

function givenUp({ mean: change }: FrontierStep, bold: FoundPoint, frontier: Frontier): string {
  const { mean } = frontierWords(frontier);
  if (!isClear(change, -1)) return `的${mean}不超过模拟误差`;
  const share = -change.value / Math.abs(bold.mean.value);
  const text = share < 10 ? `（${tight(shareGivenUp(share))}）` : '';
  return `${mean} ${money(negative(change), frontier)}${text}`;
}

function kneeByRisk(frontier: Frontier, { at, before, after }: NonNullable<Frontier['knee']>): string {
  const { mean, worst, kind } = frontierWords(frontier);
  const unit = kind === 'money' ? `1 ${frontier.scenario.currency}` : '一个单位';
  const up = isClear(before.mean, -1)
    ? `每放弃 ${unit} 的${mean}，${worst}提高 ${rough(before.worstMean.value / -before.mean.value, 'ratio')}`
    : `${worst}提高 ${money(before.worstMean, frontier)}，而${mean}的损失不超过模拟误差`;
  return `拐点在第 ${pointSign(at)} 点：到此为止，${up}；此后${perUnit(after.worstMean, -after.mean.value)}。`;
}

/** What a unit brings, or that it brings nothing. */
function perUnit(brought: Estimate, paid: number): string {
  return isClear(brought, 1) ? `只提高 ${rough(brought.value / paid, 'ratio')}` : '的提高不超过模拟误差';
}

function byBudget(frontier: Frontier): readonly string[] {
  const { points, steps, knee, toMostProfit, scenario } = frontier;
  const at = points.findIndex(({ names }) => names.includes('most profit'));
  const best = points[at];
  const { currency } = scenario;
  if (best?.status !== 'found') {
    const channel = best?.channel === undefined ? '' : `在“${channelLabel(frontier, best.channel)}”`;
    return [`没有收益最高的预算：${channel}不断加大投放总是有利，因为没有限制。`];
  }
  const total = `${rough(best.totalSpend, 'money')} ${currency}`;
  const beyond = steps.find(({ from }) => from === at);
  return [
    `预算为 ${total} 时预期利润最高：${money(best.mean, frontier)}。`,
    ...(toMostProfit === undefined ? [] : [yourBudget(frontier, toMostProfit)]),
    ...(beyond !== undefined && isClear(beyond.mean, -1)
      ? [
          `超过 ${total} 之后，再投 ${rough(beyond.spend, 'money')} 得不偿失：预期利润减少 ${money(negative(beyond.mean), frontier)}。`,
        ]
      : []),
    ...(knee === undefined ? [] : [kneeByBudget(frontier, knee)]),
  ];
}

/** What lies between the budget of the file and the one that earns the most. */
function yourBudget(frontier: Frontier, { from, spend, mean }: FrontierStep): string {
  const { currency } = frontier.scenario;
  const asked = frontier.points[from] as FoundPoint;
  const yours = `您的预算为 ${amount(asked.totalSpend)} ${currency}`;
  const between = rough(Math.abs(spend), 'money');
  if (!isClear(mean, 1)) return `${yours}，收益与之相同（在模拟误差之内）。`;
  return spend > 0
    ? `${yours}：到那里还差的 ${between} 可多赚 ${money(mean, frontier)}，每单位 ${rough(mean.value / spend, 'ratio')}。`
    : `${yours}：其中最后的 ${between} 的收益比成本少 ${money(mean, frontier)}。`;
}

function kneeByBudget(frontier: Frontier, { at, before, after }: NonNullable<Frontier['knee']>): string {
  const point = frontier.points[at] as FoundPoint;
  const rate = ({ mean, spend }: FrontierStep) => rough(mean.value / spend, 'ratio');
  return `拐点在第 ${pointSign(at)} 点：到 ${amount(point.totalSpend)} ${frontier.scenario.currency} 为止，每单位投放增加利润 ${rate(before)}，从那里到最高处为 ${rate(after)}。`;
}

/** Which of the other plans a point of the frontier beats. */
function besideTexts(frontier: Frontier): readonly string[] {
  const { worst, mean } = frontierWords(frontier);
  const how = frontier.by === 'risk' ? `${mean}更高，${worst}也更好` : `用更少的钱得到更高的${mean}`;
  return frontier.beside.flatMap(({ name, beatenBy }) => {
    if (beatenBy === undefined) return [];
    const who = name === 'today' ? '当前方案' : '按当前比例分配新总额的方案';
    return [`${who}不如第 ${pointSign(beatenBy)} 点：后者${how}。`];
  });
}

function noFrontier({ points, scenario }: Frontier): string {
  const [point] = points;
  const why = point?.status === 'none' ? point : undefined;
  if (why?.reason === 'unbounded') {
    const channel = why.channel === undefined ? '' : `在“${channelLabel({ scenario }, why.channel)}”`;
    return `没有前沿：${channel}不断加大投放总是有利，因为没有限制。`;
  }
  if (why?.reason === 'unreachable') return '没有前沿：在各项限制下，没有方案能达到所有目标。';
  return '没有前沿：没有方案能同时满足所有限制。';
}

/** What to make of the points: which were not found, which miss their limit on fresh draws, how sure all of this is. */
export function frontierCaveats(frontier: Frontier): readonly string[] {
  const facts = caveatsOf(frontier);
  if (facts === undefined) return ['请寻找最优方案：那里会说明原因，以及怎样修改。'];
  const { missing, misses, open, isAllOpen } = facts;
  const { worst } = frontierWords(frontier);
  const { search, judging } = frontier.draws;
  return [
    ...(missing === undefined
      ? []
      : [`没有找到${pointsText(missing.at)}的方案：${missing.why.map((why) => WHY[why]).join('；')}。`]),
    ...(misses === undefined
      ? []
      : [
          `对${worst}的限制在搜索用的模拟上成立。在全新模拟上，${pointsText(misses.at)}未达到其限制，最多差 ${inAmount(misses.most, frontier)}。`,
        ]),
    ...(open.length === 0
      ? []
      : [
          isAllOpen
            ? '这些是找到的最好的方案；没有更好的，未能证明。'
            : `${pointsText(open)}是找到的最好的；没有更好的，未能证明。`,
        ]),
    ...(search === undefined
      ? []
      : [
          `方案在 ${exact(search, 'count')} 次模拟上搜索，并在另外 ${exact(judging, 'count')} 次搜索未见过的同样的模拟上评估。`,
        ]),
  ];
}

const WHY: Readonly<Record<FrontierGap, string>> = {
  infeasible: '那里的各项限制不能同时成立',
  unreachable: '那里所要求的达不到',
  unbounded: '不断加大投放总是有利',
};

function pointsText(indices: readonly number[]): string {
  return `第 ${indices.map(pointSign).join('、')} 点`;
}
