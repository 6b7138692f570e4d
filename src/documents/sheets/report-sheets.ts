import type { DocumentWords } from '../languages/document-words.ts';
import { sourceOf, understoodIn } from '../parts/assumptions.ts';
import { financeNotes } from '../parts/finance-notes.ts';
import { provenanceOf } from '../parts/provenance.ts';
import type { Reported } from '../reported.ts';
import { plain } from '../../report/plain.ts';
import { sheetNames, type SheetName } from '../parts-shown.ts';
import { channelSheet } from './channel-sheet.ts';
import { cohortSheet } from './cohort-sheet.ts';
import { customerSheet } from './customer-sheet.ts';
import { driverSheet } from './driver-sheet.ts';
import { financeSheet } from './finance-sheet.ts';
import { lessonSheet } from './lesson-sheet.ts';
import { periodSheet } from './period-sheet.ts';
import { planSheet } from './plan-sheet.ts';
import { profitSheet } from './profit-sheet.ts';
import { screeningSheet } from './screening-sheet.ts';
import { cell, type Sheet } from './sheet.ts';
import { stressSheet } from './stress-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** All figures of a report, a sheet for each kind. */
export function reportSheets(reported: Reported, words: DocumentWords): readonly Sheet[] {
  return sheetNames.map((name) => reportSheet(reported, name, words)).filter((sheet) => sheet !== undefined);
}

/** One of them; undefined where the report has nothing for it. */
export function reportSheet(reported: Reported, name: SheetName, words: DocumentWords): Sheet | undefined {
  const { report, influence, stresses, finance, scorecard, lessons } = reported;
  switch (name) {
    case 'summary':
      return summarySheet(reported, words);
    case 'plan':
      return planSheet(report, words);
    case 'channels':
      return channelSheet(report, words);
    case 'periods':
      return periodSheet(report, words);
    case 'finance':
      return finance && financeSheet(finance, words, financeNotes(reported, words));
    case 'profit':
      return finance && profitSheet(finance, words);
    case 'customers':
      return finance && customerSheet(finance, words);
    case 'cohorts':
      return finance?.cohorts && cohortSheet(finance, finance.cohorts, words);
    case 'stresses':
      return stresses === undefined || stresses.stresses.length === 0 ? undefined : stressSheet(stresses, words);
    case 'drivers':
      return influence && driverSheet(report, influence, words);
    case 'scorecard':
      return scorecard && screeningSheet(scorecard, words);
    case 'pilots':
      return lessons && lessonSheet(lessons, words);
    case 'assumptions':
      return assumptionSheet(reported, words);
    case 'provenance':
      return provenanceSheet(reported, words);
  }
}

function assumptionSheet(reported: Reported, words: DocumentWords): Sheet {
  const { report } = reported;
  const understoodAs = understoodIn(reported, words.assumptions);
  const { what, path: place, written, understood, source } = words.assumptions;
  return {
    name: words.sheets.assumptions,
    headings: [what, place, written, understood, source],
    rows: report.assumptions.map(({ path, text }, k) => [
      words.assumption(report, path),
      plain(path),
      plain(text),
      understoodAs[k]!,
      sourceOf(report, path),
    ]),
  };
}

function provenanceSheet(reported: Reported, { provenance, sheets }: DocumentWords): Sheet {
  return {
    name: sheets.provenance,
    headings: [provenance.what, provenance.value],
    rows: provenanceOf(reported, provenance).map(([name, value]) => [
      name,
      typeof value === 'number' ? cell(value, 'whole') : value,
    ]),
  };
}
