import { actualsCaveats, actualsHeadline, stages } from '../../../src/report/chinese/actuals.ts';
import { periodWord } from '../../../src/report/chinese/words.ts';
import { nextStepOf } from '../../../src/report/sentences/actuals.ts';
import type { ActualsWords } from '../actuals-words.ts';

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
  headline(found) {
    const { first, rest } = actualsHeadline(found);
    const next = nextStepOf(found);
    const advice =
      next === undefined ? [] : [`请把学到的写入方案文件，然后在“执行中调整”中规划剩下的${periodWord(next)}。`];
    return { first, rest: [...rest, ...advice] };
  },
  sure: actualsCaveats,
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
    stages,
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
