import { listedWith, multiple, percent, shown } from '../words.ts';
import type { Drift, Tail } from '../cohorts.ts';
import type { Count } from '../estimate.ts';
import type { Repeats } from '../came-back.ts';
import type { Budget } from '../budget.ts';
import { stepCalled } from './step-called.ts';
import type { Counted, SpentIn, Columns, Place } from './places.ts';

type Ends = readonly [low: number, high: number];

/** Texts of imports in English. */
export const importWordsEn = {
  place,
  /** What an export is called: by its own name. */
  exportName: (name: string): string => name,
  list,
  /** Before a finding that is to be looked into. */
  lookInto: (text: string): string => `Look into: ${text}`,
  findings: {
    noSpendInAll: (channel: string): string =>
      `${channel}: nothing was spent in all, so there is nothing to plan with; left out.`,
    nobodyCame: (channel: string): string =>
      `${channel}: nobody is known to have come from there, so its spend is left out.`,
    manyChannels: (most: number, others: number): string =>
      `A scenario may have ${most} channels: ${many(others, 'channel')} of less spend left out.`,
    /** @param spent  channels and the columns of their spend */
    wide: (where: Place, spent: readonly (readonly [string, string])[], leftOut: readonly string[]): string => {
      const pairs = spent.map(([channel, column]) => `${channel} (${JSON.stringify(column)})`);
      const others = leftOut.map((column) => JSON.stringify(column));
      return `${place(where)}: a column for each channel. Spend of ${list(pairs, 30)}.${others.length === 0 ? '' : ` Left out: ${list(others, 30)}.`}`;
    },
    /** @param cost  of one customer in a channel, as a multiple of that in all; @param free  share of customers without spend */
    shared: (customers: number, perCustomer: number, cost: Ends, free: Ends): string =>
      `${shown(customers, 0)} customers are told for all channels together: nobody knows which channel brought them. Every channel is assumed to bring one for ${cost[0]} to ${cost[1]} times the ${multiple(perCustomer)} that were spent per customer in all, and ${percent(free[0])} to ${percent(free[1])} of customers to come without any spend. Replace this by what tests of single channels or a media-mix model found.`,
    more: (count: number): string => `${shown(count)} more of this kind.`,
    spendMissing: (channels: readonly string[]): string =>
      `${list(channels)}: people came from there, but no file says what was spent. Give the exports of these platforms, too.`,
    noSpend: (): string =>
      "No file says what was spent. Prices and today's spend are placeholders; give the exports of your advertising platforms, or a table of costs, beside these files.",
    noCurrency: (assumed: string): string => `No file says its currency; ${assumed} is assumed.`,
    fileCurrency: (where: Place, assumed: string): string =>
      `${place(where)}: does not say its currency; ${assumed} is assumed.`,
    hardlyVaried: (channel: string, spread: number): string =>
      `${channel}: spend hardly varied (by ${percent(spread)} from day to day), so that nothing can be learned of saturation.`,
    noLeads: (channel: string, conversions: number): string =>
      `${channel}: no lead of the CRM has this source, so the ${shown(conversions)} conversions that the platform tells are used.`,
    matched: (channel: string, leads: number, conversions: number): string =>
      `${channel}: the CRM has ${shown(leads)} leads where the platform tells ${shown(conversions)} conversions (${percent(leads / conversions)}); the CRM counts.`,
    unit: (channel: string, ours: number, told: number): string =>
      `${channel}: spend is ${shown(ours)} a click, but the file's own price of a click is ${shown(told)}. Is one of them in cents (分)?`,
    moreThanClicks: (channel: string, conversions: number, clicks: number): string =>
      `${channel}: the platform tells more conversions (${shown(conversions)}) than clicks (${shown(clicks)}); it counts people who only saw the advertisement.`,
    /** @param step  name of its field in the file, here and in what follows */
    pooled: (channel: string, step: string): string =>
      `${channel}: nothing was counted for ${stepCalled(step)}; that of all channels is used.`,
    fewCounted: (channel: string, step: string, hits: number, of: number): string =>
      `${channel}: ${stepCalled(step)} is ${shown(hits)} of ${shown(of)} only, so its range is wide.`,
    voided: (count: number): string => `${many(count, 'order')} that came to nothing (void or cancelled) left out.`,
    orphans: (count: number, of: number): string =>
      `${many(count, 'order')} of ${shown(of)} (${percent(count / of)}) have no channel after joining orders to deals and customers.`,
    noOrphans: (count: number): string =>
      count === 1 ? 'The only order has a channel.' : `All ${shown(count)} orders have a channel.`,
    stages: (won: readonly string[], lost: readonly string[], open: readonly string[]): string => {
      const said = { won, lost, open };
      const parts = (['won', 'lost', 'open'] as const).map(
        (outcome) => `${outcome}: ${said[outcome].length === 0 ? 'none' : list(said[outcome])}`,
      );
      return `Stages of deals taken as ${parts.join('; ')}.`;
    },
    openDeals: (open: number, of: number): string =>
      `${many(open, 'deal')} of ${shown(of)} (${percent(open / of)}) are still open; the share that is won is counted among closed ones only.`,
    tooYoung: (what: 'leads' | 'deals', from: string, { weeks, young, older }: Tail): string => {
      const became = { leads: 'Leads were converted', deals: 'Closed deals were won' }[what];
      return `${became} in ${shares(young)} of the last ${many(weeks, 'week')} (since ${from}), and in ${shares(older)} before: the difference is larger than chance. The last have not had the time, it seems, and do not count in this share. If something has changed since, it is lower than told here.`;
    },
    drift: (what: 'leads' | 'deals', from: string, { before, after }: Drift): string => {
      const became = { leads: 'Leads were converted', deals: 'Closed deals were won' }[what];
      return `${became} in ${shares(before)} before ${from}, and in ${shares(after)} from then on: the difference is larger than chance. Both count together. Look into what has changed: the plan is made for times like all of these.`;
    },
    driftOf: (channel: string, step: string, from: string, { before, after }: Drift): string =>
      `${channel}: ${stepCalled(step)} was ${shares(before)} before ${from}, and ${shares(after)} from then on: the difference is larger than chance. Both count together. Look into what has changed: the plan is made for times like all of these.`,
    filledDown: (where: Place, columns: readonly string[]): string =>
      `${place(where)}: blanks in column ${columns.map((column) => JSON.stringify(column)).join(', ')} are taken for what stands above them, as merged cells are saved.`,
    sameHeading: (where: Place, columns: readonly string[]): string =>
      `${place(where)}: several columns are called ${columns.map((column) => JSON.stringify(column)).join(', ')}; the first is used.`,
    cutOff: (where: Place): string =>
      `${place(where)}: the last row ends in the middle, and is left out. Is the file whole?`,
    subForms: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} of sub-forms, with blank main columns, left out.`,
    unreadable: (where: Place, rows: number, first: number): string =>
      `${place(where)}: ${many(rows, 'row')} could not be read and were left out, the first in row ${shown(first)}.`,
    masked: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} in which the platform hides small numbers ("<5") left out.`,
    people: (where: Place): string =>
      `${place(where)}: e-mail and telephone were used to find repeats only, and are not kept.`,
    rowsDeclared: (where: Place, declared: number, found: number): string =>
      `${place(where)}: the file says that it has ${many(declared, 'row')}, but has ${shown(found)}. Is it whole?`,
    sameRows: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} the same as another in every column: counted once.`,
    sameNumbers: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} with a number that another has: counted once.`,
    samePeople: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} with the e-mail or telephone of another: counted once.`,
    sameEarlier: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} that an earlier file has: counted once, as that has them.`,
    sameMoment: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} from the same source and minute as rows of an earlier file, where not both have numbers: counted once, as that has them.`,
    maybeTwice: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} on days that an earlier file has as well, where not both have numbers to tell rows apart: those that are the same count twice. Give these days in one file only.`,
    sameRecords: (where: Place, records: number): string =>
      `${place(where)}: ${many(records, 'record')} that pages have twice: counted once, as changed last.`,
    deleted: (where: Place, records: number): string => `${place(where)}: ${many(records, 'deleted record')} left out.`,
    pagesOf: (where: Place, has: number, of: number): string =>
      `${place(where)}: ${shown(has)} of ${many(of, 'record')}. Give the other pages as well: without them, what money brings is told too low.`,
    pagesFollow: (where: Place, has: number): string =>
      `${place(where)}: there are more records than these ${shown(has)}. Give the pages that are missing as well: without them, what money brings is told too low.`,
    pagesMayFollow: (where: Place, has: number): string =>
      `${place(where)}: every page is full, so there may be more records than these ${shown(has)}. Give all pages up to the last: without them, what money brings is told too low.`,
    inChina: (where: Place): string => `${place(where)}: days are those of China (UTC+8), as in exports.`,
    codes: (where: Place, columns: readonly string[], source: string): string =>
      `${place(where)}: ${list(columns)} ${columns.length === 1 ? 'has' : 'have'} values of options and not their names. Give the answer of ${source} as well, which tells them.`,
    sameDays: (where: Place, rows: number): string =>
      `${place(where)}: ${many(rows, 'row')} of days and campaigns that an earlier file has: counted once.`,
    noSource: (where: Place, count: number, what: Counted, of: number): string =>
      `${place(where)}: ${many(count, what)} without a source (${percent(count / of)}), kept apart.`,
    spellings: (
      where: Place,
      count: number,
      what: Counted,
      spelled: readonly (readonly [string, readonly string[]])[],
    ): string =>
      `${place(where)}: ${many(count, what)} with another spelling of a source, taken together: ${list(spelled.map(([channel, texts]) => `${channel} (${texts.join(', ')})`))}.`,
    sourceMap: (pairs: readonly (readonly [string, string])[]): string =>
      `Sources taken for channels of another name: ${list(
        pairs.map(([source, channel]) => `${source} = ${channel}`),
        30,
      )}.`,
    ranges: (where: Place): string =>
      `${place(where)}: amounts of several days are spread evenly over them; how they vary from day to day is not known.`,
    gaps: (channel: string, days: readonly string[]): string =>
      `${channel}: nothing is said about ${list(days)}. These days are left out, not taken for 0.`,
    paused: (channel: string, pauses: readonly (readonly [string, string])[]): string =>
      `${channel}: no rows from ${list(pauses.map(([first, last]) => `${first} to ${last}`))}; taken as a pause without spend.`,
    overlap: (where: Place, campaigns: readonly string[], said: number, exported: number): string =>
      `${place(where)}: ${many(campaigns.length, 'campaign')} (${list(campaigns)}) ${campaigns.length === 1 ? 'is' : 'are'} in the exports of advertising platforms as well: ${shown(said)} here, ${shown(exported)} there${exported > 0 ? ` (${percent(Math.abs(said / exported - 1))} apart)` : ''}. Counted once, as the platforms tell it.`,
    noStart: (where: Place, row: number, spend: number): string =>
      `${place(where)}, row ${row}: ${shown(spend)} spent on a campaign without a start date; left out.`,
    noName: (where: Place, row: number, spend: number): string =>
      `${place(where)}, row ${row}: ${shown(spend)} spent on a campaign that nobody names as a source; left out.`,
    sessions: (where: Place, events: number, claimed: number): string => {
      const beside = claimed > 0 ? `, where advertising platforms tell ${shown(claimed)} conversions` : '';
      return `${place(where)}: has no spend, so it is not used; it counts ${shown(events)} key events${beside}.`;
    },
    totals: (where: Place, rows: number): string => `${skipped(where, rows)}.`,
    totalsAgree: (where: Place, rows: number, sum: number): string =>
      `${skipped(where, rows)}; the rows add up to the same, ${shown(sum)}.`,
    totalsDisagree: (where: Place, rows: number, said: number, sum: number): string =>
      `${skipped(where, rows)}; they say ${shown(said)}, but the rows add up to ${shown(sum)}.`,
  },
  /** What the command line takes to change what a finding tells. */
  options: {
    map: (channel: string): string => `If leads have it under another name, say so with --map "source=${channel}".`,
    anyMap: (): string => 'Change it with --map "source=channel".',
    stages: (): string => 'Change it with --won "stage", --lost "stage" or --open "stage".',
  },
  notes: {
    read: (where: Place, name: string, rows: number): string => `${place(where)}: ${name}, ${many(rows, 'row')}.`,
    response: (): string =>
      'How returns diminish is an assumption for every channel, with a wide range: history in which spend was not varied on purpose does not prove it.',
    limits: (): string =>
      "Limits are half and twice of today's spend (or of the usual, where that is more): nobody knows how a channel does far from there.",
    limitsMoved: ({ limits: [least, most], ratio, basis }: Omit<Budget, 'total' | 'usualTotal'>): string =>
      `Limits are ${multiple(least)} and ${multiple(most)} times today's spend (or the usual, where that is more), as the budget is ${multiple(ratio)} times ${{ today: "today's", usual: 'the usual' }[basis]}: nobody knows how a channel does far from there.`,
    noWorth: (fewest: number): string =>
      `Fewer than ${fewest} orders with an amount are known, so that customers are counted and not their worth. Say what a customer is worth (\`value\`) to see profit.`,
    margin: (): string =>
      'Gross margin is set to 100%, an assumption to change: the files know revenue, but not what goods cost.',
    claims: (): string =>
      'Conversions as platforms tell them are their own claim: each counts what others count as well.',
    noRepeats: (): string =>
      'Too few customers have been known for 90 days or more to tell how many come back: later orders are not counted.',
    onlyCounted: (): string =>
      'Customers are counted only, so that nobody knows how many come back: later orders are not counted.',
    orders: (orders: number, revenue: number): string => `${many(orders, 'order')} for ${shown(revenue)} read.`,
    freeShared: ([low, high]: Ends, weekly: number): string =>
      `ASSUMPTION: of the ${shown(weekly)} customers a week, ${percent(low)} to ${percent(high)} come whatever is spent; they are the baseline.`,
    /** @param others  there are more, which are not named */
    free: (customers: number, sources: readonly string[], unknown: boolean, others: boolean): string => {
      const named = [...sources, ...(unknown ? ['an unknown source'] : [])].toSorted();
      const all = others ? [...named, 'sources of few customers'] : named;
      return `${many(customers, 'customer')} came from sources without spend (${list(all)}): they are the baseline, whatever is spent.`;
    },
  },
  /** At each channel, behind the field that it is about. */
  sources: {
    spend: (from: readonly SpentIn[], sum: number): string =>
      `${from.map(({ place: where, column, rows: [first, last] }) => `${place(where)}, column ${JSON.stringify(column)}, rows ${shown(first)} to ${shown(last)}`).join(' and ')}: ${shown(sum)}`,
    spendGuessed: (count: number, what: 'lead' | 'customer'): string =>
      `ASSUMPTION: ${many(count, what)} at the middle of that price`,
    plan: (spend: string, usual: number, today: number): string =>
      `plan, observedAt: ${spend}; ${shown(usual)} a week on average, ${shown(today)} today.`,
    field: (field: string, text: string): string => `${field}: ${text}.`,
    clicks: (clicks: number): string =>
      `spend for ${shown(clicks)} clicks; how it varies from week to week is not known, and assumed`,
    clicksByWeek: (clicks: number, weeks: number): string =>
      `spend for ${shown(clicks)} clicks; by ${weeks} weeks, nine in ten of those to come lie in the range`,
    perHead: (count: number, what: 'lead' | 'customer'): string =>
      `spend for ${shown(count)} ${what}s who came in that time, as sure as so many make it`,
    priceGuessed: (what: 'lead' | 'customer'): string =>
      `ASSUMPTION, the same for every source: no file says what was spent. Replace it by what a ${what} costs`,
    priceShared: ([low, high]: Ends, perCustomer: number): string =>
      `ASSUMPTION, the same for every channel: ${low} to ${high} times the ${multiple(perCustomer)} spent per customer in all, as no file says whom this channel brought`,
    platform: (): string => 'conversions as the platform tells them, of clicks',
    ofClicks: (from: string): string => `${from}, of clicks of the platform on the same days`,
    columns: (from: readonly Columns[]): string =>
      from
        .map(({ place: where, columns }) =>
          columns.length === 0 ? place(where) : `${place(where)}, columns ${columns.join(', ')}`,
        )
        .join(' and '),
    withoutYoung: (from: string, day: string): string =>
      `${from}, without what began on ${day} or later, which has not had the time`,
    response: ([low, high]: readonly [number, number]): string =>
      `response: ASSUMPTION. Half of what can be reached lies between ${low} and ${high} times the usual spend.`,
    hours: (hours: number): string =>
      `hours.people: ${shown(hours, 1)} a week on average, by the same table; taken as the same whatever is spent.`,
    step: (
      key: string,
      all: { readonly hits: number; readonly of: number },
      pooled: boolean,
      counts: { readonly hits: number; readonly of: number },
      design: number,
      from: string,
    ): string => {
      const fewer =
        counts.of < all.of
          ? `, which count as ${shown(counts.hits)} of ${shown(counts.of)}, as weeks differ more than chance makes them (${shown(design, 1)} times its variance)`
          : '';
      return `funnel.${key}: ${shown(all.hits)} of ${shown(all.of)}${pooled ? ' of all channels' : ''}${fewer}; ${from}.`;
    },
    orderValue: (orders: number, revenue: number, single: boolean, from: string): string => {
      const kind = single
        ? 'too few to know their mean, so that single orders of all channels say where it may lie'
        : 'the range is that of their mean';
      return `value.orderValue: ${many(orders, 'order')} for ${shown(revenue)}, ${kind}; ${from}.`;
    },
    repeat: ({ hits, of, within, further }: Repeats): string =>
      `value.repeat: ${shown(hits)} of ${shown(of)} customers (${percent(hits / of)}) who have been known for ${within} days came back within them, and ordered ${shown(further)} times more, on average of all; the horizon is such that as many orders come of it.`,
  },
  scenario: {
    name: (last: string): string => `Imported history up to ${last}`,
    head: (): string => `Made from exports. Money is per week unless it says otherwise. Where each number is from stands at each channel; what is
 an assumption is called one: change anything here.`,
  },
};

function place({ file, sheet, more }: Place): string {
  if (more !== undefined) return `${file} and ${many(more, 'more page')}`;
  return sheet === undefined ? file : `${file}, sheet ${JSON.stringify(sheet)}`;
}

/** The first few of a list and how many more there are. */
function list(names: readonly string[], most?: number): string {
  return listedWith(names, ', ', (more) => ` and ${more} more`, most);
}

/** `1 row`, `12 rows`. */
function many(count: number, one: string): string {
  return `${shown(count)} ${count === 1 ? one : `${one}s`}`;
}

/** `12 of 160 cases (7.5%)`. */
function shares({ hits, of }: Count): string {
  return `${shown(hits)} of ${shown(of)} cases (${percent(hits / of)})`;
}

function skipped(where: Place, rows: number): string {
  return `${place(where)}: ${many(rows, 'row')} of totals left out`;
}
