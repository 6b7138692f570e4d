import type { RawFile } from '../tables/read-sheets.ts';
import { beliefsOf } from './exports/beliefs.ts';
import { moneyOf, type Money } from './exports/currency.ts';
import { crmOf } from './exports/customers.ts';
import type { Extract } from './exports/extract.ts';
import type { Range } from './exports/estimate.ts';
import { commonImports, commonResultsIn, expectCounted, withCustomers } from './exports/common.ts';
import { findingIn, warned, type Finding, type Found } from './exports/finding.ts';
import { weeksAfter, type PlannedWeeks, type Weeks } from './exports/horizon.ts';
import { importsOf } from './exports/imports.ts';
import { importLanguages, type ImportLanguage } from './exports/languages/languages.ts';
import { notesOn } from './exports/notes.ts';
import { observedOf } from './exports/observed.ts';
import { readFiles } from './exports/read-files.ts';
import { refusal } from '../errors.ts';
import { rowsOnce } from './exports/rows-once.ts';
import { budgetOf, scenarioText } from './exports/scenario.ts';
import { folded, namedSources, sourceMapNotes } from './exports/sources.ts';
import { spendingsOf } from './exports/spending.ts';
import { over, weeklySpend } from './exports/spending-sums.ts';
import { onSessions, spentRows } from './exports/spent-rows.ts';
import { tally } from './exports/tally.ts';
import { stagesIn, type Outcome } from './exports/stages.ts';
import type { Imported } from './importer.ts';

export interface ExportsInput extends Partial<Weeks> {
  /** Channel by source or platform, where their names differ: `{ 'Bing': 'Microsoft Ads' }`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Stages of deals that are won, lost or open, where their words do not say so. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
  readonly open?: readonly string[];
  /** Headings of columns that are spend, in tables with a column for each channel: the others are left out then. */
  readonly spend?: readonly string[];
  /** What an order brings on average, where tables tell revenue and no customers. */
  readonly orderValue?: number;
  /** Three letters; where files say another one, they cannot be imported. */
  readonly currency?: string;
  /** For all weeks of the plan; standard: today's spend in each. */
  readonly budget?: number;
  /** Of notes and of what the scenario says of its sources; standard: English. */
  readonly language?: ImportLanguage;
}

/** A channel of the scenario, and what its money buys. */
export interface ImportedChannel {
  readonly name: string;
  readonly price: { readonly kind: 'cpc' | 'cpl' | 'cpa'; readonly range: Range };
  /** Spend per week. */
  readonly today: number;
}

export interface ImportedExports extends Imported {
  /** What was found out about the data; the scenario and `notes` have it in sentences. */
  readonly findings: readonly Finding[];
  /** What was read and what is assumed, in sentences: `notes` without the findings. */
  readonly facts: readonly string[];
  readonly channels: readonly ImportedChannel[];
  readonly money: Money;
  readonly weeks: PlannedWeeks;
  /** Of the scenario, in its currency, for all weeks. */
  readonly budget: number;
  /** The same, unless another one is asked for. */
  readonly usualBudget: number;
  /** Which channel each source was taken for, the most frequent first. */
  readonly sources: readonly { readonly source: string; readonly channel: string }[];
  /** What each stage of deals was taken for. */
  readonly stages: readonly { readonly stage: string; readonly outcome: Outcome }[];
}

const MOST_FILES = 50;
const MOST_ORDER_VALUE = 1e12;

/**
 * A scenario from what advertising platforms and CRMs export: files are recognized by their columns and joined. Rates are kept as
 * counted, prices as weeks had them; what exports cannot tell is an assumption, and said to be one.
 *
 * @throws ScenarioError  with everything that is wrong, by file, row and column; nothing of a person is repeated
 */
export async function importExports(files: readonly RawFile[], input: ExportsInput = {}): Promise<ImportedExports> {
  expectFew(files.length);
  return joinExports(await readFiles(files, input.spend), input);
}

/** @throws ScenarioError  for more files than can be imported together */
export function expectFew(files: number): void {
  if (files > MOST_FILES) {
    throw refusal('', `at most ${MOST_FILES} files can be imported together, got ${files}`);
  }
}

/**
 * A scenario from tables that were read before.
 *
 * @throws ScenarioError  where they cannot be joined, or what is asked for cannot be planned
 */
