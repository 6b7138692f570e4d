import type { RawFile } from '../tables/read-sheets.ts';
import { beliefsOf } from './exports/beliefs.ts';
import { crmOf } from './exports/customers.ts';
import type { Extract } from './exports/extract.ts';
import { warned, type Finding } from './exports/finding.ts';
import { importsOf } from './exports/imports.ts';
import { notesOn } from './exports/notes.ts';
import { observedOf } from './exports/observed.ts';
import { readFiles } from './exports/read-files.ts';
import { refusal } from '../errors.ts';
import { scenarioText } from './exports/scenario.ts';
import { folded, namedSources, sourceMapNotes } from './exports/sources.ts';
import { spendingsOf } from './exports/spending.ts';
import { over, weeklySpend } from './exports/spending-sums.ts';
import { onSessions, spentRows } from './exports/spent-rows.ts';
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
    throw refusal('', `at most ${MOST_FILES} files can be imported together, got ${files.length}`);
  const known = new Map(Object.entries(map).map(([source, channel]) => [folded(source), channel]));
  const extracts = await readFiles(files);
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
    throw refusal('', 'the files have no rows with a day', 'Give exports of advertisements, leads, deals or orders.');

  const spendings = spendingsSeen
    .map((spending) => (spending.lasting ? over(spending, observed) : spending))
    .toSorted((a, b) => weeklySpend(b) - weeklySpend(a));
  const { beliefs, left } = beliefsOf(spendings, crm, observed);
  const currency = currencyOf(extracts);
  const imports = importsOf(beliefs, crm, observed);
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
  return { scenario: scenarioText({ ...imports, currency: currency ?? USUAL_CURRENCY, notes }), notes, findings: all };
}

function byLevel(a: Finding, b: Finding): number {
  return Number(b.level === 'warning') - Number(a.level === 'warning');
}

/** @throws ScenarioError  where files disagree */
function currencyOf(extracts: readonly Extract[]): string | undefined {
  const files = new Map(
    extracts.flatMap(({ currency, place }) => (currency === undefined ? [] : [[currency, place] as const])),
  );
  if (files.size > 1) {
    const said = [...files].map(([currency, place]) => `${currency} (${place})`).join(' and ');
    throw refusal('', `amounts are in several currencies: ${said}`, 'Import one currency at a time.');
  }
  return [...files.keys()][0];
}
