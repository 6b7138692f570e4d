import { Option, type Command } from 'commander';
import type { FrontierBy } from '../domain.ts';
import { frontier, USUAL_POINTS } from '../runs/frontier.ts';
import { jsonText } from '../report/json.ts';
import { frontierText } from '../report/text/frontier.ts';
import { share, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import { explain } from './help.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices {
  readonly by: FrontierBy;
  readonly points?: number;
  readonly worst?: number;
}

const WAYS: readonly FrontierBy[] = ['risk', 'budget'];
/** Fewer make no line, and more no readable picture. */
const FEWEST_POINTS = 3;
const MOST_POINTS = 30;

/** `apportion frontier FILE`: the best plans for every appetite for risk, or for every budget. */
export function addFrontier(program: Command, session: Session): void {
  const command = program
    .command('frontier')
    .summary('the best plans for every appetite for risk, or every budget')
    .description(
      'Finds a row of best plans: from the boldest to the most cautious, or from the smallest budget to the one that earns the most, and says what each step costs and brings.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(
      new Option('--by <what>', 'what to trade against the expected figure').choices(WAYS).default('risk' as const),
    )
    .addOption(
      new Option('--points <number>', `how many plans (standard: ${USUAL_POINTS})`).argParser(
        wholeNumber({ least: FEWEST_POINTS, most: MOST_POINTS }),
      ),
    )
    .addOption(
      new Option(
        '--worst <share>',
        "share of draws that are the worst cases (standard: the goal's, else 10%)",
      ).argParser(share({ least: 0.001, most: 0.5 })),
    )
    .action(async (file: string, choices: Choices) => {
      const { by, points, worst } = choices;
      const wishes = { by, ...(points === undefined ? {} : { points }), ...(worst === undefined ? {} : { worst }) };
      const { points: found } = await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) => frontier(engine, reading, wishes, options),
        json: jsonText,
        text: frontierText,
      });
      if (found.every(({ status }) => status === 'none')) session.end(exitCodes.noPlan);
    });
  explain(addRunOptions(addSearchOptions(command)), {
    practice: 'weigh risk and budget: see what caution costs, and where more money stops paying, before you decide.',
    examples: [
      ['apportion frontier plan.yaml', 'what caution costs: nine plans from bold to cautious'],
      ['apportion frontier plan.yaml --worst 5%', 'the worst twentieth of cases instead of the worst tenth'],
      ['apportion frontier plan.yaml --by budget', 'what each budget earns, and where it stops paying'],
      ['apportion frontier plan.yaml --by budget --points 15', 'in smaller steps'],
      ['apportion frontier plan.yaml -o frontier.json', 'all plans, for another program'],
    ],
  });
}
