import { InvalidArgumentError, Option, type Command } from 'commander';
import { compare, type Compared, type ComparedPlan } from '../runs/compare.ts';
import { jsonText } from '../report/json.ts';
import { compareText } from '../report/text/compare.ts';
import type { ScenarioReading } from '../scenario/read.ts';
import { explain } from './help.ts';
import { inputName, readInput } from './read-input.ts';
import { addRunOptions } from './run-options.ts';
import { runShown } from './run-shown.ts';
import { addSearchOptions, searchOptions, type SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';

interface Choices extends SearchChoices {
  readonly plan?: readonly ('today' | 'recommended')[];
  readonly with?: readonly string[];
}

/** `apportion compare FILE...`: several scenarios or plans side by side, and why they differ. */
export function addCompare(program: Command, session: Session): void {
  const command = program
    .command('compare')
    .summary('set scenarios and plans side by side, and say why they differ')
    .description(
      'Sets plans of one or several scenarios side by side on the same draws: how they differ draw by draw, which is the best and how surely, and what leads from the first to each of the others.',
    )
    .argument('<files...>', 'scenario files')
    .addOption(
      new Option(
        '--plan <which>',
        "which plans of each: today, recommended or both (standard: today's of several files, both of one)",
      ).argParser(plansOf),
    )
    .option('--with <tables...>', 'plans of your own for the first scenario: tables of spend by period and channel')
    .action(async (files: readonly string[], choices: Choices) => {
      const [file, ...others] = files as readonly [string, ...string[]];
      const plans =
        choices.plan ??
        (others.length === 0 && choices.with === undefined
          ? (['today', 'recommended'] as const)
          : (['today'] as const));
      await runShown({
        file,
        choices,
        session,
        further: searchOptions(choices),
        search: choices,
        run: async (engine, reading, options) => {
          const [first, ...rest] = named(await readings(reading, others), files, plans) as readonly [
            Compared,
            ...Compared[],
          ];
          const own = await ownPlans(choices.with ?? [], reading);
          return compare(engine, [{ ...first, plans: [...first.plans, ...own] }, ...rest], options);
        },
        json: jsonText,
        text: compareText,
      });
    });
  explain(addRunOptions(addSearchOptions(command)), {
    practice: 'weigh alternatives before you decide: the same worlds for every plan, so that only the plans differ.',
    examples: [
      ['apportion compare plan.yaml', "today's plan beside the recommended one, and where the gain comes from"],
      ['apportion compare base.yaml launch.yaml', "today's plans of two scenarios, and why they differ"],
      ['apportion compare base.yaml launch.yaml --plan recommended', 'the best each of them allows'],
      ['apportion compare a.yaml b.yaml c.yaml --plan both', 'six plans: which cannot be told apart?'],
      ['apportion compare plan.yaml --with bold.csv', "today's plan beside one of your own"],
      ['apportion compare plan.yaml -o compare.json', 'every pair, for another program'],
    ],
  });

  async function ownPlans(tables: readonly string[], { scenario }: ScenarioReading): Promise<readonly ComparedPlan[]> {
    const { readPlan } = await import('../replan/read-spent.ts');
    const plans: ComparedPlan[] = [];
    for (const table of tables) {
      const [name, text] = [inputName(table), await readInput(table)];
      session.sources.set(name, text);
      plans.push({ name, spend: readPlan(text, { scenario, file: name }) });
    }
    return plans;
  }

  async function readings(first: ScenarioReading, others: readonly string[]): Promise<readonly ScenarioReading[]> {
    const { readScenarioFile } = await import('./scenario-file.ts');
    const read: ScenarioReading[] = [first];
    for (const other of others) read.push(await readScenarioFile(other, session.sources));
    return read;
  }
}

/** Scenarios by their names; by their files where two are called the same. */
function named(
  readings: readonly ScenarioReading[],
  files: readonly string[],
  plans: readonly ComparedPlan[],
): readonly Compared[] {
  const names = readings.map(({ scenario }) => scenario.name);
  return readings.map((read, k) => ({
    name: names.filter((name) => name === names[k]).length > 1 ? files[k]! : names[k]!,
    read,
    plans,
  }));
}

function plansOf(text: string): readonly ('today' | 'recommended')[] {
  if (text === 'both') return ['today', 'recommended'];
  if (text === 'today' || text === 'recommended') return [text];
  throw new InvalidArgumentError('It must be today, recommended or both.');
}
