import { section } from './leaf.ts';
import { named } from './name.ts';
import { number } from './number.ts';

/** Criteria that are told from the file itself where it has the numbers; every other is scored by the planner. */
export const measuredCriteria = {
  cost: 'what a customer costs, people included',
  time: "cost of people's time per customer",
  value: 'what a customer brings',
  return: 'what a unit of media brings, all costs off',
  conversion: 'share of those first reached who become customers',
  precision: 'share of the people reached who are in the target',
} as const;

export type MeasuredCriterion = keyof typeof measuredCriteria;

const names = Object.keys(measuredCriteria).join(', ');

export const screening = section('A scorecard by which channels are compared before any money is planned.', {
  weights: named(
    `How much each criterion counts: ${names}, which are told from the file, or criteria of your own.`,
    number('How much it counts, 0 or more.', { least: 0, most: 1000 }),
  ),
  channels: named(
    'Scores of each channel for criteria that the file does not tell, or that you know better.',
    named('Scores by criterion.', number('From 1, the worst, to 5, the best.', { least: 1, most: 5 })),
  ).exactOptional(),
});
