/** What the examples call themselves, their channels, events and stresses: in English, and in Chinese. A file has either. */
const NAMES: readonly (readonly [english: string, chinese: string])[] = [
  ['Five purchase channels, spring', '五个购买渠道，春季'],
  ['Marketplace', '电商平台'],
  ['Stores', '线下门店'],
  ['Social media', '社交媒体'],
  ['Distribution partners', '分销渠道'],
  ['Direct sales to companies', '企业直销'],
  ['The marketplace is down or closes the shop for two weeks', '平台故障或关店两周'],
  ['Clicks and impressions cost 30 % more', '点击和展示贵 30%'],
  ['Social media are closed to the brand for a month', '社交媒体对品牌关闭一个月'],
  ['The distribution partner leaves after four weeks', '分销伙伴四周后离开'],
  ['A competitor starts a price war in the second half', '竞争者在下半程发起价格战'],

  ['B2B leads, a year of pipeline', 'B2B 线索，全年销售管道'],
  ['LinkedIn lead forms', 'LinkedIn 线索表单'],
  ['Google search', 'Google 搜索'],
  ['Content syndication', '内容分发'],
  ['Webinars', '线上研讨会'],
  ['Trade shows', '展会'],
  ['Partner referrals', '伙伴推荐'],
  ['A rival with fresh money bids on the same words from autumn on', '资金充裕的对手从秋季起竞价同样的词'],
  ['Leads on LinkedIn and in search cost 30 % more', 'LinkedIn 和搜索的线索贵 30%'],
  ['Customers freeze their budgets in the second half', '客户在下半年冻结预算'],
  ['Contracts are worth 15 % less over their life', '合同一生的价值低 15%'],

  ['Choosing partners for a new offer', '为新产品选择合作伙伴'],
  ['Distributor in the north', '北方经销商'],
  ['Distributor in the south', '南方经销商'],
  ['Office fitters', '办公装修公司'],
  ['Leaders of group buying', '社区团购团长'],
  ['Franchised coffee bars', '加盟咖啡馆'],
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

/** The text of an example with its names in the language of the reader; numbers, fields and comments stay as they are. */
export function namedIn(code: string, text: string): string {
  const names = new Map(NAMES.map(([english, chinese]) => (code === 'en' ? [chinese, english] : [english, chinese])));
  return text.replaceAll(/^(name|\s+label): (.+)$/gm, (line, field: string, name: string) =>
    names.has(name) ? `${field}: ${names.get(name)}` : line,
  );
}
