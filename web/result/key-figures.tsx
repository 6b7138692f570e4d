import { gapFigure } from '../../src/documents/parts/gap-figure.ts';
import type { PlanSummary, Report } from '../../src/domain.ts';
import { chanceFigure, figure, type Figure } from '../../src/report/numbers/estimate.ts';
import { amount, NOTHING, type FigureKind } from '../../src/report/numbers/exact.ts';
import { goalUnit, type Found } from '../../src/report/sentences/goal.ts';
import { samePlan } from '../../src/report/sentences/same-plan.ts';
import { isPoint, rangeOf } from '../../src/report/sentences/spread.ts';
import type { FigureWords } from '../languages/dictionary.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { Tile } from './tile.tsx';

export interface KeyFiguresProps {
  readonly report: Report;
  readonly found: Found;
}

/** What to expect of the plan, how bad it may be, and how sure that is. */
export function KeyFigures({ report, found }: KeyFiguresProps) {
  const { report: say, result: words } = useWords();
  const { currency, goal } = report.scenario;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const difference = report.differences.find(({ a }) => a === today.plan);
  const main = mainFigure(report, words.figures);
  const worst = (plan: PlanSummary) => figure(plan.metrics['profit']!.worstMean, 'money');
  const gap = gapFigure(found, goal, words.figures, say.number);
  const isChange = difference !== undefined && samePlan(report) === undefined && goal.minimize === undefined;
  return (
    <dl class="figures" aria-label={words.figures.title}>
      <Tile name={main.name} note={words.today(main.of(today).text)}>
        <FigureText {...main.of(recommended)} />
      </Tile>
      {!isPoint(difference?.range) && (
        <Tile name={words.figures.chanceBetter}>
          <FigureText {...(isChange ? chanceFigure(difference.chanceBetter, recommended.draws) : NONE)} />
        </Tile>
      )}
      {!isPoint(rangeOf(recommended)) && (
        <Tile name={words.figures.inCurrency(words.figures.worst, currency)} note={words.today(worst(today).text)}>
          <FigureText {...worst(recommended)} />
        </Tile>
      )}
      <Tile name={gap.name}>{gap.text}</Tile>
    </dl>
  );
}

/** The figure that the goal is about, whatever kind of goal it is. */
function mainFigure({ scenario }: Report, words: FigureWords) {
  const { goal, currency } = scenario;
  const unit = goalUnit(goal);
  if (unit === 'spend') {
    return {
      name: words.inCurrency(words.spend, currency),
      of: (plan: PlanSummary) => ({ text: amount(plan.totalSpend) }),
    };
  }
  if (unit === 'chance') {
    return { name: words.chance, of: ({ goal: { chance }, draws }: PlanSummary) => chanceFigure(chance!, draws) };
  }
  const kind: FigureKind = unit;
  const expected = words.expected[goal.maximize];
  return {
    name: unit === 'count' ? expected : words.inCurrency(expected, currency),
    of: ({ metrics }: PlanSummary) => figure(metrics[goal.maximize]!.mean, kind),
  };
}

const NONE: Figure = { text: NOTHING };
