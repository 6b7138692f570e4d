import { FIRST_NAMES, renamed, type Names } from './first-names.ts';

/** What the examples call themselves, their channels, events and stresses: in English, and in Chinese. A file has either. */
const NAMES: Names = [
  ...FIRST_NAMES,

  ['B2B leads, a year of pipeline', 'B2B 线索，全年销售管道'],
  ['LinkedIn lead forms', 'LinkedIn 线索表单'],
  ['Google search', 'Google 搜索'],
  ['Content syndication', '内容分发'],
  ['Webinars', '线上研讨会'],
  ['Trade shows', '展会'],
  ['Partner referrals', '伙伴推荐'],
  ['Lead callers', '线索跟进人员'],
  ['A rival with fresh money bids on the same words from autumn on', '资金充裕的对手从秋季起竞价同样的词'],
  ['Leads on LinkedIn and in search cost 30 % more', 'LinkedIn 和搜索的线索贵 30%'],
  ['Autumn trade shows are cancelled', '秋季展会取消'],
  ['Search and LinkedIn buyers pay 25 % less', '来自搜索和 LinkedIn 的客户少付 25%'],

  ['Choosing partners for a new offer', '为新产品选择合作伙伴'],
  ['Distributor in the north', '北方经销商'],
  ['Distributor in the south', '南方经销商'],
  ['Office fitters', '办公装修公司'],
  ['Leaders of group buying', '社区团购团长'],
  ['Franchised coffee bars', '加盟咖啡馆'],
  ['Partner managers', '伙伴经理'],
  ['The distributor in the north leaves after two months', '北方经销商两个月后离开'],
  ['A rival comes with a cheaper offer in the second half', '对手在下半程推出更便宜的产品'],

  ['A retail year in twelve channels', '零售一年，十二个渠道'],
  ['Linear television', '传统电视'],
  ['Connected television', '联网电视'],
  ['Radio', '广播'],
  ['Outdoor', '户外'],
  ['Online video', '在线视频'],
  ['Facebook and Instagram', 'Facebook 和 Instagram'],
  ['Display', '展示广告'],
  ['Search', '搜索'],
  ['Shopping ads', '购物广告'],
  ['Affiliates', '联盟推广'],
  ['Direct mail', '直邮'],
  ['Marketing team', '市场团队'],
  ['TikTok is closed from May on', 'TikTok 从五月起关闭'],
  ['Every auction is 30 % dearer', '所有竞价贵 30%'],
  ['Christmas sells a fifth less', '圣诞少卖五分之一'],
  [
    'A fifth of the customers booked under social and display were not theirs',
    '记在社交和展示名下的客户有五分之一并非它们带来',
  ],
  ['Customers order a tenth less, and less often', '客户订得少一成，也更少订'],

  ['Meridian report, Jan 25, 2021 - Jan 22, 2024', 'Meridian 报告，2021-01-25 至 2024-01-22'],
];

/** The text of an example with its names in the language of the reader. */
export function namedIn(code: string, text: string): string {
  return renamed(code, text, NAMES);
}
