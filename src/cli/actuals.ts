import type { Command } from 'commander';
import { planAgainstActuals } from '../runs/actuals.ts';
import { jsonText } from '../report/json.ts';
import { actualsText } from '../report/text/actuals.ts';
import { explain } from './help.ts';
import { inputName, readInput } from './read-input.ts';
import { addRunOptions, type RunChoices } from './run-options.ts';
import { runShown } from './run-shown.ts';
import type { Session } from './session.ts';

/** `apportion actuals FILE ACTUALS`: the plan beside what came of it. */
export function addActuals(program: Command, session: Session): void {
  const command = program
    .command('actuals')
    .summary('set the plan beside what came of it: why it differs, and early warnings')
    .description(
      'Sets the plan beside what came of it: which part of the difference is other spend, what that spend brought, or what customers paid; which channels lie outside what was to be expected; and how many of your ranges held.',
    )
    .argument('<file>', 'scenario file of the whole plan')
    .argument(
      '<actuals>',
      'CSV with the columns period, channel, spend, customers and, if known, revenue of first orders, impressions, clicks, leads and repeats (further orders)',
    )
    .action(async (file: string, actuals: string, choices: RunChoices) => {
      await runShown({
        file,
        choices,
        session,
        run: async (_, reading, options) => {
          const { readActuals } = await import('../actuals/read-actuals.ts');
          const [name, text] = [inputName(actuals), await readInput(actuals)];
          session.sources.set(name, text);
          return planAgainstActuals(reading, readActuals(text, reading.scenario, name), options);
        },
        json: jsonText,
        text: actualsText,
      });
    });
  explain(addRunOptions(command, { precision: false }), {
    practice:
      'monitor and be warned early: see which channel leaves the range it was planned in, and why, while you can act.',
    examples: [
      ['apportion actuals plan.yaml actuals.csv', 'the plan beside what came'],
      ['apportion actuals plan.yaml actuals.csv -o outturn.json', 'for another program'],
    ],
  });
}
