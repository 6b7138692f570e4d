import type { Report } from '../../domain.ts';
import { INDEX_STEP } from '../../optimize/explain/index-step.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { grouped } from '../numbers/grouped.ts';
import { roughRange } from '../numbers/rough.ts';
import type { Found } from './goal.ts';
import { ofGoal } from './words.ts';

/** What a limit on the Herfindahl index costs. */
export interface ConcentrationFacts {
  /** How much more of the index, and what it would be. */
  readonly by: string;
  readonly to: string;
  readonly mean: string;
  /** Where 90 % of the draws lie; absent where no draw alone has a say in the goal. */
  readonly range?: readonly [low: string, high: string];
}

/** See {@link ConcentrationFacts}; undefined where no such limit holds the plan back. */
export function concentrationFacts(
  { scenario: { goal } }: Report,
  { concentration }: Found,
): ConcentrationFacts | undefined {
  if (concentration === undefined) return undefined;
  const { most, oneMore } = concentration;
  const kind = goal.maximize === 'customers' ? 'ratio' : 'money';
  return {
    by: grouped(INDEX_STEP, 2),
    to: String(Number((most + INDEX_STEP).toFixed(6))),
    mean: inline(figure(oneMore.mean, kind)),
    ...(oneMore.range === undefined ? {} : { range: roughRange(oneMore.range, kind) }),
  };
}

/** What a hundredth of the Herfindahl index more would add; nothing where no limit on it holds the plan back. */
export function concentrationTexts(report: Report, found: Found): readonly string[] {
  const facts = concentrationFacts(report, found);
  if (facts === undefined) return [];
  const { by, to, mean, range } = facts;
  const what = ofGoal(report.scenario);
  const span = range === undefined ? '' : ` on average; in 9 of 10 draws between ${range[0]} and ${range[1]}`;
  return [`Raising «concentration (Herfindahl index), at most» by ${by}, to ${to}, adds ${mean}${what}${span}.`];
}
