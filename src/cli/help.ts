import type { Command } from 'commander';
import { wrap } from '../report/text/wrap.ts';

export interface HelpTexts {
  /** The practice of channel management that the command serves, in one sentence. */
  readonly practice: string;
  /** Command lines and what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
}

/** Columns of commander's own help where it is not shown on a terminal. */
const WIDTH = 80;

/** Adds what stands under the options of a command's help. */
export function explain(command: Command, { practice, examples }: HelpTexts): Command {
  const longest = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, purpose]) => `  ${line.padEnd(longest)}  ${purpose}`);
  return command.addHelpText(
    'after',
    `\n${wrap(`Practice: ${practice}`, WIDTH, { first: 0, rest: 2 }).join('\n')}\n\nExamples:\n${lines.join('\n')}`,
  );
}
