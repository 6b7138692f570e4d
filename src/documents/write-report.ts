import { reportJson } from '../report/json.ts';
import type { ReportFormat } from './formats.ts';
import { documentLanguages, type DocumentLanguage } from './languages/languages.ts';
import type { Reported } from './reported.ts';

/** A report as a file: bytes for a spreadsheet, text for all else. What a format needs is loaded when it is asked for. */
export async function writeReport(
  reported: Reported,
  format: ReportFormat,
  language: DocumentLanguage,
): Promise<string | Uint8Array> {
  const words = documentLanguages[language];
  switch (format) {
    case 'json':
      return reportJson(reported.report);
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
      const [{ periodSheet }, { csvText }] = await Promise.all([
        import('./sheets/period-sheet.ts'),
        import('./sheets/csv.ts'),
      ]);
      return csvText(periodSheet(reported.report, words));
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
