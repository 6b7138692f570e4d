import type { Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { screenText } from '../report/text/screen.ts';
import { screen } from '../runs/screen.ts';
import { explain } from './help.ts';
import { addRunOptions, type RunChoices } from './run-options.ts';
import { runShown } from './run-shown.ts';
import type { Session } from './session.ts';

/** `apportion screen FILE`: channels ranked by the scorecard in the file. */
export function addScreen(program: Command, session: Session): void {
  const command = program
    .command('screen')
    .summary('rank channels by your scorecard, and tell data from opinion')
    .description(
      'Ranks channels by the scorecard of the file (`screening:`): criteria that the file tells are scored from its numbers, others as you typed them; says which are which.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .action(async (file: string, choices: RunChoices) => {
      await runShown({
        file,
        choices,
        session,
        run: (engine, reading, options) => screen(engine, reading, options),
        json: jsonText,
        text: screenText,
      });
    });
  explain(addRunOptions(command, { precision: false }), {
    practice:
      'screen channels before you try them: reach of the target, competition, cost and benefit, weighed by what matters to you.',
    examples: [
      ['apportion screen plan.yaml', 'a ranked list, with data and typed scores told apart'],
      ['apportion screen plan.yaml -o scorecard.json', 'for another program'],
    ],
  });
}
