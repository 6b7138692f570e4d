import type { DocumentWords } from '../languages/document-words.ts';
import { sourceOf, understoodIn } from '../parts/assumptions.ts';
import { provenanceOf } from '../parts/provenance.ts';
import type { Reported } from '../reported.ts';
import { plain } from '../../report/text/plain.ts';
import { channelSheet } from './channel-sheet.ts';
import { driverSheet } from './driver-sheet.ts';
import { lessonSheet } from './lesson-sheet.ts';
import { periodSheet } from './period-sheet.ts';
import { planSheet } from './plan-sheet.ts';
import { screeningSheet } from './screening-sheet.ts';
import { cell, type Sheet } from './sheet.ts';
import { stressSheet } from './stress-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** All figures of a report, a sheet for each kind. */
export function reportSheets(reported: Reported, words: DocumentWords): readonly Sheet[] {
  const { report, influence, stresses, scorecard, lessons } = reported;
  return [
    summarySheet(reported, words),
    planSheet(report, words),
    channelSheet(report, words),
    periodSheet(report, words),
    ...(stresses === undefined || stresses.stresses.length === 0 ? [] : [stressSheet(stresses, words)]),
    ...(influence === undefined ? [] : [driverSheet(report, influence, words)]),
    ...(scorecard === undefined ? [] : [screeningSheet(scorecard, words)]),
    ...(lessons === undefined ? [] : [lessonSheet(lessons, words)]),
    assumptionSheet(reported, words),
    provenanceSheet(reported, words),
  ];
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
