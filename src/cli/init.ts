import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { ScenarioError } from '../errors.ts';
import { nearest } from '../formula/nearest.ts';
import { explain } from './help.ts';
import type { Language } from './language.ts';
import type { Session } from './session.ts';
import { starterZh } from './starter-zh.ts';
import { starter } from './starter.ts';
import { writeFile } from './write-file.ts';

/** First scenarios to fill in. */
const starters: Readonly<Record<Language, string>> = { en: starter, zh: starterZh };

/** The examples that come with the program, beside the folder of its code. */
const EXAMPLES = new URL('../../scenarios/', import.meta.url);

const USUAL_FILE = 'scenario.yaml';

/** `apportion init [FILE]`: a first scenario to fill in, or one of the examples. */
export function addInit(program: Command, { terminal, call, language, words }: Session): void {
  const command = program
    .command('init')
    .summary('write a first scenario to fill in, or one of the examples')
    .description('Writes a first scenario with a comment on every field, or one of the examples.')
    .argument('[file]', 'file to write', USUAL_FILE)
    .option('--example <name>', `one of the examples: ${exampleNames().join(', ')}`)
    .option('--force', 'replace the file if there is one')
    .action((file: string, { example, force }: { readonly example?: string; readonly force?: true }) => {
      const text = example === undefined ? starters[language] : exampleText(example);
      if (force !== true && existsSync(file)) throw existsAlready(file);
      writeFile(file, text);
      terminal.tell(`${words.say(`Wrote ${file}. Next: ${call} check ${file}`)}\n`);
    });
  explain(command, {
    practice: 'screen the channels: list where customers buy, what reaching them costs and what they are worth.',
    examples: [
      ['apportion init', `writes ${USUAL_FILE}`],
      ['apportion init spring.yaml --example five-channels', 'a copy of an example'],
    ],
  });
}

function exampleNames(): readonly string[] {
  if (!existsSync(EXAMPLES)) return [];
  return readdirSync(EXAMPLES)
    .filter((file) => extname(file) === '.yaml')
    .map((file) => basename(file, '.yaml'))
    .sort();
}

function exampleText(name: string): string {
  const names = exampleNames();
  if (names.includes(name)) return readFileSync(new URL(`${name}.yaml`, EXAMPLES), 'utf8');
  const meant = nearest(name, names);
  const advice = `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}There are ${names.join(', ')}.`;
  throw new ScenarioError([{ severity: 'error', path: '', message: `there is no example \`${name}\``, advice }]);
}

function existsAlready(file: string): ScenarioError {
  const advice = 'Give another name, or --force to replace it.';
  return new ScenarioError([
    { severity: 'error', path: '', file, message: 'cannot be written: there is such a file already', advice },
  ]);
}
