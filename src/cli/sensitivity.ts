import { InvalidArgumentError, Option, type Command } from 'commander';
import { jsonText } from '../report/json.ts';
import { sensitivityText } from '../report/text/sensitivity.ts';
import { readNumber } from '../scenario/quantity/number.ts';
import { sensitivity } from '../runs/sensitivity.ts';
import type { TestedPlan } from '../runs/tested-plan.ts';
import type { ViewWish } from '../sensitivity/influence.ts';
import { explain } from './help.ts';
import { planOption } from './plan-option.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices {
  readonly plan?: TestedPlan;
  readonly given?: readonly ViewWish[];
}

/** `apportion sensitivity FILE`: where the uncertainty of the outcome comes from. */
export function addSensitivity(program: Command, session: Session): void {
  const command = program
    .command('sensitivity')
    .summary('which assumptions make the outcome uncertain, and what if some were given')
    .description(
      'Tells which assumptions make the outcome of a plan uncertain, alone and together with others, and what the outcome is in the part of the draws where something is given.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(planOption())
    .addOption(
      new Option(
        '--given <what>',
        'only where an assumption is so, such as "search.price.cpc highest 10%", "… 0.8 to 0.9" or "… mean 0.9"; may be repeated',
      ).argParser((text: string, before: readonly ViewWish[] | undefined) => [...(before ?? []), viewOf(text)]),
    )
    .action(async (file: string, choices: Choices) => {
      const { plan, given } = choices;
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) =>
          sensitivity(
            engine,
            reading,
            { ...(plan === undefined ? {} : { plan }), ...(given === undefined ? {} : { given }) },
            options,
          ),
        json: jsonText,
        text: sensitivityText,
      });
    });
  explain(addRunOptions(addSearchOptions(command), { precision: false }), {
    practice: 'look at the weakest stage first: learn about what moves the result, not about what is easy to measure.',
    examples: [
      ['apportion sensitivity plan.yaml', 'what makes the profit uncertain'],
      ['apportion sensitivity plan.yaml --plan recommended', 'the same of the recommended plan'],
      ['apportion sensitivity plan.yaml --given "search.price.cpc highest 10%"', 'if clicks turn out dear'],
      ['apportion sensitivity plan.yaml --given "search.price.cpc mean 0.9"', 'if you now expect 0.9 on average'],
    ],
  });
}

/** `PATH lowest 10%`, `PATH highest 10%`, `PATH 0.8 to 0.9`, `PATH mean 0.9`. */
function viewOf(text: string): ViewWish {
  const match = /^(\S+)\s+(?:(lowest|highest|mean)\s+(\S+)|(\S+)\s+to\s+(\S+))$/.exec(text.trim());
  if (match === null) {
    throw new InvalidArgumentError(
      'Write the path of an assumption and `lowest 10%`, `highest 10%`, `0.8 to 0.9` or `mean 0.9`.',
    );
  }
  const [, path = '', word, single = '', from = '', to = ''] = match;
  if (word === undefined) {
    const between = [numberOf(from), numberOf(to)] as const;
    if (between[0] >= between[1]) throw new InvalidArgumentError('The smaller number must come first.');
    return { path, between };
  }
  const value = numberOf(single);
  if (word === 'mean') return { path, mean: value };
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('A share lies between 0% and 100%.');
  return word === 'lowest' ? { path, lowest: value } : { path, highest: value };
}

function numberOf(text: string): number {
  const reading = readNumber(text);
  if (!reading.ok) throw new InvalidArgumentError(`${reading.message}.`);
  return reading.value;
}
