import type { Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { explain } from './help.ts';
import type { Session } from './session.ts';

/** `apportion schema`: the JSON Schema of scenario files. */
export function addSchema(program: Command, { terminal }: Session): void {
  const command = program
    .command('schema')
    .summary('print the JSON Schema of scenario files')
    .description('Prints the JSON Schema of scenario files, for completion and help while you type in an editor.')
    .option('--markdown', 'a page with every field instead')
    .action(async ({ markdown = false }: { readonly markdown?: boolean }) => {
      if (markdown) {
        const { scenarioReference } = await import('../scenario/reference.ts');
        await terminal.print(scenarioReference());
        return;
      }
      const { scenarioJsonSchema } = await import('../scenario/json-schema.ts');
      await terminal.print(jsonText(scenarioJsonSchema()));
    });
  explain(command, {
    practice: 'write plans down in one form, so that they can be read, compared and corrected.',
    examples: [
      ['apportion schema > apportion.schema.json', 'then name it in the first line of your scenario'],
      ['apportion schema --markdown', 'every field with what it says'],
    ],
  });
}
