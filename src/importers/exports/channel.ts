import { sum } from 'd3-array';
import { dayCalled } from '../../scenario/calendar.ts';
import { momentsOf } from '../../statistics/moments.ts';
import type { Crm } from './customers.ts';
import {
  designEffect,
  rangeAround,
  rangeOfWeeks,
  relativeOfCount,
  squared,
  widenedBy,
  type Count,
  type Range,
} from './estimate.ts';
import { told, warned, type Found } from './finding.ts';
import type { Saying } from './languages/words.ts';
import type { Spending, Spent } from './spending.ts';
import { countedPlace, isOwnTable, spendingPlace, sumOf, timesOf, weeklySpend, weeksOf } from './spending-sums.ts';
import { boughtBy, ownOf, stepFromClick, stepsOfCrm, tellsCustomers, type Step } from './steps.ts';
import { countsBySpend } from './observed.ts';
import type { Sales } from './worth-told.ts';

/** What a scenario says of a channel's price, funnel and spend, and where each number is from. */
export interface ChannelBelief {
  readonly name: string;
  readonly price: { readonly kind: 'cpc' | 'cpl' | 'cpa'; readonly range: Range; readonly place: Saying };
  readonly steps: readonly Step[];
  /** Spend per week: of today, and on average while the rates were counted; with where it is from. */
  readonly today: number;
  readonly usual: number;
  readonly spendPlace: Saying;
  /** Hours of people per week. */
  readonly hours: number;
  readonly hourly: readonly number[];
  /** What a table that counts customers itself says that they paid, and where. */
  readonly sales?: Sales;
  readonly findings: readonly Found[];
}

/** "Today" is these last weeks, for channels that ran in most of them. */
const WEEKS_OF_TODAY = 4;
const RUNS_IN = 0.75;
/** With fewer, the spread of a weekly price is a guess. */
const FEWEST_WEEKS = 4;
/** The spread of a price of which no weeks are known, as a share of it: twice what clicks of the samples have. */
const UNKNOWN_SPREAD = 0.3;
/** Prices do not differ by so much within a history; units do. */
const UNIT_APART = 50;
/** Spend that varies less says nothing about saturation. */
const LEAST_VARIATION = 0.25;
/** Tries and successes below which a share is mostly the prior. */
const FEW = { tries: 30, hits: 5 };

/** @param crm  of the whole import; the channel's own rows are taken out of it */
export function channelBelief(spending: Spending, crm: Crm): ChannelBelief {
  const own = ownOf(crm, spending.channel);
  const weeks = weeksOf(spending);
  const total = sumOf(spending.days.values());
  const bought = boughtBy(spending, crm);
  const first = bought === 'click' ? [stepFromClick(spending, own)] : [];
  const isPlatformOnly = first.some(({ key }) => key === 'clickToCustomer') && own.customers === undefined;
  const steps = isPlatformOnly ? first : [...first, ...(bought === 'customer' ? [] : stepsOfCrm(own, crm))];
  const usual = weeklySpend(spending);
  return {
    name: spending.channel,
    price:
      tellsCustomers(spending, crm) && bought === 'customer'
        ? priceToldOf(spending, total)
        : priceOf(spending, weeks, total, bought, bought === 'lead' ? own.leads! : (own.customers ?? [])),
    steps,
    today: todayOf(spending, weeks, usual),
    usual,
    spendPlace: spendingPlace(spending),
    hours: (7 * spending.hours) / (spending.last - spending.first + 1),
    hourly: spending.hourly,
    ...(tellsCustomers(spending, crm) && isOwnTable(spending) && total.revenue > 0
      ? { sales: { total, times: timesOf(spending), from: spending.from } }
      : {}),
    findings: [
      ...onVariation(spending),
      ...onMatch(spending, total, own.leads),
      ...onClicks(spending, total),
      ...onUnit(spending, total),
      ...onSteps(spending.channel, steps),
      ...onDrift(spending.channel, steps),
    ],
  };
}

/** Spend per week of the last weeks of the files; the usual for a channel that ran now and then. */
export function todayOf({ days, last, told: end }: Spending, weeks: readonly Spent[], usual: number): number {
  const active = weeks.filter(({ spend }) => spend > 0).length;
  if (weeks.length < WEEKS_OF_TODAY || active < RUNS_IN * weeks.length) return usual;
  if (last === end) return sum(weeks.slice(-WEEKS_OF_TODAY), ({ spend }) => spend) / WEEKS_OF_TODAY;
  return sum(days, ([day, { spend }]) => (day > end - 7 * WEEKS_OF_TODAY ? spend : 0)) / WEEKS_OF_TODAY;
}

