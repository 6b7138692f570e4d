import type { Command } from 'commander';
import type { Scenario } from '../domain.ts';
import { explain } from './help.ts';
import { inputName, readInput } from './read-input.ts';
import { addProofOptions, proofOptions, type ProofChoices } from './proof-options.ts';
import { textOrReport } from './output-format.ts';
import { addRunOptions } from './run-options.ts';
import { runReport } from './run-report.ts';
import { addSearchOptions, endBySearch, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices, ProofChoices {
  readonly after: number | string;
  readonly spent?: string;
}

/** `apportion replan FILE --after N`: the best rest of a plan that is running. */
export function addReplan(program: Command, session: Session): void {
  const command = program
    .command('replan')
    .summary('find the best rest of a plan that is running')
    .description(
      'Finds the best plan for the periods to come: what is spent is spent, and what your limits leave is planned anew.',
    )
    .argument('<file>', 'scenario file of the whole plan, or - for standard input')
    .requiredOption('--after <when>', 'how many periods are past, or a date: what ends before it is past', whenOf)
    .option('--spent <file>', 'what was spent by period and channel, as CSV or YAML (standard: as planned)')
    .action(async (file: string, choices: Choices) => {
      const { after, spent } = choices;
      const report = await runReport({
        file,
        choices,
        session,
        further: { ...searchOptions(choices), ...proofOptions(choices) },
        search: choices,
        run: async (engine, reading, options) => {
          // Loaded with the reader it needs: help and version need not wait for it.
          const { replan } = await import('../runs/replan.ts');
          const told = spent === undefined ? {} : { spent: await spentIn(spent, reading.scenario, after) };
          return replan(engine, reading, { after, ...told }, options);
        },
      });
      endBySearch(report, session);
    });
  explain(addRunOptions(addProofOptions(addSearchOptions(command)), { written: textOrReport }), {
    practice: 'review while you run: learn what was really spent, and move what is left to where it brings most now.',
    examples: [
      ['apportion replan plan.yaml --after 4', 'after four periods as planned'],
      ['apportion replan plan.yaml --after 4 --spent spent.csv', 'after what was really spent'],
      ['apportion replan plan.yaml --after 4 -o rest.html', 'a page to send on, as `report` writes it'],
      ['apportion replan plan.yaml --after 2027-02-01', 'after all periods that end before this day'],
    ],
  });

  async function spentIn(file: string, scenario: Scenario, after: number | string) {
    const name = inputName(file);
    const text = await readInput(file);
    session.sources.set(name, text);
    const { readSpent } = await import('../replan/read-spent.ts');
    return readSpent(text, { scenario, after, file: name });
  }
}

/** A number of periods, or what may be a date. */
function whenOf(text: string): number | string {
  return /^\d{1,4}$/.test(text) ? Number(text) : text;
}
