import type { Frontier } from '../../domain.ts';
import { chanceFigure, figure } from '../numbers/estimate.ts';
import { amount, exact, NOTHING, percent } from '../numbers/exact.ts';
import { frontierWords, pointSign, type FoundPoint } from '../sentences/frontier-words.ts';
import type { FrontierRow } from './frontier-rows.ts';
import type { Look, Section } from './page.ts';
import { spendByPlan } from './spend-by-plan.ts';
import { table, type Cell, type Column } from './table.ts';

/** What each plan leads to. */
export function frontierFigures(frontier: Frontier, rows: readonly FrontierRow[], look: Look): Section {
  const { mean, kind, worst } = frontierWords(frontier);
  const column = (heading: string, cell: (row: FrontierRow) => Cell): Column => ({
    heading,
    align: 'right',
    cells: rows.map(cell),
  });
  const byRisk = frontier.by === 'risk';
  const money = kind === 'money' ? `, ${frontier.scenario.currency}` : '';
  return {
    title: `What to expect${money}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: rows.map((row) => nameCell(row, look)) },
        ...(byRisk
          ? [
              column(`${worst},\nat least`, ({ point }) => ({
                text: point?.level === undefined ? '' : exact(point.level, kind),
                style: 'faint',
              })),
            ]
          : []),
        column(mean.replace(' ', '\n'), ({ plan }) => ({ ...figure(plan.mean, kind), style: 'strong' })),
        column(`mean of\n${worst}`, ({ plan }) => figure(plan.worstMean, kind)),
        column('chance\nof a loss', ({ plan }) => chanceFigure(plan.chanceOfLoss, frontier.draws.judging)),
        ...(new Set(rows.map(({ plan }) => amount(plan.totalSpend))).size > 1
          ? [column('spend', ({ plan }) => ({ text: amount(plan.totalSpend) }))]
          : []),
        column('proven\nwithin', ({ point }) => ({ text: point === undefined ? '' : gapText(point.search) })),
        ...(rows.some(({ plan }) => plan.beatenBy !== undefined)
          ? [
              column('beaten\nby', ({ plan }) => ({
                text: plan.beatenBy === undefined ? '' : pointSign(plan.beatenBy),
                style: 'bad',
              })),
            ]
          : []),
      ],
      look,
    ),
  };
}

/** How far the plan can be from the best on the draws of its search. */
function gapText({ gap, gapKind }: FoundPoint['search']): string {
  if (gapKind === 'none' || !Number.isFinite(gap)) return NOTHING;
  return percent(Math.max(1, Math.ceil(gap * 1e4 - 1e-9)) / 1e4, 2);
}

/** Who gets how much in each. */
export function frontierPlans(frontier: Frontier, rows: readonly FrontierRow[], look: Look): Section {
  const plans = rows.map((row) => ({ cell: nameCell(row, look), spend: row.plan.spend }));
  return spendByPlan(frontier.scenario, plans, look);
}

function nameCell({ sign, name }: FrontierRow, { words: { say } }: Look): Cell {
  return { text: `${sign} ${say(name)}`.trimEnd() };
}
