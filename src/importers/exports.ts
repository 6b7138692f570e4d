import { sum } from 'd3-array';
import { ScenarioError, type Issue } from '../errors.ts';
import { readSheets, type RawFile } from '../tables/read-sheets.ts';
import type { Sheet } from '../tables/sheet.ts';
import { channelBelief, type ChannelBelief } from './exports/channel.ts';
import { crmOf, type Crm, type Customer } from './exports/customers.ts';
import { rangeAround, relativeOfCount } from './exports/estimate.ts';
import { extract, type Extract } from './exports/extract.ts';
import { warned, type Finding } from './exports/finding.ts';
import { fingerprints } from './exports/fingerprints.ts';
import { guessedBeliefs, NO_SPEND } from './exports/guess.ts';
import { recognize } from './exports/recognize.ts';
import { windowFor } from './exports/repeats.ts';
import { scenarioText, type Imports } from './exports/scenario.ts';
import { folded, isPlatform, namedSources, sourceMapNotes } from './exports/sources.ts';
import { over, spendingsOf, weeklySpend, type Spending } from './exports/spending.ts';
import { onSessions, spentRows } from './exports/spent-rows.ts';
import { isWithin, lastOrderDay, weeksIn, observedOf, type Observed } from './exports/observed.ts';
import { listed, many, shown } from './exports/words.ts';
import { worthOf } from './exports/worth.ts';
import type { Imported } from './importer.ts';

export interface ExportsInput {
  /** Channel by source or platform, where their names differ: `{ 'Bing': 'Microsoft Ads' }`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Stages of deals that are won or lost, where their words do not say so. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
}

export interface ImportedExports extends Imported {
  /** What was found out about the data; the scenario and `notes` have it in sentences. */
  readonly findings: readonly Finding[];
}

const MOST_FILES = 50;
const USUAL_CURRENCY = 'USD';
/** A scenario may have amounts of up to 1e12, and some of it are for many weeks. */
const MOST_WEEKLY = 1e10;

/**
 * A scenario from what advertising platforms and CRMs export: files are recognized by their columns and joined. Rates are kept as
 * counted, prices as weeks had them; what exports cannot tell is an assumption, and said to be one.
 *
 * @throws ScenarioError  with everything that is wrong, by file, row and column; nothing of a person is repeated
 */
export async function importExports(
  files: readonly RawFile[],
  { map = {}, won = [], lost = [] }: ExportsInput = {},
): Promise<ImportedExports> {
  if (files.length > MOST_FILES)
    throw refusal(`at most ${MOST_FILES} files can be imported together, got ${files.length}`);
  const known = new Map(Object.entries(map).map(([source, channel]) => [folded(source), channel]));
  const extracts = await extractsOf(files);
  const { names, findings } = namedSources(extracts, known);
  const spent = spentRows(extracts, names, known);
  const { spendings: spendingsSeen, findings: onSpending } = spendingsOf(spent.rows);
  const stages = new Map([
    ...won.map((stage) => [folded(stage), 'won'] as const),
    ...lost.map((stage) => [folded(stage), 'lost'] as const),
  ]);
  const crm = crmOf(extracts, names, stages);
  const observed = observedOf(spendingsSeen, crm);
  if (observed === undefined)
    throw refusal('the files have no rows with a day', 'Give exports of advertisements, leads, deals or orders.');

  const spendings = spendingsSeen
    .map((spending) => (spending.lasting ? over(spending, observed) : spending))
    .toSorted((a, b) => weeklySpend(b) - weeklySpend(a));
  const { beliefs, left } = beliefsOf(spendings, crm, observed);
  const currency = currencyOf(extracts);
  if (beliefs.some(({ usual, today }) => Math.max(usual, today) > MOST_WEEKLY)) {
    throw refusal('more than 10,000,000,000 a week was spent on a channel', 'Export amounts in a larger unit.');
  }
  const imports = importsOf(beliefs, crm, observed, currency ?? USUAL_CURRENCY);
  const all = [
    ...extracts.flatMap((one) => one.findings),
    ...findings,
    ...spent.findings,
    ...onSpending,
    ...crm.findings,
    ...left,
    ...(currency === undefined
      ? [warned('NO_CURRENCY', `No file says its currency; ${USUAL_CURRENCY} is assumed.`)]
      : []),
    ...beliefs.flatMap((belief) => belief.findings),
    ...onSessions(extracts),
    ...sourceMapNotes(names),
  ];
  const notes = [
    ...notesOn(extracts, imports),
    ...[...all].sort(byLevel).map(({ level, text }) => (level === 'warning' ? `Look into: ${text}` : text)),
  ];
  return { scenario: scenarioText({ ...imports, notes }), notes, findings: all };
}

