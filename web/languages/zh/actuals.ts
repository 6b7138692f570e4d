import type { ChannelOutturn, PlanAgainstActuals } from '../../../src/finance/plan-against-actuals.ts';
import { periodWord, tight } from '../../../src/report/chinese/words.ts';
import { amount, exact, percent } from '../../../src/report/numbers/exact.ts';
import { rough } from '../../../src/report/numbers/rough.ts';
import { nextStepOf } from '../../../src/report/sentences/actuals.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import { about } from '../../../src/report/sentences/sum.ts';
import type { ActualsWords } from '../actuals-words.ts';

const STAGES = { impression: '展示', click: '点击', lead: '线索' } as const;
/** Within a sentence. */
const STANDINGS = { below: '低于', within: '', above: '高于' } as const;

export const actualsWords: ActualsWords = {
  title: '计划与实际',
  about: '差异中有多少来自投放不同、投放效果不同或客户付款不同；哪些渠道超出了预期范围；您的范围有多少成立。',
  ask: '与计划比较',
  table: '实际结果',
  tableHint:
    '每个渠道、每个已过去的期一行，可从电子表格粘贴。列名为：期、渠道、投放、客户；若已知再加首单收入、展示、点击、线索和后续订单。',
  open: '打开表格…',
  drop: '将表格拖放到此处',
  example: '填入示例',
  exampleHint: '示例是您的方案文件认为可能的一种情形，投放与计划相同。',
  save: '保存此表格',
  empty: '请先填入表格：粘贴、拖放文件，或从示例开始。',
  tooLarge: '文件过大，不像表格：超过 5 MB。',
  headline,
  sure: ({ draws, calibration }) => [
    `预期来自按实际投放对文件中的判断所做的 ${exact(draws.judging, 'count')} 次模拟，数量围绕它偶然波动（泊松）。`,
    '即使渠道与判断一致，每十个中也有一个会偶然落在范围之外。',
    ...(calibration.ranges > 0
      ? ['同一渠道各期的范围出自同样的判断，往往一同成立或一同落空，因此不如同样多个独立的范围说明问题。']
      : []),
  ],
  figures: {
    title: '关键数字',
    customers: '客户',
    revenue: (currency) => `首单收入，${currency}`,
    spend: (currency) => `媒体投放，${currency}`,
    planned: (planned) => `计划 ${planned}`,
    held: '成立的 90% 范围',
    heldOf: (held, ranges) => `${ranges} 个中的 ${held} 个`,
    verdicts: { 'as promised': '就这些数据而言，与承诺相符', 'too narrow': '范围太窄', 'too wide': '范围比需要的宽' },
    verdict: (verdict, from, to) => `${verdict}：成立的比例在 ${from} 到 ${to} 之间（95% 置信）`,
  },
  outturn: {
    title: '实际与预期',
    caption: '客户数，占按实际投放所预期的百分比。条：九成情形所在；圆圈：实际',
    figures: (came, from, to) => `实际 ${came}，预期 ${from} 到 ${to}`,
    summary: (within, channels) =>
      within === channels ? '所有渠道都在预期范围之内。' : `${channels} 个渠道中有 ${within} 个在预期范围之内。`,
    tableTitle: '计划与实际',
    tableCaption: ({ periods, scenario }) =>
      `前 ${periods} ${periodWord(scenario.unit)}，媒体单位 ${scenario.currency}`,
    columns: ['渠道', '计划投放', '实际投放', '计划客户', '预期客户', '实际客户', '预警'],
    range: (from, to) => `${from} 到 ${to}`,
    standings: { below: '低于预期', above: '高于预期' },
    all: '全部渠道',
  },
  bought: {
    title: '媒体买到了什么，又变成了什么',
    caption: ({ of, scenario }) =>
      `效果差异的两部分${of === 'revenue' ? `，${scenario.currency}` : '，客户数'}：钱买到的多少，以及买到的转化了多少`,
    columns: ['渠道', '买到的', '预期', '实际', '预警', '钱买到的不同', '转化的不同'],
    stages: STAGES,
  },
  repeats: {
    title: '客户是否回头',
    caption: '计划期内赢得的客户的后续订单',
    columns: ['渠道', '预期', '实际', '预警'],
  },
  variance: {
    title: ({ of }) => (of === 'revenue' ? '收入为何与计划不同' : '客户数为何与计划不同'),
    caption: ({ of, scenario }) =>
      of === 'revenue' ? `首单收入，${scenario.currency}：数量、效果和价格差异` : '客户数：数量和效果差异',
    planned: '计划',
    actual: '实际',
    volume: '投放不同',
    effectiveness: '投放效果不同',
    price: '客户付款不同',
    total: '合计',
    summary: (most, by) => `最大的部分是“${most}”：${by}。`,
    columns: ['原因', '变化'],
    tableTitle: '分渠道',
  },
};

function headline(found: PlanAgainstActuals) {
  const { total, channels, periods, scenario } = found;
  const { currency, unit } = scenario;
  const after = `${scenario.periods} ${periodWord(unit)}中已过 ${periods} ${periodWord(unit)}`;
  const outside = channels.filter(({ standing }) => standing !== 'within');
  const next = nextStepOf(found);
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
      ...(next === undefined ? [] : [`请把学到的写入方案文件，然后在“执行中调整”中规划剩下的${periodWord(next)}。`]),
    ],
  };
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
    `“${channelLabel(found, name)}”买到 ${exact(actual, 'count')} 个${STAGES[stage]}${price}，而预期为 ${bandTexts(own.band).join(' 到 ')}：比判断的${standing === 'below' ? '贵' : '便宜'}。`,
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
