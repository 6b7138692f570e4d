import type { GoalMetric } from '../../../src/domain.ts';
import { assumptionLabel } from '../../../src/report/chinese/assumptions.ts';
import { noises } from '../../../src/report/chinese/certainty.ts';
import { stressTexts } from '../../../src/report/chinese/stresses.ts';
import { goalWords, tight } from '../../../src/report/chinese/words.ts';
import { chanceFigure, inline } from '../../../src/report/numbers/estimate.ts';
import { amount, exact, percent } from '../../../src/report/numbers/exact.ts';
import { roughRange } from '../../../src/report/numbers/rough.ts';
import { assumptionAmounts, assumptionValues } from '../../../src/report/sentences/assumptions.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import { rareOdds, smallChance } from '../../../src/report/sentences/stress.ts';
import { about, isClear, size, sum } from '../../../src/report/sentences/sum.ts';
import type { Influence } from '../../../src/sensitivity/influence.ts';
import type { ReverseStress, StressResult, StressTest } from '../../../src/stress/stress-test.ts';
import type { StressWords } from '../stress-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `，${currency}`);
const PLANS = { today: '当前方案', recommended: '推荐方案' } as const;

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
  values: (id, values) => assumptionValues(id, values).map(valueText),
  amounts,
  tornado: {
    title: (maximize) => `单个假设对${noun(maximize)}的影响`,
    caption: (maximize, currency) => `预期${noun(maximize)}${inUnit(currency)}。空心：该假设在低端；实心：在高端`,
    headline(test) {
      const [bar] = test.tornado.bars;
      if (bar === undefined) return '文件中没有不确定的量，没有假设可以移动。';
      const { noun: what, kind } = goalWords(test.figure.maximize);
      const [low, high] = roughRange(bar.means, kind);
      const unit = kind === 'money' ? ` ${test.scenario.currency}` : '';
      const [from, to] = amounts(test, bar.id, bar.ends);
      return `对预期${what}影响最大的是“${assumptionLabel(test, bar.id)}”：为 ${from} 时 ${low}${unit}，为 ${to} 时 ${high}${unit}。`;
    },
    base: '按您的判断',
    note: '低端和高端是各范围的 10% 和 90% 分位点，其他假设保持您的判断。',
    columns: ['假设', '低端', '高端', '低端时的预期', '高端时的预期', '转折点'],
    turns: '在哪里转折',
    breakEvens,
    sure,
  },
  stresses: {
    title: () => '每种压力的代价',
    caption: (maximize, currency) => `方案不变时，预期${noun(maximize)}的变化${inUnit(currency)}`,
    react: '计算应对能挽回多少',
    reactHint: '在每种压力下重新寻找最优方案，需要一些时间。',
    headline(test) {
      const { kind } = goalWords(test.figure.maximize);
      const { currency } = test.scenario;
      const [worst] = test.stresses;
      const base = `没有压力时，${PLANS[test.plan.name]}的预期${noun(test.figure.maximize)}为 ${about(test.baseline.mean.value, kind, currency)}。`;
      if (worst === undefined) return { first: base, rest: [] };
      const first =
        worst.change.mean.value < 0
          ? `${test.stresses.length} 种压力中，对${PLANS[test.plan.name]}最坏的是“${stressTexts(worst).label}”：损失 ${size(worst.change.mean, kind, currency)}，剩下 ${about(worst.outcome.mean.value, kind, currency)}。`
          : `${test.stresses.length} 种压力都不使${PLANS[test.plan.name]}受损。`;
      return { first, rest: [base, ...turned(test)] };
    },
    label: (result) => stressTexts(result).label,
    about: (result) => stressTexts(result).about,
    action: (result) => stressTexts(result).action,
    reaction,
    without: '没有压力',
    reacted: '圆圈：应对之后。',
    note: '每种压力都与没有压力的方案在同样的模拟上比较。',
    columns: ['压力', '预期', '变化', '最差 10% 情形的均值', '亏损概率', '没有压力时同样差的概率', '应对之后'],
    todo: '该做什么',
    sure,
  },
  reverse: {
    level: (maximize, currency) => `${noun(maximize ?? 'profit')}跌到${inUnit(currency)}`,
    levelHint: '填零，问如何会亏损；填目标值，问如何会达不到。',
    levelWrong: '请填一个数，例如 50,000。',
    sentences: reverse,
    title: '最可能的途径',
    caption: '各假设在这条途径中所占的比重；通常的值和必须到达的值',
    note: '在所有途径中，这一条最不罕见：以上全部同时发生。',
    columns: ['假设', '通常', '到达', '所占比重'],
    alone: { title: '单独就足够的', caption: '其他假设都取中位数', columns: ['假设', '通常', '达到', '概率'] },
    sure,
  },
  influence: {
    title: (maximize) => `${noun(maximize)}的不确定来自什么`,
    caption: () => '占方差的比例，含与其他假设共同的部分。细线：模拟误差（95%）',
    headline(influence) {
      const { maximize } = influence.figure;
      const { noun: what, kind } = goalWords(maximize);
      const { currency } = influence.scenario;
      const top = influence.drivers.slice(0, 3).filter(({ total }) => total.value > 0);
      const plan = PLANS[influence.plan.name];
      if (top.length === 0) return { first: `文件中没有使${plan}的${what}不确定的量。`, rest: [] };
      const names = top.map(
        ({ members, total }) =>
          `“${members.map(({ id }) => assumptionLabel(influence, id)).join('＋')}”（${tight(percent(total.value, 0))}）`,
      );
      return {
        first: `${plan}的${what}之所以不确定，主要因为${names.join('、')}。`,
        rest: [
          `预期${what}为 ${sum(influence.mean, kind, currency)}，标准差为 ${sum(influence.sd, kind, currency)}。比例是占方差的比例。`,
          ...(influence.interplay === undefined
            ? []
            : [`方差的 ${tight(percent(influence.interplay.value, 0))} 来自假设的共同作用，其余来自各自单独的作用。`]),
        ],
      };
    },
    alone: '圆圈：该假设单独的比例。',
    note: '若能确知某个假设，就会消除它单独的比例。',
    columns: ['假设', '含共同作用', '单独', '秩相关', '最低一成时的预期', '最高一成时'],
    fair: '公平分摊',
    steps: '各漏斗中最先要看的一步',
    weakestSteps,
    sure: ({ draws, totalDraws, drivers }) => [
      `单独的比例和秩相关来自 ${exact(draws.judging, 'count')} 次模拟；含共同作用的比例来自 ${exact(totalDraws, 'count')} 次，每次只重抽一个假设，其他不变。`,
      '共同作用在每个参与的假设中都计入一次，因此总和可以超过 100%；相互关联的假设合为一行。',
      ...(drivers.some(({ members }) => members.length > 1)
        ? ['公平分摊：在所有可能的获知顺序上，确知该假设平均能消除的方差；总和为 100%。']
        : []),
      noises,
    ],
  },
};

