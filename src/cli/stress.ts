import { Option, type Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { stressText } from '../report/text/stress.ts';
import { stress } from '../runs/stress.ts';
import type { TestedPlan } from '../runs/tested-plan.ts';
import { stressLibrary } from '../stress/library.ts';
import { money } from './arguments.ts';
import { explain } from './help.ts';
import { planOption } from './plan-option.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends Omit<SearchChoices, 'stress'> {
  readonly stress?: readonly string[];
  readonly plan?: TestedPlan;
  readonly react?: true;
  readonly reverse?: number;
}

/** `apportion stress FILE`: what a plan loses when things go wrong, and what to do about it. */
export function addStress(program: Command, session: Session): void {
  const command = program
    .command('stress')
    .summary('break the plan on purpose: what it can lose, why, and what to do')
    .description(
      'Breaks a plan on purpose: named stresses beside the plan without them, each assumption alone at its low and high end, and the most likely way to miss a figure. Stresses are those of the file and of a library.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(planOption("which plan to test (standard: today's; with --react the recommended one)"))
    .option('--react', 'search the best plan of each stressed world, too: what reacting is worth')
    .addOption(
      new Option('--reverse <amount>', 'find the most likely way in which the goal falls to this amount').argParser(
        money,
      ),
    )
    .action(async (file: string, { stress: names, plan, react, reverse, ...choices }: Choices) => {
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) =>
          stress(
            engine,
            reading,
            {
              ...(names === undefined ? {} : { names }),
              ...(plan === undefined ? {} : { plan }),
              ...(react === undefined ? {} : { react }),
              ...(reverse === undefined ? {} : { reverse }),
            },
            options,
          ),
        json: jsonText,
        text: stressText,
      });
    });
  explain(
    addRunOptions(addSearchOptions(command), {
      stress: 'only these stresses, of the file or of the library',
      precision: false,
    }),
    {
      practice:
        'be warned early: know beforehand what a ban, a rival or dearer media cost you, and who then does what.',
      examples: [
        ['apportion stress plan.yaml', 'all stresses of the file and of the library'],
        ['apportion stress plan.yaml --stress media-dearer channel-banned', 'these two'],
        ['apportion stress plan.yaml --react', 'and what moving the money would bring back'],
        ['apportion stress plan.yaml --reverse 0', 'the most likely way to earn nothing'],
        ['apportion stress plan.yaml -o stress.json', 'everything, for another program'],
      ],
    },
  ).addHelpText(
    'after',
    `\nThe library:\n${stressLibrary.map(({ name, label }) => `  ${name.padEnd(LONGEST_NAME)}  ${label}`).join('\n')}`,
  );
}

const LONGEST_NAME = Math.max(...stressLibrary.map(({ name }) => name.length));
