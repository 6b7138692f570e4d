import { Option, type Command } from 'commander';
import type { Report } from '../domain.ts';
import { USUAL_TOLERANCE } from '../optimize/usual-tolerance.ts';
import { missedUnsought } from '../report/sentences/wishes.ts';
import type { RunOptions } from '../runs/run-options.ts';
import { USUAL_SEARCH_DRAWS } from '../runs/search.ts';
import { missesTargets } from '../runs/stopping.ts';
import { share, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import type { RunChoices } from './run-options.ts';
import type { Session } from './session.ts';

/** What commands that search plans let the user choose. */
export interface SearchChoices extends RunChoices {
  readonly searchDraws?: number;
  readonly gap?: number;
  /** Seconds. */
  readonly timeLimit?: number;
}

/** Seconds: a week. */
const LONGEST = 604_800;

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
    )
    .addOption(
      new Option(
        '--time-limit <seconds>',
        'stop searching after so long and judge the best plan so far (Ctrl-C stops it at once)',
      ).argParser(wholeNumber({ least: 1, most: LONGEST })),
    );
}

/** The choices as the engine wants them; when to stop is for who runs it. */
export function searchOptions({ searchDraws, gap }: SearchChoices): RunOptions {
  return { ...(searchDraws === undefined ? {} : { searchDraws }), ...(gap === undefined ? {} : { gap }) };
}

/** Ends a command by what its search has found. */
export function endBySearch(report: Report, session: Session): void {
  const { optimization } = report;
  if (optimization === undefined) return;
  const isMissed =
    !('plan' in optimization) || missesTargets(optimization) || missedUnsought(report, optimization).length > 0;
  if (isMissed) session.end(exitCodes.noPlan);
}
