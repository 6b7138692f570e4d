import { group, max, min } from 'd3-array';
import { dayCalled } from '../../scenario/calendar.ts';
import type { Extract } from './extract.ts';
import type { ExportRow } from './export-row.ts';
import { told, warned, type Found } from './finding.ts';

/** What was spent on a channel and what the platform counted. */
export interface Spent {
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  /** What these are said to have paid. */
  readonly revenue: number;
}

/** A channel's history by day number. */
export interface Spending {
  readonly channel: string;
  readonly days: ReadonlyMap<number, Spent>;
  readonly first: number;
  readonly last: number;
  /** The last day that its files tell of for any channel: without rows up to then, this one has stopped. */
  readonly told: number;
  /** Days within of which the file has nothing although the channel ran: no more is known of them. */
  readonly gaps: ReadonlySet<number>;
  /** The exports it is from, and the first and last row that counted. */
  readonly from: readonly { readonly extract: Extract; readonly rows: readonly [number, number] }[];
  /** The platform counts clicks, so that the money buys them. */
  readonly byClick: boolean;
  /** Rows of more than a week each, as they are: how weeks within them differ is not known. Empty where there are none. */
  readonly longRows: readonly Spent[];
  /** Bought at once for a long time, as a trade fair is: what it brings does not come on the days of the spend. */
  readonly lasting: boolean;
  /** Hours of people in all, and what an hour costs. */
  readonly hours: number;
  readonly hourly: readonly number[];
}

/** A row of spend whose channel is known. */
export interface SpentRow {
  readonly channel: string;
  readonly row: ExportRow;
  readonly extract: Extract;
}

/** Longer times without a row are a pause, with no spend; shorter ones are holes in the file. */
const LONGEST_GAP = 3;
export const NOTHING: Spent = { spend: 0, impressions: 0, clicks: 0, conversions: 0, revenue: 0 };

export interface Spendings {
  readonly spendings: readonly Spending[];
  readonly findings: readonly Found[];
}

/** The history of every channel with spend. The same day of the same campaign counts once, however many files tell it. */
export function spendingsOf(rows: readonly SpentRow[]): Spendings {
  const findings = onRanges(rows);
  const fresh = withoutTwice(rows, findings);
  const channels = group(fresh, ({ channel }) => channel);
  const ends = new Map(
    [...new Set(fresh.map(({ extract }) => extract))].map((extract) => [extract, lastDayIn(extract)]),
  );
  const spendings = [...channels].map(([channel, own]) => spendingOf(channel, own, ends, findings));
  return { spendings, findings };
}

function withoutTwice(rows: readonly SpentRow[], findings: Found[]): readonly SpentRow[] {
  const firstFile = new Map<string, Extract>();
  const again = new Map<Extract, number>();
  const fresh = rows.filter(({ channel, row, extract }) => {
    if (extract.fingerprint.kind !== 'ads') return true;
    const what = JSON.stringify([channel, row.campaign, row.day?.first]);
    const earlier = firstFile.get(what) ?? extract;
    firstFile.set(what, earlier);
    if (earlier === extract) return true;
    again.set(extract, (again.get(extract) ?? 0) + 1);
    return false;
  });
  for (const [{ place }, count] of again) {
    findings.push(warned('DUP_ROWS', ({ findings: words }) => words.sameDays(place, count)));
  }
  return fresh;
}

function spendingOf(
  channel: string,
  rows: readonly SpentRow[],
  ends: ReadonlyMap<Extract, number | undefined>,
  findings: Found[],
): Spending {
  const days = new Map<number, Spent>();
  let hours = 0;
  for (const { row } of rows) {
    const [from, to] = daysOf(row);
    const length = to - from + 1;
    hours += row.hours ?? 0;
    const ofDay = shareOf(row, length);
    for (let day = from; day <= to; day += 1) {
      days.set(day, added(days.get(day) ?? NOTHING, ofDay));
    }
  }
  const [first, last] = [min(days.keys())!, max(days.keys())!];
  const isAds = rows.some(({ extract }) => extract.fingerprint.kind === 'ads');
  return {
    channel,
    days,
    first,
    last,
    told: max(rows, ({ extract }) => ends.get(extract)) ?? last,
    gaps: isAds ? gapsIn(channel, days, first, last, findings) : new Set(),
    from: [...group(rows, ({ extract }) => extract)].map(([extract, own]) => ({
      extract,
      rows: [min(own, ({ row }) => row.row)!, max(own, ({ row }) => row.row)!],
    })),
    byClick: [...days.values()].some(({ clicks }) => clicks > 0),
    longRows: rows.filter(({ row }) => daysOf(row)[1] - daysOf(row)[0] >= 7).map(({ row }) => shareOf(row, 1)),
    lasting: rows.every(({ extract }) => extract.fingerprint.kind === 'campaigns'),
    hours,
    hourly: rows.flatMap(({ row: { hourly = [] } }) => hourly),
  };
}

export function added(a: Spent, b: Spent): Spent {
  return {
    spend: a.spend + b.spend,
    impressions: a.impressions + b.impressions,
    clicks: a.clicks + b.clicks,
    conversions: a.conversions + b.conversions,
    revenue: a.revenue + b.revenue,
  };
}

/** One of so many equal parts of what a row tells. */
function shareOf(
  { spend = 0, impressions = 0, clicks = 0, conversions = 0, told = 0 }: ExportRow,
  parts: number,
): Spent {
  return {
    spend: spend / parts,
    impressions: impressions / parts,
    clicks: clicks / parts,
    conversions: conversions / parts,
    revenue: told / parts,
  };
}

function lastDayIn({ rows }: Extract): number | undefined {
  return max(rows, (row) => (row.day === undefined ? undefined : daysOf(row)[1]));
}

/** First and last day that a row is about. */
function daysOf({ day, lastDay }: ExportRow): readonly [number, number] {
  return [day!.first, Math.max(day!.last, lastDay?.last ?? 0)];
}

/** Files in which a row is about several days, over which its amounts are spread. */
function onRanges(rows: readonly SpentRow[]): Found[] {
  const ranges = rows.filter(({ row }) => daysOf(row)[1] > daysOf(row)[0]);
  return [...new Set(ranges.map(({ extract }) => extract.place))].map((place) =>
    warned('RANGE_ROW', ({ findings }) => findings.ranges(place)),
  );
}

function gapsIn(
  channel: string,
  days: ReadonlyMap<number, Spent>,
  first: number,
  last: number,
  findings: Found[],
): Set<number> {
  const gaps = new Set<number>();
  const pauses: (readonly [string, string])[] = [];
  for (let day = first; day <= last; day += 1) {
    const start = day;
    while (day <= last && !days.has(day)) day += 1;
    const length = day - start;
    if (length > LONGEST_GAP) pauses.push([dayCalled(start), dayCalled(day - 1)]);
    else for (let missing = start; missing < day; missing += 1) gaps.add(missing);
  }
  if (gaps.size > 0) {
    findings.push(warned('GAP_DAYS', ({ findings: words }) => words.gaps(channel, [...gaps].map(dayCalled))));
  }
  if (pauses.length > 0) {
    findings.push(told('PAUSED_OR_GAP', ({ findings: words }) => words.paused(channel, pauses)));
  }
  return gaps;
}
