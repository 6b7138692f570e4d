import { nearest } from '../../formula/nearest.ts';

/** What planners call fields of the file elsewhere, in small letters without spaces and hyphens. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  orderValue: ['aov', 'averageordervalue', 'basket', 'basketsize', 'price', '客单价', '订单金额'],
  grossMargin: ['margin', 'contributionmargin', 'marginrate', '毛利', '毛利率'],
  returns: ['returnrate', 'refunds', '退货率'],
  repeat: ['repurchase', 'retention', '复购', '复购率'],
  impressionToClick: ['ctr', 'clickrate', 'clickthroughrate', '点击率'],
  clickToLead: ['leadrate', '线索转化率'],
  clickToCustomer: ['cvr', 'cr', 'conversion', 'conversionrate', '转化率', '成交率'],
  leadToCustomer: ['closerate', 'winrate', 'closingrate', '赢单率'],
  cpa: ['cac', 'cpo', 'costperacquisition', 'costperorder', '获客成本'],
  cpc: ['costperclick', '点击成本', '点击单价'],
  cpm: ['costpermille', 'costperthousand', '千次展示成本'],
  cpl: ['costperlead', '线索成本'],
  halfSaturation: ['ec50', 'ec', 'half', 'midpoint', '半饱和'],
  slope: ['shape', 'steepness'],
  retention: ['adstock', 'decay', 'carryover'],
  carryover: ['adstock', 'lag', '延续效应'],
  response: ['curve', 'saturation', '响应曲线'],
  plan: ['spend', 'spent', 'today', 'current', '花费', '计划'],
  budget: ['total', 'money', '预算'],
  channels: ['media', '渠道'],
  horizon: ['time', 'dates', 'calendar', 'period'],
  hourlyCost: ['rate', 'hourlyrate', 'costperhour', 'wage', 'salary', '时薪'],
  capacity: ['hours', 'available', 'hoursavailable', '可用工时'],
  fee: ['agencyfee', 'markup', '服务费'],
  min: ['atleast', 'minimum', 'least', '最少'],
  max: ['atmost', 'maximum', 'most', 'cap', '最多'],
  atLeast: ['min', 'minimum', 'least'],
  atMost: ['max', 'maximum', 'most', 'cap'],
};

/** The one of these fields that was probably meant: by another word for it, or by a slip of the pen; undefined when neither. */
export function fieldMeant(written: string, fields: readonly string[]): string | undefined {
  const word = written.toLowerCase().replaceAll(/[\s_-]/g, '');
  return fields.find((field) => OTHER_WORDS[field]?.includes(word)) ?? nearest(written, fields);
}
