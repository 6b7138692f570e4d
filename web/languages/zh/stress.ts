import type { GoalMetric } from '../../../src/domain.ts';
import { assumptionAmounts, assumptionLabel, assumptionValues } from '../../../src/report/chinese/assumptions.ts';
import { sensitivityCaveats, sensitivityHeadline, weakestSteps } from '../../../src/report/chinese/sensitivity.ts';
import {
  breakEvenTexts,
  reactionTexts,
  reverseTexts,
  stressCaveats,
  stressHeadline,
} from '../../../src/report/chinese/stress.ts';
import { OWN_ACTION, stressTexts } from '../../../src/report/chinese/stresses.ts';
import { goalWords } from '../../../src/report/chinese/words.ts';
import { roughRange } from '../../../src/report/numbers/rough.ts';
import type { StressWords } from '../stress-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `，${currency}`);

export const stressWords: StressWords = {
  choose: '要问什么',
  questions: {
    tornado: {
      tab: '逐个假设',
      title: '如果某个假设错了？',
      about: '逐个把假设移到低端和高端，并找出利润转为亏损、或方案不再更优的位置。',
      ask: '逐个移动假设',
    },
    stresses: {
      tab: '可能发生的事',
      title: '如果环境变了？',
      about: '让方案经受常见的压力和文件中的压力情形：各自的代价、应对能挽回多少，以及该做什么。',
      ask: '施加压力',
    },
    reverse: {
      tab: '如何失败',
      title: '什么会让它失败？',
      about: '找出方案跌到您指定水平的最可能途径。',
      ask: '寻找途径',
    },
    influence: {
      tab: '不确定的来源',
      title: '不确定来自哪里？',
      about: '把结果的不确定分摊到各个假设：单独的，以及与其他假设共同的。',
      ask: '寻找来源',
    },
  },
  plan: { title: '哪个方案', names: { today: '当前方案', recommended: '最优方案' } },
  assumption: assumptionLabel,
  values: assumptionValues,
  amounts: assumptionAmounts,
  tornado: {
    title: (maximize) => `单个假设对${noun(maximize)}的影响`,
    caption: (maximize, currency) => `预期${noun(maximize)}${inUnit(currency)}。空心：该假设在低端；实心：在高端`,
    headline(test) {
      const [bar] = test.tornado.bars;
      if (bar === undefined) return '文件中没有不确定的量，没有假设可以移动。';
      const { noun: what, kind } = goalWords(test.figure.maximize);
      const [low, high] = roughRange(bar.means, kind);
      const unit = kind === 'money' ? ` ${test.scenario.currency}` : '';
      const [from, to] = assumptionAmounts(test, bar.id, bar.ends);
      return `对预期${what}影响最大的是“${assumptionLabel(test, bar.id)}”：为 ${from} 时 ${low}${unit}，为 ${to} 时 ${high}${unit}。`;
    },
    base: '按您的判断',
    note: '低端和高端是各范围的 10% 和 90% 分位点，其他假设保持您的判断。',
    columns: ['假设', '低端', '高端', '低端时的预期', '高端时的预期', '转折点'],
    turns: '在哪里转折',
    breakEvens: breakEvenTexts,
    sure: stressCaveats,
  },
  stresses: {
    title: () => '每种压力的代价',
    caption: (maximize, currency) => `方案不变时，预期${noun(maximize)}的变化${inUnit(currency)}`,
    react: '计算应对能挽回多少',
    reactHint: '在每种压力下重新寻找最优方案，需要一些时间。',
    headline: stressHeadline,
    label: (result) => stressTexts(result).label,
    about: (result) => stressTexts(result).about,
    action: (result) => stressTexts(result).action,
    ownAction: OWN_ACTION,
    reaction: reactionTexts,
    without: '没有压力',
    reacted: '圆圈：应对之后。',
    note: '每种压力都与没有压力的方案在同样的模拟上比较。',
    columns: ['压力', '预期', '变化', '最差 10% 情形的均值', '亏损概率', '没有压力时同样差的概率', '应对之后'],
    todo: '该做什么',
    sure: stressCaveats,
  },
  reverse: {
    level: (maximize, currency) => `${noun(maximize ?? 'profit')}跌到${inUnit(currency)}`,
    levelHint: '填零，问如何会亏损；填目标值，问如何会达不到。',
    levelWrong: '请填一个数，例如 50,000。',
    sentences: reverseTexts,
    title: '最可能的途径',
    caption: '各假设在这条途径中所占的比重；通常的值和必须到达的值',
    note: '在所有途径中，这一条最不罕见：以上全部同时发生。',
    columns: ['假设', '通常', '到达', '所占比重'],
    alone: { title: '单独就足够的', caption: '其他假设都取中位数', columns: ['假设', '通常', '达到', '概率'] },
    sure: stressCaveats,
  },
  influence: {
    title: (maximize) => `${noun(maximize)}的不确定来自什么`,
    caption: () => '占方差的比例，含与其他假设共同的部分。细线：模拟误差（95%）',
    headline: sensitivityHeadline,
    alone: '圆圈：该假设单独的比例。',
    note: '若能确知某个假设，就会消除它单独的比例。',
    columns: ['假设', '含共同作用', '单独', '秩相关', '最低一成时的预期', '最高一成时'],
    fair: '公平分摊',
    steps: '各漏斗中最先要看的一步',
    weakestSteps,
    sure: sensitivityCaveats,
  },
};
