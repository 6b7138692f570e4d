import { Option, type Command } from 'commander';
import { reportFormats, type ReportFormat } from '../documents/formats.ts';
import { optimize } from '../runs/run.ts';
import { addFinanceOptions, financeWishes, type FinanceChoices } from './finance-options.ts';
import { sheetNames, USUAL_SHEET, type SheetName } from '../documents/parts-shown.ts';
import { endingOf } from './ending.ts';
import { explain } from './help.ts';
import { addProofOptions, proofOptions, type ProofChoices } from './proof-options.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-report.ts';
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
      const format =
        formatOf(choices) ??
        command.error(
          `error: no report is written as ${endingOf(choices.output)}: end the name in .${reportFormats.join(', .')}, or choose one with --format`,
        );
      if (format === 'xlsx' && choices.output === undefined) {
        command.error('error: a spreadsheet is written to a file: name one with -o, such as -o plan.xlsx');
      }
      if (format !== 'csv' && choices.sheet !== undefined) {
        command.error('error: --sheet names the table of a csv: a spreadsheet has them all');
      }
      const { report } = await runShown({
        file,
        choices,
        session,
        further: { ...searchOptions(choices), ...proofOptions(choices) },
        search: choices,
        async run(engine, reading, options) {
          // Loaded when there is something to write: other commands start without it.
          const [{ gather }, { writeReport }] = await Promise.all([
            import('../documents/gather.ts'),
            import('../documents/write-report.ts'),
          ]);
          const found = await optimize(engine, reading, options);
          const files = [...session.sources].map(([name, text]) => ({ name, text }));
          const { sheet = USUAL_SHEET } = choices;
          const shown = { format, sheet, finance: financeWishes(choices) };
          const reported = await gather(engine, reading, found, files, { ...options, ...shown });
          return { report: found, content: await writeReport(reported, format, session.language, sheet) };
        },
        json: ({ content }) => content,
        text: ({ content }) => content,
      });
      endBySearch(report, session);
    });
  explain(addRunOptions(addProofOptions(addSearchOptions(addFinanceOptions(command)))), {
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

/** What is to be written; undefined where the name of the file asks for what there is not. */
function formatOf(choices: Choices): ReportFormat | undefined {
  if (choices.json === true) return 'json';
  const end = endingOf(choices.output);
  return choices.format ?? reportFormats.find((each) => end === `.${each}`) ?? (end === '' ? 'html' : undefined);
}
