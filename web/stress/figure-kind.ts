import type { Goal, ScenarioFacts } from '../../src/domain.ts';
import type { FigureKind } from '../../src/report/numbers/exact.ts';

interface Answer {
  readonly figure: Pick<Goal, 'maximize'>;
  readonly scenario: ScenarioFacts;
}

/** What the figure of the goal counts. */
export function kindOf({ figure }: Answer): FigureKind {
  return figure.maximize === 'customers' ? 'count' : 'money';
}

/** Its unit; empty where it is not money. */
export function currencyOf(answer: Answer): string {
  return kindOf(answer) === 'money' ? answer.scenario.currency : '';
}
