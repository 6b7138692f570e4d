import { Option, type Command } from 'commander';
import type { DrawMethod } from '../domain.ts';
import { MOST_DRAWS } from '../runs/draws.ts';
import type { RunOptions } from '../runs/run-options.ts';
import { USUAL_DRAWS, USUAL_SEED } from '../runs/usual.ts';
import { wholeNumber, share } from './arguments.ts';
import { endingsOf, shownFormats, type OutputFormat } from './output-format.ts';

/** What `simulate` and `optimize` let the user choose. */
export interface RunChoices {
  readonly seed?: string;
  readonly draws?: number;
  readonly precision?: number;
  readonly method?: DrawMethod;
  readonly workers?: number;
  readonly stress?: readonly string[];
  readonly json?: true;
  readonly output?: string;
}

const METHODS: readonly DrawMethod[] = ['sobol', 'aligned', 'latin', 'plain'];
const MOST_WORKERS = 64;
const FEWEST_DRAWS = 256;

/** What is otherwise in some commands. */
export interface RunOptionTexts {
  /** What `--stress` means there. */
  readonly stress?: string;
  /** Whether draws may go on until a precision is reached: not where several worlds must have the same ones. */
  readonly precision?: false;
  /** What is written there; text and JSON when left out. */
  readonly written?: readonly OutputFormat[];
}

/** Adds the options of commands that draw and report. */
export function addRunOptions(command: Command, texts: RunOptionTexts = {}): Command {
  command.addOption(
    new Option('--draws <number>', `draws on which plans are judged (standard: ${USUAL_DRAWS}), such as 50k`).argParser(
      wholeNumber({ least: FEWEST_DRAWS, most: MOST_DRAWS }),
    ),
  );
  if (texts.precision !== false) {
    command.addOption(
      new Option('--precision <share>', 'draw until the noise of mean profit is below this share of it, such as 0.5%')
        .argParser(share({ least: 1e-6, most: 0.5 }))
        .conflicts('draws'),
    );
  }
  return command
    .addOption(
      new Option(
        '--method <name>',
        'how to draw (standard: sobol); aligned tells worst cases from far fewer draws',
      ).choices(METHODS),
    )
    .option('--seed <text>', `any text; the same seed gives the same draws (standard: ${USUAL_SEED})`)
    .addOption(
      new Option(
        '--workers <number>',
        'threads to work on, 0 for none (standard: one per processor, none for little work)',
      ).argParser(wholeNumber({ least: 0, most: MOST_WORKERS })),
    )
    .option('--stress <names...>', texts.stress ?? 'stresses of the scenario that hold in every draw')
    .option('--json', 'print the whole report as JSON')
    .option(
      '-o, --output <file>',
      `write the report to a file instead of printing it, as its name ends: ${endingsOf(texts.written ?? shownFormats)}`,
    );
}

/** The choices as the engine wants them. */
export function runOptions({ seed, draws, precision, method, stress }: RunChoices): RunOptions {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(draws === undefined ? {} : { draws }),
    ...(precision === undefined ? {} : { precision }),
    ...(method === undefined ? {} : { method }),
    ...(stress === undefined ? {} : { stresses: stress }),
  };
}
