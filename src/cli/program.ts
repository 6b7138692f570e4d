import { Command } from 'commander';
import type { Importer } from '../importers/importer.ts';
import { VERSION } from '../version.ts';
import { addActuals } from './actuals.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addFinance } from './finance.ts';
import { addFrontier } from './frontier.ts';
import { explain } from './help.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addOptimize } from './optimize.ts';
import { addReplan } from './replan.ts';
import { addReport } from './report.ts';
import { addSchema } from './schema.ts';
import { addSensitivity } from './sensitivity.ts';
import { addServe } from './serve.ts';
import type { Session } from './session.ts';
import { addSimulate } from './simulate.ts';
import { addStress } from './stress.ts';
import { addVerify } from './verify.ts';
import { addVoi } from './voi.ts';

/**
 * The command line. Parsing throws CommanderError instead of ending the process.
 *
 * @param formats  what `import` can read
 * @param help     receives the text of help that was asked for
 */
export function openProgram(session: Session, formats: readonly Importer[], help: (text: string) => void): Command {
  const program = new Command('apportion')
    .description('Splits a marketing budget across channels when costs and conversions are uncertain.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'no colours, also by NO_COLOR in the environment')
    .option('--debug', 'show where a failure of ours happened, also by APPORTION_DEBUG')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help explains)')
    .configureOutput({ writeOut: help, writeErr: session.terminal.tell })
    .exitOverride();
  explain(program, {
    practice: 'from a guess to a plan: write down what you believe, simulate it, let it be optimized, test it, repeat.',
    examples: [
      ['apportion init plan.yaml', 'a first scenario to fill in'],
      ['apportion check plan.yaml', 'is it understood as you meant it?'],
      ['apportion optimize plan.yaml', 'the best plan under your limits'],
    ],
  });
  addInit(program, session);
  addCheck(program, session);
  addSimulate(program, session);
  addOptimize(program, session);
  addFrontier(program, session);
  addReplan(program, session);
  addReport(program, session);
  addCompare(program, session);
  addStress(program, session);
  addSensitivity(program, session);
  addVoi(program, session);
  addFinance(program, session);
  addActuals(program, session);
  addVerify(program, session);
  addImport(program, session, formats);
  addSchema(program, session);
  addServe(program, session);
  return program;
}
