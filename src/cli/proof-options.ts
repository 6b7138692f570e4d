import { Option, type Command } from 'commander';
import { USUAL_WITHIN } from '../runs/explain.ts';
import type { RunOptions } from '../runs/run-options.ts';
import { USUAL_BATCHES } from '../runs/stability.ts';
import { share, wholeNumber } from './arguments.ts';

/** What commands that recommend one plan let the user ask about it. */
export interface ProofChoices {
  readonly ranges: boolean;
  readonly within?: number;
  readonly stability?: true | number;
}

/** Adds the options of commands that recommend one plan. */
export function addProofOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--within <share>',
        `how much of the goal may be given up where channels may be moved (standard: ${USUAL_WITHIN * 100}%)`,
      ).argParser(share({ least: 1e-4, most: 0.5 })),
    )
    .option('--no-ranges', 'do not look how far channels may be moved')
    .addOption(
      new Option(
        '--stability [batches]',
        `search again on fresh batches of draws, to tell how near to the best the plan is (standard: ${USUAL_BATCHES} batches)`,
      ).argParser(wholeNumber({ least: 2, most: 100 })),
    );
}

/** The choices as the engine wants them. */
export function proofOptions({ ranges, within, stability }: ProofChoices): RunOptions {
  return {
    ranges,
    ...(within === undefined ? {} : { within }),
    ...(stability === undefined ? {} : { batches: stability === true ? USUAL_BATCHES : stability }),
  };
}
