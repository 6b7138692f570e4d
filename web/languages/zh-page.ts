import { tight } from '../../src/report/numbers/chinese.ts';
import { fieldWords } from '../../src/report/chinese/field-words.ts';
import { keepWords } from './zh/keep.ts';
import { setWords } from './zh/set.ts';
import { tableWords } from './zh/table.ts';
import type { PageWords } from './dictionary.ts';

/** What the page begins with, in Chinese. */
export const zhPage: PageWords = {
  code: 'zh-CN',
  name: '简体中文',
  language: '语言',
  tagline: '在成本和转化都不确定时分配营销预算',
  broken: (message) => `页面出错：${message}。您的文本还在：请先复制，再重新加载页面。`,
  keep: keepWords,
  set: setWords,
  table: tableWords,
  fields: { words: fieldWords, arrow: ' → ' },
  scenario: {
    title: '方案文件',
    drop: '松开以打开文件',
    text: '方案文件的文本',
    leave: '按 Esc 再按 Tab 离开文本。',
    notEdited: '此修改与文件不符：名称是否已被使用，或该处已有其他内容？',
    full: '已打开二十个方案：请先关闭一个。',
    tooLarge: (name) => `“${name}”太大（超过 20 MB），不是方案文件。`,
  },
  issues: {
    title: '检查',
    checking: '正在检查…',
    none: '没有发现问题。',
    count: (errors, warnings) =>
      [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''].filter(Boolean).join('，'),
    place: (line, column) => `第 ${line} 行，第 ${column} 列`,
    error: '错误',
    warning: '警告',
  },
  run: {
    start: '寻找最优方案',
    cancel: '取消',
    stop: '停止并显示目前最优',
    draws: '模拟次数',
    seed: '随机种子',
    refused: '未运行：文本有错误，见文本下方的列表。',
    cancelled: '已取消。',
    failed: (message) => `运行失败：${message}`,
    starting: '正在启动…',
    stopping: '正在停止：接下来评估目前最优的方案…',
    noPlanYet: '正在搜索：还没有方案',
    searching: (gap) => (gap === undefined ? '正在寻找最优方案…' : `正在搜索：与最优相差不超过 ${gap}`),
    number: tight,
    counting: {
      ranges: (percent) => `正在查看各渠道可调整多少：${percent}`,
      stability: (percent) => `正在用全新的模拟重新搜索：${percent}`,
      judge: (percent) => `正在用全新的模拟评估：${percent}`,
    },
  },
  outcome: {
    title: '推荐方案',
    empty: '预算怎样分配收益最高，又有多大把握？',
    emptyPoints: [
      '选择一个示例，或打开您自己的方案文件并修改。',
      '寻找最优方案：在您没有把握的各种情形的数千次模拟中搜索。',
      '一切都在本浏览器中计算，数据不会离开您的电脑。',
    ],
    stale: '此结果计算之后，文本已有修改。',
  },
  tabs: {
    title: '视图',
    recommendation: '最优方案',
    frontier: '效率前沿',
    stability: '全新模拟',
    replan: '执行中调整',
    compare: '比较',
    stress: '压力',
    screen: '评分卡',
    pilots: '试点',
    finance: '财务',
    actuals: '实际',
    verify: '核对记录',
  },
  whole: async () => (await import('./zh.ts')).zh,
};
