import type { Command } from 'commander';
import { simulate } from '../runs/simulate.ts';
import { explain } from './help.ts';
import { textOrReport } from './output-format.ts';
import { addRecordOption, type RecordChoices } from './record.ts';
import { addRunOptions, type RunChoices } from './run-options.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

/** `apportion simulate FILE`: what today's plan leads to. */
export function addSimulate(program: Command, session: Session): void {
  const command = program
    .command('simulate')
    .summary("show what today's plan may lead to")
    .description(
      "Shows what today's plan may lead to: profit, customers and costs with their ranges, channel by channel.",
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .action(async (file: string, choices: RunChoices & RecordChoices) => {
      const record =
        choices.record === undefined ? {} : { record: { file: choices.record, command: 'simulate' as const } };
      await runReport({ file, choices, session, run: simulate, ...record });
    });
  explain(addRecordOption(addRunOptions(command, { written: textOrReport })), {
    practice: 'simulate before you spend, and stress the plan: what if a channel closes or media get dearer?',
    examples: [
      ['apportion simulate plan.yaml', "what today's plan may lead to"],
      ['apportion simulate plan.yaml --stress cpm-up', 'the same with a stress of the file in every draw'],
      ['apportion simulate plan.yaml --precision 0.1%', 'until mean profit is known to 0.1 %'],
      ['apportion simulate plan.yaml --json | jq .plans', 'figures for another program'],
    ],
  });
}
