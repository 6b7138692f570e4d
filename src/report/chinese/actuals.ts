/** The sentences of `../sentences/actuals.ts` in Chinese. */
import type { ChannelOutturn, PlanAgainstActuals } from '../../finance/plan-against-actuals.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { nextStepOf } from '../sentences/actuals.ts';
import { channelLabel } from '../sentences/names.ts';
import { about } from '../sentences/sum.ts';
import { periodWord, tight } from './words.ts';

/** What media buy on the way to customers. */
export const stages = { impression: '展示', click: '点击', lead: '线索' } as const;

/** Within a sentence. */
const STANDINGS = { below: '低于', within: '', above: '高于' } as const;

export function actualsHeadline(found: PlanAgainstActuals): Headline {
  const { total, channels, periods, scenario } = found;
  const { currency, unit } = scenario;
  const after = `${scenario.periods} ${periodWord(unit)}中已过 ${periods} ${periodWord(unit)}`;
  const outside = channels.filter(({ standing }) => standing !== 'within');
  return {
    first:
      outside.length === 0
        ? `${after}，没有渠道超出按实际投放所预期的范围。`
        : `${after}，${outside.map(({ name, standing }) => `“${channelLabel(found, name)}”${STANDINGS[standing]}按实际投放所预期的范围`).join('，')}。`,
    rest: [
      `至今实际客户 ${exact(total.customers.actual, 'count')}，计划为 ${rough(total.customers.planned, 'count')}；媒体实际投放 ${amount(total.spend.actual)} ${currency}，计划为 ${amount(total.spend.planned)}。`,
      variance(found),
      ...outside.map((each) => warning(found, each)),
      ...channels.flatMap((each) => bought(found, each)),
      ...channels.flatMap((each) => repeats(found, each)),
      calibration(found),
    ],
  };
}

/** What to do next on the command line, where something is left to be planned anew. */
export function actualsAdvice(found: PlanAgainstActuals): readonly string[] {
  const next = nextStepOf(found);
  if (next === undefined) return [];
  return [`请把学到的写入方案文件，然后用 \`apportion replan\` 规划剩下的${periodWord(next)}。`];
}

function variance(found: PlanAgainstActuals): string {
  const { variance: parts } = found.total;
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const size = (value: number) => about(Math.abs(value), kind, found.scenario.currency);
  const part = (value: number, what: string) => `${what}${value < 0 ? '减少' : '增加'} ${size(value)}`;
  const what = found.of === 'revenue' ? '首单收入' : '客户数';
  const causes = [
    part(parts.volume, '投放不同'),
    part(parts.effectiveness, '投放效果不同'),
    ...(parts.price === undefined ? [] : [part(parts.price, '客户付款不同')]),
  ];
  return `${what}比计划${parts.total < 0 ? '低' : '高'} ${size(parts.total)}：${causes.join('，')}。`;
}

/** Chances below this are not told more closely. */
const SMALLEST = 0.001;

function warning(
  found: PlanAgainstActuals,
  { name, standing, customers, band, chanceOfNoMore }: ChannelOutturn,
): string {
  const chance = standing === 'below' ? chanceOfNoMore : 1 - chanceOfNoMore;
  const [from, to] = bandTexts(band);
  const how = chance < SMALLEST ? `不到 ${tight(percent(SMALLEST, 1))}` : `为 ${tight(percent(chance, 1))}`;
  return `预警：“${channelLabel(found, name)}”带来 ${exact(customers.actual, 'count')} 个客户，而预期为 ${from} 到 ${to} 个；按文件的判断，这么${standing === 'below' ? '少' : '多'}的概率${how}。`;
}

/** Whether it is what the money bought that lies outside its range. */
function bought(found: PlanAgainstActuals, { name, bought: own, spend }: ChannelOutturn): readonly string[] {
  if (own === undefined || own.standing === 'within') return [];
  const { stage, actual, standing } = own;
  const price = actual > 0 ? `（每个 ${about(spend.actual / actual, 'money', found.scenario.currency)}）` : '';
  return [
    `“${channelLabel(found, name)}”买到 ${exact(actual, 'count')} 个${stages[stage]}${price}，而预期为 ${bandTexts(own.band).join(' 到 ')}：比判断的${standing === 'below' ? '贵' : '便宜'}。`,
  ];
}

/** Whether customers come back as believed. */
function repeats(found: PlanAgainstActuals, { name, repeats: own }: ChannelOutturn): readonly string[] {
  if (own === undefined || own.standing === 'within') return [];
  const few = own.standing === 'below';
  return [
    `${few ? '预警：' : ''}“${channelLabel(found, name)}”的客户回头比判断的${few ? '少' : '多'}，后续订单 ${exact(own.actual, 'count')} 个，而按已有客户预期为 ${bandTexts(own.band).join(' 到 ')}。`,
  ];
}

function bandTexts(band: ChannelOutturn['band']): readonly string[] {
  return band.map((count) => exact(Math.round(count), 'count'));
}

function calibration({ calibration: { ranges, held, verdict } }: PlanAgainstActuals): string {
  const told = `${ranges} 个 90% 的范围中有 ${held} 个成立`;
  if (verdict === 'too narrow') return `${told}：您的范围太窄，再次规划之前请放宽。`;
  if (verdict === 'too wide') return `${told}：您的范围比需要的宽。`;
  return `${told}；就这么少的数据而言，与承诺相符。`;
}

/** How far the figures are to be trusted. */
export function actualsCaveats({ draws, calibration }: PlanAgainstActuals): readonly string[] {
  return [
    `预期来自按实际投放对文件中的判断所做的 ${exact(draws.judging, 'count')} 次模拟，数量围绕它偶然波动（泊松）。`,
    '即使渠道与判断一致，每十个中也有一个会偶然落在范围之外。',
    ...(calibration.ranges > 0
      ? ['同一渠道各期的范围出自同样的判断，往往一同成立或一同落空，因此不如同样多个独立的范围说明问题。']
      : []),
  ];
}
