import { Command, Option } from 'commander';
import { VERSION } from '../version.ts';
import { explain } from './help.ts';
import { languages } from './language.ts';
import type { Session } from './session.ts';

type Add = (program: Command, session: Session) => void;

/** The commands in the order of the help, each loaded when it may be meant. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  init: async () => (await import('./init.ts')).addInit,
  check: async () => (await import('./check.ts')).addCheck,
  screen: async () => (await import('./screen.ts')).addScreen,
  simulate: async () => (await import('./simulate.ts')).addSimulate,
  optimize: async () => (await import('./optimize.ts')).addOptimize,
  frontier: async () => (await import('./frontier.ts')).addFrontier,
  replan: async () => (await import('./replan.ts')).addReplan,
  report: async () => (await import('./report.ts')).addReport,
  compare: async () => (await import('./compare.ts')).addCompare,
  stress: async () => (await import('./stress.ts')).addStress,
  sensitivity: async () => (await import('./sensitivity.ts')).addSensitivity,
  voi: async () => (await import('./voi.ts')).addVoi,
  pilots: async () => (await import('./pilots.ts')).addPilots,
  finance: async () => (await import('./finance.ts')).addFinance,
  actuals: async () => (await import('./actuals.ts')).addActuals,
  verify: async () => (await import('./verify.ts')).addVerify,
  import: async () => (await import('./import.ts')).addImport,
  schema: async () => (await import('./schema.ts')).addSchema,
  serve: async () => (await import('./serve.ts')).addServe,
};

/**
 * The command line. Parsing throws CommanderError instead of ending the process.
 *
 * @param args  what will be parsed: where a command is named, no other is loaded
 * @param help  receives the text of help that was asked for
 */
export async function openProgram(
  args: readonly string[],
  session: Session,
  help: (text: string) => void,
): Promise<Command> {
  const program = new Command('apportion')
    .description('Splits a marketing budget across channels when costs and conversions are uncertain.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'no colours, also by NO_COLOR in the environment')
    .option('--no-progress', 'do not tell how the work goes on')
    .addOption(
      new Option(
        '--language <name>',
        'language of what is said and written (standard: as LC_ALL or LANG says)',
      ).choices(languages),
    )
    .option('--debug', 'show where a failure of ours happened, also by APPORTION_DEBUG')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError(session.words.say('(--help explains)'))
    .configureOutput({
      writeOut: help,
      writeErr: session.terminal.tell,
      outputError: (text, write) => write(text.split('\n').map(session.words.say).join('\n')),
    })
    .exitOverride();
  explain(program, {
    practice: 'from a guess to a plan: write down what you believe, simulate it, let it be optimized, test it, repeat.',
    examples: [
      ['apportion init plan.yaml', 'a first scenario to fill in'],
      ['apportion check plan.yaml', 'is it understood as you meant it?'],
      ['apportion optimize plan.yaml', 'the best plan under your limits'],
    ],
  });
  for (const add of await Promise.all(meantBy(args).map((load) => load()))) add(program, session);
  return program;
}

/** All commands where none is named: for the list of them, or to propose one for a misspelt name. */
function meantBy(args: readonly string[]): readonly (typeof commands)[string][] {
  const named = args.find((word) => !word.startsWith('-'));
  if (named !== undefined && Object.hasOwn(commands, named)) return [commands[named]!];
  return named === undefined && args.includes('--version') ? [] : Object.values(commands);
}