export function joinExports(
  tables: readonly Extract[],
  { map = {}, won = [], lost = [], open = [], orderValue, currency, budget, language = 'en', ...horizon }: ExportsInput,
): ImportedExports {
  const words = importLanguages[language];
  if (orderValue !== undefined && !(orderValue > 0 && orderValue <= MOST_ORDER_VALUE)) {
    throw refusal('orderValue', 'must be more than 0 and at most 1,000,000,000,000');
  }
  const extracts = rowsOnce(tables).map((one) => withCustomers(one, orderValue));
  const known = new Map(Object.entries(map).map(([source, channel]) => [folded(source), channel]));
  const { names, findings } = namedSources(extracts, known);
  const spent = spentRows(extracts, names, known);
  const { spendings: spendingsSeen, findings: onSpending } = spendingsOf(spent.rows);
  const stages = new Map([
    ...won.map((stage) => [folded(stage), 'won'] as const),
    ...lost.map((stage) => [folded(stage), 'lost'] as const),
    ...open.map((stage) => [folded(stage), 'open'] as const),
  ]);
  const crm = crmOf(extracts, names, stages);
  const observed = observedOf(spendingsSeen, crm);
  if (observed === undefined)
    throw refusal('', 'the files have no rows with a day', 'Give exports of advertisements, leads, deals or orders.');

  const spendings = spendingsSeen
    .map((spending) => (spending.lasting ? over(spending, observed) : spending))
    .toSorted((a, b) => weeklySpend(b) - weeklySpend(a));
  expectCounted(extracts);
  const common = commonResultsIn(extracts, observed);
  const { beliefs, left, isShared } = beliefsOf(spendings, crm, observed, common);
  const money = moneyOf(extracts, currency);
  const weeks = weeksAfter(observed.last, horizon);
  const imports = {
    ...importsOf(beliefs, crm, observed),
    ...(isShared && common !== undefined ? commonImports(common, observed) : {}),
  };
  const found: readonly Found[] = [
    ...extracts.flatMap((one) => one.findings),
    ...findings,
    ...spent.findings,
    ...onSpending,
    ...crm.findings,
    ...left,
    ...(money.isSaid || extracts.some((one) => one.currency !== undefined)
      ? []
      : [warned('NO_CURRENCY', (said) => said.findings.noCurrency(money.currency))]),
    ...beliefs.flatMap((belief) => belief.findings),
    ...onSessions(extracts),
    ...sourceMapNotes(names),
  ];
  const all = once(
    fewOfEach(found.filter(({ code }) => currency === undefined || code !== 'NO_CURRENCY')).map((one) =>
      findingIn(one, words),
    ),
  );
  const plan = budgetOf(imports.channels, weeks, budget);
  const facts = notesOn(extracts, imports, plan, words);
  const notes = [
    ...facts,
    ...all.toSorted(byLevel).map(({ level, text }) => (level === 'warning' ? words.lookInto(text) : text)),
  ];
  return {
    scenario: scenarioText({ ...imports, currency: money.currency, weeks, plan, notes }, words),
    notes,
    findings: all,
    facts,
    channels: imports.channels.map(({ name, price: { kind, range }, today }) => ({
      name,
      price: { kind, range },
      today,
    })),
    money,
    weeks,
    budget: plan.total,
    usualBudget: plan.usualTotal,
    sources: [...names].map(([source, channel]) => ({ source, channel })),
    stages: stagesIn(extracts, stages),
  };
}

/** So many findings of one kind are told one by one: a file may have a thousand campaigns that lead nowhere. */
const MOST_OF_A_KIND = 20;

function fewOfEach(found: readonly Found[]): readonly Found[] {
  const kindOf = ({ code, level }: Found) => `${code} ${level}`;
  const sums = tally(found.map(kindOf));
  const told = new Map<string, number>();
  return found.flatMap((one) => {
    const kind = kindOf(one);
    const before = told.get(kind) ?? 0;
    told.set(kind, before + 1);
    if (before < MOST_OF_A_KIND) return [one];
    const others = sums.get(kind)! - MOST_OF_A_KIND;
    return before === MOST_OF_A_KIND ? [{ ...one, say: ({ findings }) => findings.more(others) }] : [];
  });
}

/** Columns of one table may be found to be alike. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.text, finding])).values()];
}

function byLevel(a: Finding, b: Finding): number {
  return Number(b.level === 'warning') - Number(a.level === 'warning');
}
