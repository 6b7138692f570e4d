import type { Command } from 'commander';
import { finance } from '../runs/finance.ts';
import type { TestedPlan } from '../runs/tested-plan.ts';
import { jsonText } from '../report/json.ts';
import { financeText } from '../report/text/finance.ts';
import { addFinanceOptions, financeWishes, type FinanceChoices } from './finance-options.ts';
import { explain } from './help.ts';
import { planOption } from './plan-option.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices, FinanceChoices {
  readonly plan?: TestedPlan;
}

/** `apportion finance FILE`: the plan as finance sees it. */
export function addFinance(program: Command, session: Session): void {
  const command = program
    .command('finance')
    .summary('profit and loss by period, cash, reserves and dependence on channels')
    .description(
      'Shows a plan as finance sees it: profit and loss by period, cash with its lags, payback, what to hold back for a stated chance, what customers cost and bring as time goes by, by channel and by when they were won, and how much depends on one channel.',
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .addOption(planOption())
    .action(async (file: string, choices: Choices) => {
      const { plan } = choices;
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: (engine, reading, options) =>
          finance(engine, reading, { ...(plan === undefined ? {} : { plan }), ...financeWishes(choices) }, options),
        json: jsonText,
        text: financeText,
      });
    });
  explain(addRunOptions(addSearchOptions(addFinanceOptions(command))), {
    practice: 'judge channels by what customers cost and bring, hours included, and do not depend on one of them.',
    examples: [
      ['apportion finance plan.yaml', "profit and loss, cash and reserves of today's plan"],
      ['apportion finance plan.yaml --plan recommended --chance 90%', 'of the recommended plan, with more caution'],
      ['apportion finance plan.yaml --collect-after 6 --pay-after 2', 'when customers pay later than media'],
    ],
  });
}
