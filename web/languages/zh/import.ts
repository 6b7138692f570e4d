import type { ImportViewWords } from '../import-words.ts';

export const importWords: ImportViewWords = {
  language: 'zh',
  title: '导入 CRM 与广告数据',
  about:
    '请一次选好 CRM 和广告平台的导出文件：线索、商机、订单、花费。无论文件叫什么，都按列识别，并合并为一个方案。任何内容都不会离开本机，也不保留任何人的姓名、地址和号码。',
  dropped: (files) =>
    `所给的${files === 1 ? '文件不是' : ` ${files} 个文件并非都是`}方案，因此作为生成方案的数据读取。如非所愿，请关闭此窗口：一切都没有改变。`,
  choose: '选择文件…',
  drop: '或将文件拖放到此处',
  formats:
    '.csv、.tsv 和 .xlsx，以及 Zoho CRM、纷享销客和简道云 API 的返回结果（存为 .json）；文本编码为 UTF-8、UTF-16 或 GBK；最多 50 个文件，每个 32 MB。',
  files: {
    title: '文件',
    reading: '正在读取…',
    found: (name, rows, sheet) => `${name}，${rows} 行${sheet === undefined ? '' : `，工作表“${sheet}”`}`,
    notUsed: '未采用：',
    lost: (reason) => `读取文件的程序已停止：${reason}。请移除此文件后重新选择；若文件很大，请单独选择。`,
    place: (line) => `第 ${line} 行`,
    remove: '移除',
    removeOf: (name) => `移除 ${name}`,
  },
  plan: {
    title: '规划什么',
    start: '第一天',
    startHint: (day) => `默认：${day}，即历史之后的星期一。`,
    periods: '周数',
    periodsHint: '默认：12。',
    budget: (currency) => `全部各周的预算，${currency}`,
    budgetHint: (today) => `默认：与当前相同，${today}。`,
    currency: '货币',
    currencyHint: '没有文件说明：请填三个字母，如 CNY。',
    currencySaid: (currency) => `金额以 ${currency} 计，据文件所述。`,
  },
  more: (count) => `另有 ${count} 个未显示。`,
  sources: { title: (count) => `${count} 个来源所属的渠道`, hint: '属于同一渠道的来源合并计算。' },
  stages: {
    title: (count) => `${count} 个商机阶段的含义`,
    hint: '赢单比例按已赢单和已输单的商机计算。',
    outcomes: { won: '赢单', lost: '输单', open: '进行中' },
  },
  found: {
    doubtful: (count) => `请核对：${count} 项`,
    joined: '文件如何合并',
    counted: '其他发现',
    facts: '读取了什么、假设了什么',
  },
  result: {
    title: '将生成的方案',
    caption: (currency) => `各渠道中钱买到什么（按历史各周）以及每周花费，单位 ${currency}`,
    columns: ['渠道', '价格', '当前每周'],
    prices: { cpc: '每次点击', cpl: '每条线索', cpa: '每位客户' },
    range: (from, to) => `${from} 到 ${to}`,
    all: '全部渠道',
    text: '方案文本',
  },
  state: {
    reading: (count) => `正在读取 ${count} 个文件…`,
    joining: '正在合并…',
    done: (channels, files) => `${files} 个文件，共 ${channels} 个渠道。`,
    refused: '尚不能生成方案：',
  },
  use: '使用此方案',
  useHint: '若当前方案已编辑，则在其旁边打开，否则取而代之。可以撤销。在此之前关闭窗口，已选的文件仍会保留。',
  clear: '重新开始',
};