function priceOf(
  spending: Spending,
  weeks: readonly Spent[],
  total: Spent,
  bought: 'click' | 'lead' | 'customer',
  events: readonly { readonly day?: number }[],
): ChannelBelief['price'] {
  if (bought === 'click') {
    const weekly = weeks.flatMap(({ spend, clicks }) => (spend > 0 && clicks > 0 ? [spend / clicks] : []));
    return spending.longRows.length > 0 || weekly.length < FEWEST_WEEKS
      ? {
          kind: 'cpc',
          range: rangeAround(total.spend / total.clicks, UNKNOWN_SPREAD),
          place: ({ sources }) => sources.clicks(total.clicks),
        }
      : {
          kind: 'cpc',
          range: rangeOfWeeks(weekly),
          place: ({ sources }) => sources.clicksByWeek(total.clicks, weekly.length),
        };
  }
  const inTime = events.filter(({ day }) => day !== undefined && day >= spending.first && day <= spending.last).length;
  const relative = relativeOfCount(inTime) * Math.sqrt(overdispersion(countsBySpend(spending, events, 'spend')));
  return {
    kind: bought === 'lead' ? 'cpl' : 'cpa',
    range: rangeAround(total.spend / Math.max(inTime, 0.5), relative),
    place: ({ sources }) => sources.perHead(inTime, bought),
  };
}

/** What a customer cost, by a table that counts them itself. */
function priceToldOf(spending: Spending, { spend, conversions }: Spent): ChannelBelief['price'] {
  const counts = timesOf(spending).map((row) => ({ hits: row.conversions, of: row.spend }));
  return {
    kind: 'cpa',
    range: rangeAround(spend / conversions, relativeOfCount(conversions) * Math.sqrt(overdispersion(counts))),
    place: (words) =>
      `${words.sources.perHead(conversions, 'customer')}; ${countedPlace(spending, ['conversions'])(words)}`,
  };
}

/** By how much counts per week vary more than a Poisson distribution in proportion to spend lets them, with what few weeks leave open of it; 1 at least. */
function overdispersion(weeks: readonly Count[]): number {
  // Spend is so many tries that each hardly ever succeeds: the binomial variance is then that of counts.
  const scale = 1e6 / Math.max(1, ...weeks.map(({ of }) => of));
  const tried = weeks.filter(({ of }) => of > 0);
  const design = designEffect(tried.map(({ hits, of }) => ({ hits, of: of * scale })));
  return design === 1 ? 1 : design * squared(widenedBy(tried.length));
}

function onVariation({ channel, days, byClick }: Spending): Found[] {
  if (!byClick) return [];
  const { mean: middle, sd } = momentsOf([...days.values()].map(({ spend }) => spend));
  if (sd >= LEAST_VARIATION * middle) return [];
  return [warned('RESPONSE_NOT_IDENTIFIED', ({ findings }) => findings.hardlyVaried(channel, sd / middle))];
}

/** Leads of the CRM beside what the platform claims: never added. */
function onMatch(
  spending: Spending,
  { conversions }: Spent,
  leads: readonly { readonly day?: number }[] | undefined,
): Found[] {
  if (leads === undefined || conversions === 0 || !spending.byClick) return [];
  const { channel, days } = spending;
  const inTime = leads.filter(({ day }) => day !== undefined && days.has(day)).length;
  if (leads.length === 0) {
    return [
      warned(
        'NO_MATCH',
        ({ findings }) => findings.noLeads(channel, conversions),
        ({ options }) => options.map(channel),
      ),
    ];
  }
  return [told('MATCH_RATE', ({ findings }) => findings.matched(channel, inTime, conversions))];
}

/** Spend that is a hundred times what clicks are said to have cost is in another unit: 分 for 元, cents, micros. */
function onUnit({ channel, from, byClick }: Spending, { spend, clicks }: Spent): Found[] {
  const rows = from.flatMap(({ extract }) =>
    extract.rows.filter(({ clickPrice = 0, clicks: own = 0 }) => clickPrice > 0 && own > 0),
  );
  const said = sum(rows, ({ clickPrice = 0, clicks: own = 0 }) => clickPrice * own);
  const ownSpend = sum(rows, (row) => row.spend ?? 0);
  const ratio = ownSpend / said;
  if (!byClick || rows.length === 0 || (ratio < UNIT_APART && ratio > 1 / UNIT_APART)) return [];
  const own = said / sum(rows, (row) => row.clicks ?? 0);
  return [warned('UNIT_SUSPECT', ({ findings }) => findings.unit(channel, spend / clicks, own))];
}

/** What clicks do not explain: people saw the advertisement and came another way, or others claim them as well. */
function onClicks({ channel, byClick }: Spending, { clicks, conversions }: Spent): Found[] {
  if (!byClick || conversions <= clicks) return [];
  return [warned('CONV_GT_CLICKS', ({ findings }) => findings.moreThanClicks(channel, conversions, clicks))];
}

function onDrift(channel: string, steps: readonly Step[]): Found[] {
  return steps.flatMap(({ key, drift }) =>
    drift === undefined
      ? []
      : [warned('DRIFT', ({ findings }) => findings.driftOf(channel, key, dayCalled(drift.from), drift))],
  );
}

function onSteps(channel: string, steps: readonly Step[]): Found[] {
  return steps
    .filter(({ pooled, counted: { all } }) => pooled || all.of < FEW.tries || all.hits < FEW.hits)
    .map(({ key, pooled, counted: { all } }) =>
      warned('SMALL_SAMPLE', ({ findings }) =>
        pooled ? findings.pooled(channel, key) : findings.fewCounted(channel, key, all.hits, all.of),
      ),
    );
}
