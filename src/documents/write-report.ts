import { ScenarioError } from '../errors.ts';
import { jsonText, reportData } from '../report/json.ts';
import type { ReportFormat } from './formats.ts';
import { documentLanguages, type DocumentLanguage } from './languages/languages.ts';
import { USUAL_SHEET, type SheetName } from './parts-shown.ts';
import type { Reported } from './reported.ts';

/**
 * A report as a file: bytes for a spreadsheet, text for all else. What a format needs is loaded when it is asked for.
 *
 * @param sheet   the table that comma-separated values are
 * @throws ScenarioError  where the report has nothing for that table
 */
export async function writeReport(
  reported: Reported,
  format: ReportFormat,
  language: DocumentLanguage,
  sheet: SheetName = USUAL_SHEET,
): Promise<string | Uint8Array> {
  const words = documentLanguages[language];
  switch (format) {
    case 'json':
      return reportedJson(reported);
    case 'html': {
      const [{ reportDocument }, { htmlReport }] = await Promise.all([
        import('./report-document.ts'),
        import('./html/html-report.ts'),
      ]);
      return htmlReport(reportDocument(reported, words));
    }
    case 'md': {
      const [{ reportDocument }, { markdownReport }] = await Promise.all([
        import('./report-document.ts'),
        import('./markdown.ts'),
      ]);
      return markdownReport(reportDocument(reported, words));
    }
    case 'csv': {
      const [{ reportSheet }, { csvText }] = await Promise.all([
        import('./sheets/report-sheets.ts'),
        import('./sheets/csv.ts'),
      ]);
      const found = reportSheet(reported, sheet, words);
      if (found === undefined) throw noSheet(sheet);
      return csvText(found);
    }
    case 'xlsx': {
      const [{ reportSheets }, { workbook }] = await Promise.all([
        import('./sheets/report-sheets.ts'),
        import('./sheets/workbook.ts'),
      ]);
      return workbook(reportSheets(reported, words));
    }
  }
}

/** All figures in full: those of the run, as it prints them itself, and of all that was gathered but for pictures. */
function reportedJson({ report, finance, influence, stresses, scorecard, lessons }: Reported): string {
  return jsonText({ ...reportData(report), finance, influence, stresses, scorecard, lessons });
}

function noSheet(sheet: SheetName): ScenarioError {
  return new ScenarioError([
    {
      severity: 'error',
      path: 'sheet',
      message: `the report has nothing for '${sheet}'`,
      advice: 'Leave it out, or write a spreadsheet to see what there is.',
    },
  ]);
}
