import type { PlanSummary, Report } from '../../domain.ts';
import { chanceFigure, figure, inline, type Figure } from '../../report/numbers/estimate.ts';
import { amount } from '../../report/numbers/exact.ts';
import { goalUnit } from '../../report/sentences/goal.ts';
import { samePlan } from '../../report/sentences/same-plan.ts';
import { isPoint, rangeOf } from '../../report/sentences/spread.ts';
import type { KeyFigure, KeyFigures } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { gapFigure } from './gap-figure.ts';

/** What to expect of the plan, how bad it may be, and how sure that is; nothing where no plan was searched or found. */
export function keyFigures(report: Report, { result: words, comma }: DocumentWords): KeyFigures | undefined {
  const { optimization, plans, scenario, differences } = report;
  if (optimization === undefined || !('plan' in optimization)) return undefined;
  const { figures, say } = words;
  const [today, last] = [plans[0]!, plans.at(-1)!];
  const { currency, goal } = scenario;
  const inMoney = (name: string) => `${name}${comma}${currency}`;
  const written = ({ text, ...noise }: Figure): Figure => ({ text: say.number(text), ...noise });
  const item = (name: string, of: (plan: PlanSummary) => Figure): KeyFigure => ({
    name,
    figure: written(of(last)),
    beside: words.today(say.number(inline(of(today)))),
  });
  const change = differences.find(({ a }) => a === today.plan);
  const unit = goalUnit(goal);
  const gap = gapFigure(optimization, goal, figures, say.number);
  return {
    title: figures.title,
    items: [
      ...(unit === 'chance'
        ? [item(figures.chance, ({ goal: { chance }, draws }) => chanceFigure(chance!, draws))]
        : unit === 'spend'
          ? []
          : [
              item(
                unit === 'count' ? figures.expected[goal.maximize] : inMoney(figures.expected[goal.maximize]),
                (plan) => figure(plan.metrics[goal.maximize]!.mean, unit),
              ),
            ]),
      item(inMoney(figures.spend), ({ totalSpend }) => ({ text: amount(totalSpend) })),
      ...(change === undefined || isPoint(change.range) || samePlan(report) !== undefined || unit === 'spend'
        ? []
        : [{ name: figures.chanceBetter, figure: written(chanceFigure(change.chanceBetter, last.draws)) }]),
      ...(isPoint(rangeOf(last))
        ? []
        : [
            item(inMoney(figures.worst), ({ metrics }) => figure(metrics['profit']!.worstMean, 'money')),
            item(figures.chanceOfLoss, ({ chanceOfLoss, draws }) => chanceFigure(chanceOfLoss, draws)),
          ]),
      { name: gap.name, figure: { text: gap.text } },
    ],
  };
}
