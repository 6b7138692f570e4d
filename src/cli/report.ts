import { Option, type Command } from 'commander';
import { reportFormats, type ReportFormat } from '../documents/formats.ts';
import { optimize } from '../runs/run.ts';
import { addFinanceOptions, financeWishes, type FinanceChoices } from './finance-options.ts';
import { sheetNames, USUAL_SHEET, type SheetName } from '../documents/parts-shown.ts';
import { explain } from './help.ts';
import { outputFormat } from './output-format.ts';
import { addProofOptions, proofOptions, type ProofChoices } from './proof-options.ts';
import { addRunOptions } from './run-options.ts';
import { runDocument } from './run-document.ts';
import { addSearchOptions, endBySearch, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices, ProofChoices, FinanceChoices {
  readonly format?: ReportFormat;
  readonly sheet?: SheetName;
}

/** `apportion report FILE`: the recommended plan as a file for those who were not there. */
export function addReport(program: Command, session: Session): void {
  const command = program
    .command('report')
    .summary('the recommended plan as a page, a spreadsheet or a table, to send on')
    .description(
      'Finds the best plan as `optimize` does, and writes it down with what it rests on: what is recommended and why, what can be lost, what makes it uncertain, profit and loss, cash and customers as finance sees them, the assumptions with their sources, and how to get the same again.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(
      new Option(
        '--format <name>',
        'what to write (standard: as the name of the output file ends, else html); csv is one table of the spreadsheet',
      ).choices(reportFormats),
    )
    .addOption(
      new Option(
        '--sheet <name>',
        `the table that a csv holds (standard: ${USUAL_SHEET}, the plan by channel and period)`,
      ).choices(sheetNames),
    )
    .action(async (file: string, choices: Choices) => {
      const format = outputFormat(choices, reportFormats);
      if (format === 'xlsx' && choices.output === undefined) {
        command.error('error: a spreadsheet is written to a file: name one with -o, such as -o plan.xlsx');
      }
      if (format !== 'csv' && choices.sheet !== undefined) {
        command.error('error: --sheet names the table of a csv: a spreadsheet has them all');
      }
      const report = await runDocument({
        file,
        choices,
        session,
        further: { ...searchOptions(choices), ...proofOptions(choices) },
        search: choices,
        run: optimize,
        format,
        ...(choices.sheet === undefined ? {} : { sheet: choices.sheet }),
        finance: financeWishes(choices),
      });
      endBySearch(report, session);
    });
  explain(addRunOptions(addProofOptions(addSearchOptions(addFinanceOptions(command))), { written: reportFormats }), {
    practice: 'decide together: everyone sees the same recommendation, what it rests on and what it may cost.',
    examples: [
      ['apportion report plan.yaml -o plan.html', 'one page that needs nothing else, to read, print or send'],
      ['apportion report plan.yaml -o plan.xlsx', 'all figures as a spreadsheet'],
      ['apportion report plan.yaml -o plan.html --language zh', 'in Chinese'],
      ['apportion report plan.yaml --format md', 'as Markdown, for a wiki or a ticket'],
      ['apportion report plan.yaml -o plan.csv', 'the plan by channel and period, for another program'],
      [
        'apportion report plan.yaml -o cash.csv --sheet profit --collect-after 6',
        'profit and cash when customers pay late',
      ],
    ],
  });
}
