import { channelCosts, TIME_HEADINGS } from './fingerprints.ts';
import type { NumberField } from './fingerprint.ts';
import { currencyOf, headingOf } from './heading.ts';
import { isKnownSource } from './sources.ts';

/** What a column of a table with a column for each channel is, by its heading. */
export type WideColumn =
  | { readonly kind: 'time' }
  /** Of all channels together. */
  | { readonly kind: 'results'; readonly field: ResultField }
  /** Of one channel, as the heading says beside its name. */
  | { readonly kind: 'part'; readonly channel: string; readonly field: ChannelField }
  /** Only the name of something that money is spent on. */
  | { readonly kind: 'medium'; readonly channel: string }
  /** A sum over channels, or a ratio. */
  | { readonly kind: 'derived' }
  | { readonly kind: 'other'; readonly channel: string };

export type ResultField = 'conversions' | 'told' | 'each';
export type ChannelField = Extract<NumberField, 'spend' | 'impressions' | 'clicks' | 'conversions' | 'told'>;

const TIMES = [
  ...TIME_HEADINGS,
  'time',
  'ds',
  'period',
  'week start',
  'week commencing',
  'week beginning',
  'week number',
  'iso week',
  'calendar week',
  'year week',
  'yearweek',
  'year month',
  'kalenderwoche',
  'kw',
  '周次',
  '年周',
  '年月',
  '期间',
];

const RESULTS: readonly (readonly [ResultField, readonly string[]])[] = [
  ['conversions', channelCosts.columns.conversions ?? []],
  ['told', channelCosts.columns.told ?? []],
  ['each', ['revenue per conversion', 'average order value', 'order value', 'aov', '客单价', '平均订单金额']],
];

/** Words behind, or before, the name of a channel; letters alone count behind an underscore only, as Robyn has them. */
const PARTS: readonly (readonly [ChannelField, string, string])[] = [
  [
    'spend',
    's|spends?|spending|costs?|ad spend|media spend|kosten|ausgaben|werbekosten|coûts?|dépenses',
    '花费|消耗|费用|广告费|推广费|投放|投放金额|投放费用|投入|支出',
  ],
  ['impressions', 'i|impr|impressions?|impressionen', '展现|展现量|展示|展示量|曝光|曝光量'],
  ['clicks', 'clicks?|clicks p|klicks|clics', '点击|点击量|点击数|点击次数'],
  [
    'conversions',
    'conversions?|customers|new customers|orders|purchases|neukunden|kunden|bestellungen|clients|commandes',
    '转化|转化数|转化量|成交量|成交数|新客|新客数|客户数|订单数|订单量',
  ],
  ['told', 'revenue|conversion value|umsatz', '收入|销售额|成交额|成交金额'],
];

/** What is spent on in most budgets: a column that is called so and nothing else is taken for its spend. */
const MEDIA =
  /^(?:(?:paid|online|digital|linear|local|national|brand|non ?brand|generic|branded) )?(?:search|sem|ppc|social|social media|tv|ctv|television|radio|audio|podcasts?|print|newspapers?|magazines?|press|ooh|dooh|outdoor|billboards?|out of home|cinema|display|banners?|programmatic|video|online video|shopping|retargeting|remarketing|affiliates?|influencers?|direct mail|trade shows?|fairs?|sponsoring|sponsorships?|plakate?|fernsehen|kino|messen?|presse|suche|affichage|télé|télévision|搜索|搜索广告|社交|社交媒体|社媒|电视|广播|电台|户外|平面|报纸|杂志|展示广告|视频|短视频|直播|信息流|信息流广告|达人|达人投放|网红|kol|小红书|抖音|快手|知乎|微博|b站|哔哩哔哩|淘宝|天猫|京东|拼多多|美团|大众点评|展会|地推|电梯广告|分众|线下活动)$/;

/** Sums over channels, prices and ratios, and what other programs compute from columns beside. */
const DERIVED =
  /^(?:(?:grand )?totals?|sum|all|overall|gesamt|summe|合计|总计|小计|汇总)(?: (?:ad |media |marketing )?(?:spend|spending|costs?|budget|kosten))?$|^总(?:花费|费用|消耗|投放|支出)$|^(?:marketing|media|ad|advertising|werbe) ?(?:spend|costs?|budget|kosten)$|\b(?:cpc|cpm|cpa|cac|cpl|ctr|cvr|roas|roi|aov|rates?|ratio|share|avg|average|per)\b|率$|平均|均价|占比|单价|成本/;

/** Before what counts all: `total conversions`. */
const ALL = /^(?:grand total|totals?|all|overall|gesamt|总|全部)\s*/;

/** What the column with this heading is. */
export function wideColumn(text: string): WideColumn {
  const { name, unit } = headingOf(text);
  const plain = plainName(name);
  if (TIMES.includes(plain)) return { kind: 'time' };
  const result = RESULTS.find(([, names]) => names.includes(plain) || names.includes(plain.replace(ALL, '')));
  if (result !== undefined) return { kind: 'results', field: result[0] };
  if (plain === '' || DERIVED.test(plain) || (channelCosts.columns.spend ?? []).includes(plain)) {
    return { kind: 'derived' };
  }
  const shown = shownName(text);
  const part = partOf(shown, text);
  if (part !== undefined) return { kind: 'part', ...part };
  if (currencyOf(unit) !== undefined) return { kind: 'part', channel: shown, field: 'spend' };
  if (MEDIA.test(plain) || isKnownSource(plain)) return { kind: 'medium', channel: shown };
  return { kind: 'other', channel: shown };
}

/** Words are apart in any way. */
function plainName(name: string): string {
  return name.replaceAll(/[_\s]+/g, ' ').trim();
}

/** The same as it is written, without the unit in brackets. */
function shownName(text: string): string {
  const plain = text.normalize('NFKC').replaceAll('\ufeff', '').trim();
  return plainName(headingOf(plain).unit === undefined ? plain : plain.replace(/\s*\([^()]*\)$/, ''));
}

function partOf(shown: string, text: string): { readonly channel: string; readonly field: ChannelField } | undefined {
  for (const [field, western, chinese] of PARTS) {
    const patterns = [
      new RegExp(`^(.*\\S) (?:${western})$`, 'i'),
      new RegExp(`^(.*[^\\s:-])[\\s:-]*(?:${chinese})$`),
      new RegExp(`^(?:${western}|${chinese})(?: on| for|:|-)? (.*\\S)$`, 'i'),
    ];
    for (const pattern of patterns) {
      const [whole, channel] = pattern.exec(shown) ?? [];
      const isLetter = whole !== undefined && /(?:^| )[si](?: |$)/i.test(whole.replace(channel!, ''));
      if (channel !== undefined && (!isLetter || /_[si]$/i.test(text.trim()))) return { channel, field };
    }
  }
  return undefined;
}
