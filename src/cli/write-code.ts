/** Runs some commands and keeps the code that V8 makes of the program for them: `node dist/cli/write-code.js SCENARIO`. */
import { writeFileSync } from 'node:fs';
import { CODE, openScript } from '../worker/script.ts';

const [node, file, scenario] = process.argv;
if (scenario === undefined) throw new Error('Name a scenario to run.');

/** What all other commands begin with. Code of more would be larger, and every command has to read it. */
const COMMANDS = [
  ['check', scenario],
  ['simulate', scenario, '--workers', '0'],
];

const script = openScript();
if (script === undefined) throw new Error('There is no bundle beside this file.');
for (const words of COMMANDS) {
  process.argv = [node!, file!, ...words];
  await script.program.runCommandLine();
}
writeFileSync(CODE, script.code());
