import { group } from 'd3-array';
import type { Extract } from './extract.ts';
import { tally } from './tally.ts';
import { told, warned, type Found } from './finding.ts';

/** What CRMs call the channels of advertising platforms; compared without case, width and double spaces. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'Google Ads': ['google', 'google adwords', 'adwords', 'google ads', 'google search', '谷歌', '谷歌广告'],
  'Meta Ads': ['facebook', 'fb', 'facebook ads', 'meta', 'meta ads', 'instagram', 'facebook/instagram', '脸书'],
  'LinkedIn Ads': ['linkedin', 'linkedin ads', '领英'],
  'Microsoft Ads': ['bing', 'bing ads', 'microsoft ads', 'microsoft advertising', '必应'],
  'TikTok Ads': ['tiktok', 'tiktok ads'],
  巨量引擎: ['巨量引擎', '巨量', '抖音', '抖音广告', '今日头条', '头条', '字节', 'ocean engine', 'oceanengine'],
  腾讯广告: ['腾讯广告', '腾讯', '广点通', '微信广告', '朋友圈广告', '微信朋友圈', '视频号', 'tencent ads'],
  百度推广: ['百度推广', '百度', '百度sem', '百度竞价', '百度搜索', 'baidu'],
};

const BY_ALIAS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([channel, aliases]) => aliases.map((alias) => [alias, channel] as const)),
);

/** Whether a channel is one that is paid for by the click, so that its spend is known to somebody. */
export function isPlatform(channel: string): boolean {
  return Object.hasOwn(ALIASES, channel);
}

/** Whether a text is what a channel of the table is called somewhere. */
export function isKnownSource(text: string): boolean {
  return BY_ALIAS.has(folded(text));
}

/** An address, or digits enough for a telephone: somebody wrote who, and not from where. */
const PERSONAL = /@|\d{7,}/;

/** The channel of every text that files have for a source, the most frequent first; texts that name none are not in it. */
export type SourceNames = ReadonlyMap<string, string>;

export interface NamedSources {
  readonly names: SourceNames;
  readonly findings: readonly Found[];
}

/** The form in which sources and campaigns are compared. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/**
 * Names the channel of every source: as the planner says, else by the table of aliases, else by its most frequent spelling.
 *
 * @param map  what the planner says, by folded source
 */
export function namedSources(extracts: readonly Extract[], map: ReadonlyMap<string, string>): NamedSources {
  const counts = tally(
    extracts.flatMap(({ rows, fingerprint }) =>
      fingerprint.kind === 'sessions' ? [] : rows.flatMap(({ source = [] }) => source),
    ),
  );
  const spellings = new Map<string, string>();
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text);
  for (const text of byCount) {
    if (!spellings.has(folded(text))) spellings.set(folded(text), text);
  }
  const names = new Map(
    byCount
      .filter((text) => map.has(folded(text)) || !PERSONAL.test(text))
      .map(
        (text) => [text, map.get(folded(text)) ?? BY_ALIAS.get(folded(text)) ?? spellings.get(folded(text))!] as const,
      ),
  );
  return { names, findings: extracts.flatMap((one) => findingsOn(one, names)) };
}

const WHAT = { leads: 'lead', deals: 'deal', orders: 'order', customers: 'customer' } as const;

function findingsOn({ rows, fingerprint: { kind }, place, headings }: Extract, names: SourceNames): Found[] {
  if (headings.source === undefined || !(kind in WHAT)) return [];
  const what = WHAT[kind as keyof typeof WHAT];
  const findings: Found[] = [];
  const unnamed = rows.filter(({ source }) => source === undefined || !names.has(source)).length;
  if (unnamed > 0) {
    findings.push(warned('SOURCE_BLANK', ({ findings: words }) => words.noSource(place, unnamed, what, rows.length)));
  }
  const named = rows.flatMap(({ source }) => (source === undefined || !names.has(source) ? [] : [source]));
  const spellings = [...group(named, (text) => names.get(text)!)].map(([name, own]) => [name, tally(own)] as const);
  const variants = spellings.filter(([, texts]) => texts.size > 1);
  if (variants.length > 0) {
    const rare = variants.flatMap(([, texts]) => [...texts.values()].toSorted((a, b) => b - a).slice(1));
    const spelled = variants.map(([channel, texts]) => [channel, [...texts.keys()].toSorted()] as const);
    const sum = rare.reduce((all, count) => all + count, 0);
    findings.push(warned('SOURCE_VARIANT', ({ findings: words }) => words.spellings(place, sum, what, spelled)));
  }
  return findings;
}

/** Which source is which channel, where their names differ, for the planner to check. */
export function sourceMapNotes(names: SourceNames): readonly Found[] {
  const renamed = [...names].filter(([text, channel]) => text !== channel).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (renamed.length === 0) return [];
  return [
    told(
      'SOURCE_MAP',
      ({ findings }) => findings.sourceMap(renamed),
      ({ options }) => options.anyMap(),
    ),
  ];
}