function byLevel(a: Finding, b: Finding): number {
  return Number(b.level === 'warning') - Number(a.level === 'warning');
}

async function extractsOf(files: readonly RawFile[]): Promise<readonly Extract[]> {
  const extracts: Extract[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    try {
      const sheets = await readSheets(file);
      const found = sheets.flatMap((sheet) => recognized(sheet, sheets.length > 1));
      extracts.push(...found.map(extract));
      if (found.length === 0) issues.push(unknown(file.name));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  return extracts;
}

/** The table of a sheet. Spreadsheets have sheets of notes beside that of data: one that is no table is passed over there. */
function recognized(sheet: Sheet, others: boolean) {
  const recognition = recognize(sheet);
  if (recognition.status === 'recognized') return [recognition.table];
  if (recognition.status === 'unknown') return [];
  if (others) return [];
  const issue: Issue =
    recognition.status === 'doubtful'
      ? {
          severity: 'error',
          path: '',
          file: sheet.file,
          message: `looks like an export of ${recognition.names.join(' as much as of ')}`,
          advice: 'Export it with more columns, by which it can be told apart.',
        }
      : {
          severity: 'error',
          path: '',
          file: sheet.file,
          message: `looks like an export of ${recognition.fingerprint.name}, but has no column ${(recognition.fingerprint.columns[recognition.missing] ?? []).slice(0, 3).join(' or ')}`,
          advice:
            (recognition.missing === 'day' ? recognition.fingerprint.byDay : undefined) ??
            'Export it again with this column.',
        };
  throw new ScenarioError([issue]);
}

function unknown(file: string): Issue {
  return {
    severity: 'error',
    path: '',
    file,
    message: 'no row looks like the headings of an export that is known',
    advice: `Known are exports of ${fingerprints.map(({ name }) => name).join(', ')}.`,
  };
}

function refusal(message: string, advice?: string): ScenarioError {
  return new ScenarioError([{ severity: 'error', path: '', message, ...(advice === undefined ? {} : { advice }) }]);
}

/** @throws ScenarioError  where files disagree */
function currencyOf(extracts: readonly Extract[]): string | undefined {
  const files = new Map(
    extracts.flatMap(({ currency, place }) => (currency === undefined ? [] : [[currency, place] as const])),
  );
  if (files.size > 1) {
    const said = [...files].map(([currency, place]) => `${currency} (${place})`).join(' and ');
    throw refusal(`amounts are in several currencies: ${said}`, 'Import one currency at a time.');
  }
  return [...files.keys()][0];
}

function beliefsOf(spendings: readonly Spending[], crm: Crm, observed: Observed) {
  if (spendings.length === 0) {
    const beliefs = guessedBeliefs(crm, observed, revenueOf(crm.customers ?? []));
    if (beliefs.length === 0)
      throw refusal('no source has five leads or customers or more, and nothing says what was spent');
    return { beliefs, left: [NO_SPEND] };
  }
  const events = crm.leads ?? crm.customers ?? [];
  const hasCustomers = (spending: Spending) =>
    spending.byClick || events.some(({ channel }) => channel === spending.channel);
  const paid = spendings.filter((spending) => weeklySpend(spending) > 0);
  const left = [
    ...spendings
      .filter((spending) => !paid.includes(spending))
      .map(({ channel }) =>
        warned('NO_SPEND', `${channel}: nothing was spent in all, so there is nothing to plan with; left out.`),
      ),
    ...paid
      .filter((spending) => !hasCustomers(spending))
      .map(({ channel }) =>
        warned('SPEND_UNMATCHED', `${channel}: nobody is known to have come from there, so its spend is left out.`),
      ),
  ];
  const without = [...new Set(events.flatMap(({ channel = '' }) => (isPlatform(channel) ? [channel] : [])))].filter(
    (channel) => !spendings.some((spending) => spending.channel === channel),
  );
  if (without.length > 0) {
    const text = `${listed(without.toSorted())}: people came from there, but no file says what was spent. Give the exports of these platforms, too.`;
    left.push(warned('NEED_SPEND', text));
  }
  const beliefs = paid.filter(hasCustomers).map((spending) => channelBelief(spending, crm));
  if (beliefs.length === 0) {
    throw refusal(
      'no file says what became of the money',
      'Give leads, deals, orders or customers beside the costs, with the same names of channels.',
    );
  }
  return { beliefs, left };
}

function importsOf(beliefs: readonly ChannelBelief[], crm: Crm, observed: Observed, currency: string): Imports {
  const { customers = [] } = crm;
  const last = lastOrderDay(crm, observed);
  const time = { last, within: windowFor(customers, last) };
  const isPaid = new Set(beliefs.map(({ name }) => name));
  const free = customers.filter(
    ({ channel, day }) => (channel === undefined || !isPaid.has(channel)) && isWithin(day, observed),
  ).length;
  return {
    currency,
    last: observed.last,
    channels: beliefs.map((belief) => {
      const own = customers.filter(({ channel }) => channel === belief.name);
      return customers.length === 0 ? belief : { ...belief, worth: worthOf(own, customers, time) };
    }),
    ...(customers.length === 0 ? {} : { worth: worthOf(customers, customers, time) }),
    ...(free === 0
      ? {}
      : {
          baseline: {
            range: rangeAround(free / weeksIn(observed), relativeOfCount(free)),
            said: freeSaid(free, customers, isPaid),
          },
        }),
    customersPlace: crm.places.customers ?? '',
    notes: [],
  };
}

function freeSaid(free: number, customers: readonly Customer[], isPaid: ReadonlySet<string>): string {
  const sources = new Set(
    customers.flatMap(({ channel = 'an unknown source' }) => (isPaid.has(channel) ? [] : [channel])),
  );
  return `${many(free, 'customer')} came from sources without spend (${listed([...sources].toSorted())}): they are the baseline, whatever is spent.`;
}

function revenueOf(customers: readonly Customer[]): number {
  return sum(customers, ({ orders }) => sum(orders, ({ amount = 0 }) => amount));
}

/** What was read, and what no export can tell. */
function notesOn(extracts: readonly Extract[], { channels, worth, baseline }: Imports): readonly string[] {
  return [
    ...extracts.map(({ fingerprint: { name }, place, rows }) => `${place}: ${name}, ${many(rows.length, 'row')}.`),
    'How returns diminish is an assumption for every channel, with a wide range: history in which spend was not varied on purpose does not prove it.',
    `Limits are half and twice of today's spend (or of the usual, where that is more): nobody knows how a channel does far from there.`,
    ...(worth?.orderValue === undefined
      ? [
          'No file has orders or amounts, so that customers are counted and not their worth. Give `value` to see profit.',
        ]
      : ['Gross margin is set to 100%, an assumption to change: the files know revenue, but not what goods cost.']),
    ...(channels.some(({ steps }) => steps.some(({ place }) => place.startsWith('conversions as the platform')))
      ? ['Conversions as platforms tell them are their own claim: each counts what others count as well.']
      : []),
    ...(worth !== undefined && worth.repeats === undefined
      ? [
          'Too few customers have been known for 90 days or more to tell how many come back: later orders are not counted.',
        ]
      : []),
    ...(baseline === undefined ? [] : [baseline.said]),
    ...(worth === undefined ? [] : [`${shown(worth.orders)} orders for ${shown(worth.revenue)} were read.`]),
  ];
}
