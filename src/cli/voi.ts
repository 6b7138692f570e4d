import { Option, type Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { voiText } from '../report/text/voi.ts';
import { valueOfInformation } from '../runs/voi.ts';
import type { PilotWish } from '../runs/voi/pilot-wish.ts';
import { money, wholeNumber } from './arguments.ts';
import { explain } from './help.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices {
  readonly pilot?: string;
  readonly periods?: number;
  readonly spend?: number;
  readonly customers?: number;
  readonly leads?: number;
}

const MOST_COUNTED = 10_000_000;

/** `apportion voi FILE`: what a test would be worth before the money is spent. */
export function addVoi(program: Command, session: Session): void {
  const command = program
    .command('voi')
    .summary('what a test is worth before you decide, and what its result changes')
    .description(
      'Tells what knowing more before you decide would be worth: everything, all about a channel, one assumption, or the result of a pilot; recommends pilots and their size; and tells what the result of a pilot changes.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .option('--pilot <channel>', 'only a pilot in this channel')
    .addOption(
      new Option('--periods <number>', 'how many periods the pilot runs').argParser(
        wholeNumber({ least: 1, most: 520 }),
      ),
    )
    .addOption(new Option('--spend <amount>', 'its media in all').argParser(money))
    .addOption(
      new Option('--customers <number>', 'customers that it brought: what does that change?').argParser(
        wholeNumber({ least: 0, most: MOST_COUNTED }),
      ),
    )
    .addOption(
      new Option('--leads <number>', 'leads that it brought').argParser(wholeNumber({ least: 0, most: MOST_COUNTED })),
    )
    .action(async (file: string, choices: Choices) => {
      const pilot = pilotOf(choices, command);
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) => valueOfInformation(engine, reading, pilot, options),
        json: jsonText,
        text: voiText,
      });
    });
  explain(addRunOptions(addSearchOptions(command), { precision: false }), {
    practice:
      'pilot before you roll out: test small where the answer would change the plan, and learn from the result.',
    examples: [
      ['apportion voi plan.yaml', 'which channel to test, and how large'],
      ['apportion voi plan.yaml --pilot social --periods 4 --spend 20k', 'what this pilot is worth'],
      [
        'apportion voi plan.yaml --pilot social --periods 4 --spend 20k --customers 610',
        'it brought 610 customers: what now?',
      ],
    ],
  });
}

function pilotOf({ pilot, periods, spend, customers, leads }: Choices, command: Command): PilotWish | undefined {
  if (pilot === undefined) {
    if ([periods, spend, customers, leads].some((each) => each !== undefined)) {
      command.error("error: options of a pilot need '--pilot <channel>'");
    }
    return undefined;
  }
  if (leads !== undefined && customers === undefined) command.error("error: '--leads' needs '--customers'");
  return {
    channel: pilot,
    ...(periods === undefined ? {} : { periods }),
    ...(spend === undefined ? {} : { spend }),
    ...(customers === undefined ? {} : { customers }),
    ...(leads === undefined ? {} : { leads }),
  };
}
