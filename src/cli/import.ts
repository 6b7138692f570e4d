import type { Command } from 'commander';
import { importers } from '../importers/table.ts';
import { plain } from '../report/text/plain.ts';
import { wrap } from '../report/text/wrap.ts';
import { explain } from './help.ts';
import { inputName, readInput } from './read-input.ts';
import type { Session } from './session.ts';
import { expectWritable, writeFile } from './write-file.ts';

/** `apportion import FORMAT FILE`: a scenario from a file of another program. */
export function addImport(program: Command, session: Session): void {
  const formats = Object.values(importers);
  const command = program
    .command('import')
    .summary('make a scenario from a file of another program')
    .description('Makes a scenario from a file of another program.');
  explain(command, {
    practice:
      'start from what was measured: media-mix models and history before opinions, with their uncertainty kept.',
    examples: formats.map(({ name }) => [`apportion import ${name} FILE -o plan.yaml`, `from a file of ${name}`]),
  });
  for (const { name, about, convert } of formats) {
    command
      .command(name)
      .description(about)
      .argument('<file>', 'file to import, or - for standard input')
      .option('-o, --output <file>', 'write the scenario to a file instead of printing it')
      .action(async (file: string, { output }: { readonly output?: string }) => {
        const { terminal, sources } = session;
        if (output !== undefined) expectWritable(output);
        const text = await readInput(file);
        sources.set(inputName(file), text);
        const { scenario, notes } = convert(text, { file: inputName(file) });
        if (output === undefined) await terminal.print(scenario);
        else writeFile(output, scenario);
        const told = notes.flatMap((note) => wrap(plain(note), terminal.width, { first: 0, rest: 2 }));
        if (output !== undefined) told.push(`Wrote ${output}. Next: apportion check ${output}`);
        if (told.length > 0) terminal.tell(`${told.join('\n')}\n`);
      });
  }
}
