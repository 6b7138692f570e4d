import type { Command } from 'commander';
import { optimize } from '../runs/run.ts';
import { explain } from './help.ts';
import { addProofOptions, proofOptions, type ProofChoices } from './proof-options.ts';
import { textOrReport } from './output-format.ts';
import { addRecordOption, type RecordChoices } from './record.ts';
import { addRunOptions } from './run-options.ts';
import { runReport } from './run-report.ts';
import { addSearchOptions, endBySearch, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

/** `apportion optimize FILE`: the best plan under the scenario's limits. */
export function addOptimize(program: Command, session: Session): void {
  const command = program
    .command('optimize')
    .summary('find the best plan under your limits')
    .description(
      "Finds the best plan under the scenario's limits, proves how close to the best it is, and judges it beside today's.",
    )
    .argument('<file>', 'scenario file, or - for standard input')
    .action(async (file: string, choices: SearchChoices & ProofChoices & RecordChoices) => {
      endBySearch(
        await runReport({
          file,
          choices,
          session,
          further: { ...searchOptions(choices), ...proofOptions(choices) },
          search: choices,
          run: optimize,
          ...(choices.record === undefined ? {} : { record: { file: choices.record, command: 'optimize' } }),
        }),
        session,
      );
    });
  explain(addRecordOption(addRunOptions(addProofOptions(addSearchOptions(command)), { written: textOrReport })), {
    practice: 'allocate: money goes where the next unit of it brings most, by quantity and quality of the customers.',
    examples: [
      ['apportion optimize plan.yaml', 'the best plan, in words, tables and pictures'],
      ['apportion optimize plan.yaml -o plan.json', 'everything, for another program'],
      ['apportion optimize plan.yaml -o plan.html', 'a page to send on, as `report` writes it'],
      ['apportion optimize plan.yaml --draws 200k', 'judged with less simulation noise'],
      [
        'apportion optimize plan.yaml --time-limit 60',
        'the best plan found in a minute, and how far it may be from the best',
      ],
      ['apportion optimize plan.yaml --stability', 'how near to the best the plan is on fresh draws'],
      ['apportion optimize plan.yaml --record decision.json', 'and keep a record that `apportion verify` can check'],
      ['apportion optimize plan.yaml --stress cpm-up', 'the best plan if a stress of the file comes true'],
    ],
  });
}
