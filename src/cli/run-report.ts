import type { Report } from '../domain.ts';
import { reportJson } from '../report/json.ts';
import { reportText } from '../report/text.ts';
import type { DecisionRecord } from '../runs/record.ts';
import { nextCommands } from './next-commands.ts';
import { outputFormat, textOrReport } from './output-format.ts';
import { writeRecord } from './record.ts';
import { runDocument } from './run-document.ts';
import { runOptions } from './run-options.ts';
import { runShown, type ShownRun } from './run-shown.ts';
import { expectWritable } from './write-file.ts';

export interface ReportRun extends Omit<ShownRun<Report>, 'json' | 'text'> {
  /** Keeps a record of the decision in a file. */
  readonly record?: { readonly file: string; readonly command: DecisionRecord['command'] };
}

/** From a scenario file to a printed or written report: in words, as JSON, or as `report` writes it. */
export async function runReport(input: ReportRun): Promise<Report> {
  const { record, session, choices, further, search } = input;
  const format = outputFormat(choices, textOrReport);
  if (record !== undefined) expectWritable(record.file);
  const run = {
    ...input,
    // What a stopped search finds depends on when it was stopped: a run that is recorded goes to its end, or gives up.
    ...(record === undefined || search === undefined ? {} : { search: undefined }),
  };
  const report =
    format !== 'text' && format !== 'json'
      ? await runDocument({ ...run, format })
      : await runShown({
          ...run,
          format,
          json: reportJson,
          text: (made, options, { scenario }) =>
            reportText(made, {
              ...options,
              further: nextCommands(input.file, { report: made, scenario, session }),
            }),
        });
  if (record !== undefined) {
    const options = { ...runOptions(choices), ...further };
    await writeRecord(record.file, record.command, options, report, session);
  }
  return report;
}
