import { Option, type Command } from 'commander';
import { USUAL_TOLERANCE } from '../optimize/optimize.ts';
import { optimize } from '../run.ts';
import { USUAL_SEARCH_DRAWS } from '../search.ts';
import { share, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import { explain } from './help.ts';
import { addRunOptions, type RunChoices } from './run-options.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

interface Choices extends RunChoices {
  readonly searchDraws?: number;
  readonly gap?: number;
}

/** `apportion optimize FILE`: the best plan under the scenario's limits. */
export function addOptimize(program: Command, session: Session): void {
  const command = program
    .command('optimize')
    .summary('find the best plan under your limits')
    .description(
      "Finds the best plan under the scenario's limits, proves how close to the best it is, and judges it beside today's.",
    )
    .argument('<file>', 'scenario file, or - for standard input')
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
    .action(async (file: string, choices: Choices) => {
      const { searchDraws, gap } = choices;
      const further = { ...(searchDraws === undefined ? {} : { searchDraws }), ...(gap === undefined ? {} : { gap }) };
      const { optimization } = await runReport({ file, choices, session, further, run: optimize });
      if (optimization?.status === 'refused') session.end(exitCodes.badInput);
      else if (optimization !== undefined && !('plan' in optimization)) session.end(exitCodes.noPlan);
    });
  explain(addRunOptions(command), {
    practice: 'allocate: money goes where the next unit of it brings most, by quantity and quality of the customers.',
    examples: [
      ['apportion optimize plan.yaml', 'the best plan, in words, tables and pictures'],
      ['apportion optimize plan.yaml --json -o plan.json', 'everything, for another program'],
      ['apportion optimize plan.yaml --draws 200k', 'judged with less simulation noise'],
      ['apportion optimize plan.yaml --stress cpm-up', 'the best plan if a stress of the file comes true'],
    ],
  });
}
