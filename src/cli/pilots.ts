import type { Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { pilotsText } from '../report/text/pilots.ts';
import { pilots } from '../runs/pilots.ts';
import type { TestedPlan } from '../runs/tested-plan.ts';
import { explain } from './help.ts';
import { planOption } from './plan-option.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices {
  readonly plan?: TestedPlan;
}

/** `apportion pilots FILE`: what the pilots in the file have changed. */
export function addPilots(program: Command, session: Session): void {
  const command = program
    .command('pilots')
    .summary('what the pilots in the file have changed, and whether their channels beat the weakest')
    .description(
      'Shows what the pilots of the file (`pilot:` under a channel) have changed: each number before and after, and the chance that the next money brings more there than in the channel with spend that does worst.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(planOption("to which plan money is added (standard: today's)"))
    .action(async (file: string, choices: Choices) => {
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) =>
          pilots(engine, reading, choices.plan === undefined ? {} : { plan: choices.plan }, options),
        json: jsonText,
        text: pilotsText,
      });
    });
  explain(addRunOptions(addSearchOptions(command), { precision: false }), {
    practice: 'test small before you choose: let what a pilot showed move what you believe, and no more than it can.',
    examples: [
      ['apportion pilots plan.yaml', 'before and after, and the chance to beat the weakest channel'],
      ['apportion pilots plan.yaml --plan recommended', 'beside the plan that is best now'],
    ],
  });
}
