import type { Model, Scenario } from '../domain.ts';
import type { JudgedPlans } from './judge-plans.ts';
import { modelNotes } from './model-notes.ts';
import { grouped } from '../report/numbers/grouped.ts';
import type { RunOptions } from './run-options.ts';

/** What was done to the file's wishes and to those of the run. */
export function notesOf(
  scenario: Scenario,
  model: Model,
  { draws: asked, precision, stresses }: RunOptions,
  { draws, summaries, notes }: Pick<JudgedPlans, 'draws' | 'summaries' | 'notes'>,
): readonly string[] {
  const { mean } = summaries[0]!.metrics['profit']!;
  const missed = precision !== undefined && mean.standardError > precision * Math.abs(mean.value);
  return [
    ...modelNotes(scenario, model, stresses),
    ...(asked !== undefined && precision === undefined && draws.judging !== asked
      ? [`${grouped(draws.judging, 0)} draws instead of ${grouped(asked, 0)}: draws come in 16 sets of a power of two.`]
      : []),
    ...(missed
      ? [
          `The simulation error of mean profit is larger than asked for: more than ${grouped(draws.judging, 0)} draws are not made.`,
        ]
      : []),
    ...notes,
  ];
}
