import type { Target, TargetSummary } from '../../domain.ts';
import { chanceFigure, figure } from '../numbers/estimate.ts';
import { percent } from '../numbers/exact.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { planName } from '../sentences/words.ts';
import type { Page, Section } from './page.ts';
import { plain } from './plain.ts';
import type { Style } from './paint.ts';
import { table, type Cell } from './table.ts';

const VERDICTS: Readonly<Record<NonNullable<TargetSummary['verdict']>, Style>> = {
  reached: 'good',
  missed: 'bad',
  'too close to call': 'plain',
};

/** The planner's targets and the chance of each; undefined when there are none. */
export function targetSection({ report, width, paint }: Page): Section | undefined {
  const last = report.plans.at(-1)!;
  if (last.targets.length === 0) return undefined;
  return {
    title: 'Chance of reaching your targets',
    lines: table(
      [
        { heading: '', align: 'left', cells: last.targets.map(({ target }) => ({ text: targetText(target) })) },
        ...report.plans.map((plan) => ({
          heading: planName(plan.plan).heading,
          align: 'right' as const,
          cells: plan.targets.map(({ value, chance }) =>
            chance === undefined ? figure(value, 'ratio') : chanceFigure(chance, plan.draws),
          ),
        })),
        ...(last.targets.some(({ verdict }) => verdict !== undefined)
          ? [{ heading: 'wanted', align: 'left' as const, cells: last.targets.map(wanted) }]
          : []),
      ],
      { width, paint },
    ),
  };
}

function targetText({ metric, atLeast, atMost }: Target): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${showExactly(atLeast, 'number')}`]),
    ...(atMost === undefined ? [] : [`at most ${showExactly(atMost, 'number')}`]),
  ];
  return `${plain(metric)} ${bounds.join(', ')}`;
}

function wanted({ target, verdict }: TargetSummary): Cell {
  if (target.probability === undefined || verdict === undefined) return { text: '' };
  return { text: `${percent(target.probability, 0)}: ${verdict}`, style: VERDICTS[verdict] };
}
