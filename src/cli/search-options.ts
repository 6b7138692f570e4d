import { Option, type Command } from 'commander';
import type { Report } from '../domain.ts';
import { USUAL_TOLERANCE } from '../optimize/optimize.ts';
import type { RunOptions } from '../run.ts';
import { USUAL_SEARCH_DRAWS } from '../search.ts';
import { share, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import type { RunChoices } from './run-options.ts';
import type { Session } from './session.ts';

/** What commands that search plans let the user choose. */
export interface SearchChoices extends RunChoices {
  readonly searchDraws?: number;
  readonly gap?: number;
}

/** Adds the options of commands that search plans. */
export function addSearchOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--search-draws <number>',
        `draws on which the plan is searched (standard: ${USUAL_SEARCH_DRAWS})`,
      ).argParser(wholeNumber({ least: 16, most: 262_144 })),
    )
    .addOption(
      new Option(
        '--gap <share>',
        `stop when no plan can be better by more than this (standard: ${USUAL_TOLERANCE * 100}%)`,
      ).argParser(share({ least: 1e-7, most: 0.5 })),
    );
}

/** The choices as the engine wants them. */
export function searchOptions({ searchDraws, gap }: SearchChoices): RunOptions {
  return { ...(searchDraws === undefined ? {} : { searchDraws }), ...(gap === undefined ? {} : { gap }) };
}

/** Ends a command by what its search has found. */
export function endBySearch({ optimization }: Report, session: Session): void {
  if (optimization?.status === 'refused') session.end(exitCodes.badInput);
  else if (optimization !== undefined && !('plan' in optimization)) session.end(exitCodes.noPlan);
}