function amounts(answer: Pick<StressTest, 'assumptions'>, id: string, values: readonly number[]): readonly string[] {
  return assumptionAmounts(answer, id, values).map(valueText);
}

function valueText(text: string): string {
  return text === 'yes' ? '是' : text === 'no' ? '否' : tight(text);
}

function turned({ stresses, baseline, figure }: StressTest): readonly string[] {
  if (figure.maximize !== 'profit' || baseline.mean.value < 0) return [];
  const lossy = stresses
    .filter(({ outcome }) => outcome.mean.value < 0)
    .map((result) => `“${stressTexts(result).label}”`);
  return [lossy.length === 0 ? '平均而言，没有一种压力会导致亏损。' : `平均而言会导致亏损的有：${lossy.join('、')}。`];
}

function breakEvens(test: StressTest): readonly string[] {
  const what = noun(test.figure.maximize);
  return test.tornado.bars.flatMap(({ id, ends, breakEvens: found }) =>
    found.map(({ of, value, chance }) => {
      const [at] = amounts(test, id, [value, ...ends]);
      const turn = of === 'figure' ? `预期${what}转为亏损` : '当前方案平均而言反而更好';
      return `${assumptionLabel(test, id)}：到 ${at} 时，${turn}（概率 ${tight(smallChance(chance))}）。`;
    }),
  );
}

/** Moves below this share of all money are not worth a word. */
const SMALL_MOVE = 0.005;
const MOST_MOVES = 3;

function reaction(test: StressTest, { reaction: found, change }: StressResult): readonly string[] {
  if (found === undefined) return [];
  if (found.status === 'none') return ['应对：此时没有方案能满足所有限制和目标。'];
  const { kind } = goalWords(test.figure.maximize);
  const { currency } = test.scenario;
  const { regained, moves, binding, totalSpend } = found;
  if (!isClear(regained) || regained.value <= 0) return ['应对：此时没有明显更好的方案。'];
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
  const held = binding.length === 0 ? '' : `受限于${binding.map((name) => `“${name}”`).join('、')}。`;
  return [`应对可挽回 ${size(regained, kind, currency)}${share}：${how}${spend}。${held}`];
}

const MOST_FACTORS = 4;

function reverse(test: StressTest, { level, chance, middle, point, alone }: ReverseStress): readonly string[] {
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
    const [there, before] = amounts(test, id, [value, usual]);
    return `“${name}”为 ${there} 而非 ${before}`;
  });
  const [single] = alone;
  const at =
    single?.value === undefined
      ? ''
      : `，到 ${amounts(test, single.id, [single.value, single.usual ?? single.value])[0]} 时`;
  return [
    how,
    `最可能的途径：${main.join('，')}，同时发生。`,
    single === undefined
      ? '其他假设都取中位数时，没有哪个假设单独就足够。'
      : `“${assumptionLabel(test, single.id)}”单独就足够${at}，其概率为 ${tight(smallChance(single.chance))}。`,
  ];
}

function sure({ draws, tornado, plan, stresses }: StressTest): readonly string[] {
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

function weakestSteps(influence: Influence): readonly string[] {
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
