import { USUAL_SHEET, type SheetName } from '../documents/parts-shown.ts';
import type { ReportFormat } from '../documents/formats.ts';
import type { Report } from '../domain.ts';
import type { FinanceWishes } from '../runs/finance.ts';
import { runShown, type ShownRun } from './run-shown.ts';

/** A report to be written for those who were not there. */
export interface DocumentRun extends Omit<ShownRun<Report>, 'json' | 'text' | 'format'> {
  readonly format: ReportFormat;
  /** Of comma-separated values; the plan by channel and period when left out. */
  readonly sheet?: SheetName;
  readonly finance?: Pick<FinanceWishes, 'chance' | 'lags'>;
}

/** From a scenario file to a page, a spreadsheet or a table, with what it rests on; gives the report that it shows. */
export async function runDocument(input: DocumentRun): Promise<Report> {
  const { run, format, session, sheet = USUAL_SHEET, finance = {} } = input;
  const { report } = await runShown({
    ...input,
    async run(engine, reading, options) {
      // Loaded when there is something to write: other commands start without it.
      const [{ gather }, { writeReport }] = await Promise.all([
        import('../documents/gather.ts'),
        import('../documents/write-report.ts'),
      ]);
      const found = await run(engine, reading, options);
      const files = [...session.sources].map(([name, text]) => ({ name, text }));
      const reported = await gather(engine, reading, found, files, { ...options, format, sheet, finance });
      return { report: found, content: await writeReport(reported, format, session.language, sheet) };
    },
    json: ({ content }) => content,
    text: ({ content }) => content,
  });
  return report;
}
