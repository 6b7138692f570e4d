import { InvalidArgumentError, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { nearest } from '../formula/nearest.ts';
import { refusal } from '../errors.ts';
import { importExports, type ExportsInput } from '../importers/exports.ts';
import { MOST_WEEKS } from '../importers/exports/horizon.ts';
import type { Imported } from '../importers/importer.ts';
import { importers } from '../importers/table.ts';
import { money, wholeNumber } from './arguments.ts';
import { plain } from '../report/plain.ts';
import { wrap } from '../report/text/wrap.ts';
import { explain } from './help.ts';
import { outputFormat } from './output-format.ts';
import { inputName, readBytes, readInput } from './read-input.ts';
import type { Session } from './session.ts';
import { expectWritable, writeFile } from './write-file.ts';

interface ExportOptions extends ExportsInput {
  readonly output?: string;
}

/** `apportion import FILE...` and `apportion import FORMAT FILE`: a scenario from files of other programs. */
export function addImport(program: Command, session: Session): void {
  const formats = Object.values(importers);
  const command = program
    .command('import')
    .summary('make a scenario from exports of advertising platforms and CRMs, or of other programs')
    .description(
      'Makes a scenario from exports of advertising platforms and CRMs, and tables of your own with spend and customers by channel and week, which are recognized by their columns and joined: .csv in any encoding, .xlsx, and pages of the APIs of Zoho CRM, 纷享销客 and 简道云, saved as .json.',
    )
    .argument('[files...]', 'exports to import together')
    .option('-o, --output <file>', 'write the scenario to a file (.yaml, .yml) instead of printing it')
    .option('--map <source=channel>', 'the channel of a source where their names differ; may be given again', mapping)
    .option('--won <stage>', 'a stage of deals that is won, where its words do not say so; may be given again', added)
    .option('--lost <stage>', 'a stage of deals that is lost; may be given again', added)
    .option('--open <stage>', 'a stage of deals that is neither; may be given again', added)
    .option(
      '--spend <column>',
      'a column that is spend, in a table with a column for each channel; may be given again',
      added,
    )
    .option(
      '--order-value <amount>',
      'what an order brings on average, where a table tells revenue and no customers',
      money,
    )
    .option('--currency <code>', 'what amounts are in, where no file says so, such as EUR')
    .option('--budget <amount>', "what may be spent in all weeks of the plan (standard: today's spend)", money)
    .option('--start <date>', 'first day of the plan (standard: the Monday after the history)')
    .option(
      '--periods <weeks>',
      'how many weeks are planned (standard: 12)',
      wholeNumber({ least: 1, most: MOST_WEEKS }),
    )
    .action(async (files: readonly string[], { output, ...said }: ExportOptions) => {
      if (files.length === 0) command.help({ error: true });
      expectFiles(files);
      expectOutput(output);
      const raw = files.map((file) => ({ name: basename(file), bytes: readBytes(file) }));
      const { findings, ...imported } = await importExports(raw, { ...said, language: session.language });
      const options = findings.flatMap(({ option = [] }) => option);
      await tell({ ...imported, notes: [...imported.notes, ...new Set(options)] }, output, session);
    });
  explain(command, {
    practice:
      'start from what was measured: history before opinions, several sources joined, duplicates and gaps told, uncertainty kept.',
    examples: [
      ['apportion import leads.csv deals.csv ads.xlsx -o plan.yaml', 'from a CRM and an advertising platform'],
      [
        'apportion import spend.csv --currency EUR -o plan.yaml',
        'from a table of your own: date, channel, spend, conversions',
      ],
      ['apportion import orders.csv costs.xlsx --map "门店=线下门店"', 'with a source under another name'],
      ['apportion import page1.json page2.json ads.csv -o plan.yaml', 'from what the API of a CRM answered'],
      ['apportion import leads.xlsx orders.xlsx ocean.csv --language zh -o plan.yaml', 'with notes in Chinese'],
      ...formats.map(({ name }) => [`apportion import ${name} FILE -o plan.yaml`, `from a file of ${name}`] as const),
    ],
  });
  for (const { name, about, convert } of formats) {
    command
      .command(name)
      .description(about)
      .argument('<file>', 'file to import, or - for standard input')
      .option('-o, --output <file>', 'write the scenario to a file (.yaml, .yml) instead of printing it')
      .action(async (file: string, _options: unknown, own: Command) => {
        // `import` itself has the option as well, and takes it where it stands before the format.
        const { output } = own.optsWithGlobals<{ readonly output?: string }>();
        expectOutput(output);
        const text = await readInput(file);
        session.sources.set(inputName(file), text);
        await tell(convert(text, { file: inputName(file) }), output, session);
      });
  }
}

async function tell(
  { scenario, notes }: Imported,
  output: string | undefined,
  { terminal, call, words: { say } }: Session,
): Promise<void> {
  if (output === undefined) await terminal.print(scenario);
  else writeFile(output, scenario);
  const told = notes.flatMap((note) => wrap(plain(say(note)), terminal.width, { first: 0, rest: 2 }));
  if (output !== undefined) told.push(say(`Wrote ${output}. Next: ${call} check ${output}`));
  if (told.length > 0) terminal.tell(`${told.join('\n')}\n`);
}

/** `source=channel`, added to those before. */
function mapping(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, source, channel] = /^\s*([^=]*[^=\s])\s*=\s*(.*\S)\s*$/.exec(text) ?? [];
  if (source === undefined) throw new InvalidArgumentError('It must be a source and a channel: "Bing=Microsoft Ads".');
  return { ...before, [source]: channel! };
}

function added(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Where the scenario is to go can be written, and is named like one. */
function expectOutput(output: string | undefined): void {
  outputFormat(output === undefined ? {} : { output }, ['yaml']);
  if (output !== undefined) expectWritable(output);
}

/** The first word may be a misspelt format, and not a file. */
function expectFiles([first]: readonly string[]): void {
  const meant = existsSync(first!) ? undefined : nearest(first!, Object.keys(importers));
  if (meant === undefined) return;
  const message = `there is no such file, and no format \`${first}\``;
  throw refusal('', message, `Did you mean ${meant}?`);
}
