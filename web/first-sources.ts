import type { Names } from './first-names.ts';

/** Where the numbers are from, of the example that a first visit begins with. */
export const FIRST_SOURCES: Names = [
  [
    'Structure and repeat rates from the founding articles; everything marked "assumption" is made up and wide.',
    '结构和复购率来自作为起点的文章；标明“假设”的均为虚构，范围取得较宽。',
  ],
  [
    "Repeat rate: article on purchase channels, 40 % online. Click price, conversion, order value, margin, the platform's commission and hours: assumption.",
    '复购率：购买渠道一文，线上 40%。点击价、转化率、订单价值、毛利率、平台佣金和工时：假设。',
  ],
  [
    'Repeat rate: article on purchase channels, 25 % in stores. Price of local media, visits, order value, margin and hours: assumption.',
    '复购率：购买渠道一文，门店 25%。本地媒体价格、到访、订单价值、毛利率和工时：假设。',
  ],
  [
    'That social media reach many outside the target, that customers from there recommend more, and that they send people to the marketplace and the stores: articles. All numbers: assumption.',
    '社交媒体触及许多目标以外的人、其客户推荐更多、并把人引到平台和门店：文章。所有数字：假设。',
  ],
  [
    'Partners by ability and reputation, incentives for them, and that they may not deliver: articles. Entry fee, price of a promotion week, shoppers, commission and chance of delivery: assumption.',
    '按能力和声誉选择伙伴、对其激励、以及他们可能不履约：文章。进场费、促销周价格、购物者人数、佣金和履约概率：假设。',
  ],
  [
    'Leads that a sales team works on, with hours that run out: articles. Price of a lead, rates, order value and hours: assumption.',
    '线索由销售团队跟进，工时有限：文章。线索价格、各转化率、订单价值和工时：假设。',
  ],
];

/** On one line, or on several below a `>-`. */
const SOURCE = /^( *)source: (?:>-\n((?:\1 {2}.*\n)+)|(.+)$)/gm;

/** The text of a scenario with its sources in Chinese, where they are known; all else stays as it is. */
export function sourcesInChinese(text: string, chinese: (english: string) => string | undefined): string {
  return text.replaceAll(SOURCE, (whole, indent: string, lines: string | undefined, line: string | undefined) => {
    const said = chinese(line ?? lines!.trim().replaceAll(/\n */g, ' '));
    if (said === undefined) return whole;
    return line === undefined ? `${indent}source: >-\n${indent}  ${said}\n` : `${indent}source: ${said}`;
  });
}
