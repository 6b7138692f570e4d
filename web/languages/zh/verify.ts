import { plain } from '../../../src/report/plain.ts';
import { periodsText } from '../../../src/report/chinese/words.ts';
import type { Verification } from '../../../src/runs/verify.ts';
import { madeAt } from '../made-at.ts';
import type { VerifyWords } from '../verify-words.ts';

export const verifyWords: VerifyWords = {
  title: '核对决策记录',
  about: '用记录中的文本和选项重新计算一次决策，并将每个数字比对到最后一位。记录可在最优方案处保存，也可由命令行写出。',
  ask: '重新计算',
  record: '记录',
  hint: '记录只在本浏览器中计算，不会离开您的电脑。已打开的方案不受影响。',
  open: '打开记录…',
  drop: '将记录拖放到此处',
  empty: '请先放入记录：打开或拖放文件，或粘贴其文本。',
  tooLarge: '超过 5 MB，对记录来说太大。',
  headline: (found) => ({
    first: verdict(found),
    rest: [madeText(found), ...alteredTexts(found), ADVICE[found.verdict]],
  }),
  sure: () => [
    '哈希值能证明没有意外改动；但若有人另造一份记录，它证明不了什么。请将记录存放在只有决策者能写入的地方。',
  ],
  same: '一致',
  differs: '不同',
  decision: {
    title: '决策',
    caption: (currency) => `记录的与重新得到的；金额单位 ${currency}，投放为整个计划期合计`,
    columns: ['项目', '记录', '重新得到', '逐位比对'],
    rows: {
      plan: '方案',
      expectedProfit: '预期利润',
      worstTenth: '最差十分之一的均值',
      chanceOfLoss: '亏损概率',
    },
    spend: (channel) => `“${channel}”的投放`,
    spendIn: (channel, unit, period) => `“${channel}”的投放，${periodsText([period], unit)}`,
    plans: { today: '当前', recommended: '推荐', nearest: '最接近' },
  },
  said: { title: '当时的说明（英文原文）', recorded: '仅见于记录：', found: '仅见于重新计算：' },
  inputs: {
    title: '决策的依据',
    caption: '引擎版本，以及文本和整份报告的 SHA-256（前 16 位）',
    columns: ['项目', '记录', '此处', '结论'],
    engine: '引擎',
    file: (name) => `${name} 的文本`,
    report: '整份报告',
  },
  options: {
    title: '选项',
    caption: '重新计算所用的选项，与记录相同；其余为常用值',
    columns: ['选项', '值'],
    command: '命令',
    names: {
      seed: '随机种子',
      method: '抽样方式',
      draws: '评估方案的模拟次数',
      precision: '模拟至平均利润的误差低于此比例',
      searchDraws: '搜索方案的模拟次数',
      gap: '停止搜索的差距',
      stresses: '每次模拟中都成立的压力情形',
      ranges: '查看各渠道可调整的范围',
      within: '为此可放弃的目标比例',
      batches: '在全新模拟上再次搜索的批数',
    },
    yes: '是',
    no: '否',
  },
};

const ADVICE: Readonly<Record<Verification['verdict'], string>> = {
  same: '该决策确由当时的判断和要求得出，无需处理。',
  'other figures': '若决策尚未作出，请用此版本重新计算；若要看原来的数字，请使用当时的版本。',
  altered: '不同之处见下表。在依据这份记录之前，请先索取原来的记录。',
};

function verdict({ verdict: kind, engine }: Verification): string {
  if (kind === 'same') return '重新计算的结果完全相同，直到最后一位。';
  if (kind === 'altered') return '重新计算的结果不同：记录与生成时不一样。';
  return `引擎 ${engine.found} 得到的数字与 ${plain(engine.recorded ?? '')} 不同；原因见更新日志的 Results 部分。`;
}

function madeText({ scenario, made, engine }: Verification): string {
  const when = made === undefined ? '' : `，生成于 ${madeAt(made)}`;
  return `“${plain(scenario.name)}”的决策${when}，由引擎 ${plain(engine.recorded ?? '')} 得出；此次由引擎 ${engine.found} 重新计算。`;
}

function alteredTexts({ files }: Verification): readonly string[] {
  return files.filter(({ same }) => !same).map(({ name }) => `${plain(name)} 的文本不是当初所记录的。`);
}
