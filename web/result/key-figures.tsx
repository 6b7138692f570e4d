import type { ComponentChildren } from 'preact';
import type { GoalMetric, PlanSummary, Report } from '../../src/domain.ts';
import { chanceFigure, figure, type Figure } from '../../src/report/numbers/estimate.ts';
import { NOTHING, type FigureKind } from '../../src/report/numbers/exact.ts';
import { samePlan } from '../../src/report/sentences/same-plan.ts';
import type { Found } from '../languages/dictionary.ts';
import { useWords } from '../languages/language.ts';
import { gapText } from '../numbers/gap.ts';
import { FigureText } from '../parts/figure-text.tsx';

export interface KeyFiguresProps {
  readonly report: Report;
  readonly found: Found;
}

/** What to expect of the plan, how bad it may be, and how sure that is. */
export function KeyFigures({ report, found }: KeyFiguresProps) {
  const { report: say, result: words } = useWords();
  const { currency } = report.scenario;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const difference = report.differences.find(({ a }) => a === today.plan);
  const kind: FigureKind = found.goal === 'customers' ? 'count' : 'money';
  const expected = (plan: PlanSummary) => figure(plan.metrics[found.goal]!.mean, kind);
  const worst = (plan: PlanSummary) => figure(plan.metrics['profit']!.worstMean, 'money');
  const isChange = difference !== undefined && samePlan(report) === undefined;
  return (
    <dl class="figures" aria-label={words.figures.title}>
      <Tile
        name={withCurrency(words.figures.expected[found.goal], currencyOf(found.goal, currency))}
        note={words.today(expected(today).text)}
      >
        <FigureText {...expected(recommended)} />
      </Tile>
      <Tile name={words.figures.chanceBetter}>
        <FigureText {...(isChange ? chanceFigure(difference.chanceBetter, recommended.draws) : NONE)} />
      </Tile>
      <Tile name={withCurrency(words.figures.worst, currency)} note={words.today(worst(today).text)}>
        <FigureText {...worst(recommended)} />
      </Tile>
      <Tile name={words.figures.gap[found.gapKind]}>
        {found.gapKind === 'none' ? words.figures.noGap : words.figures.atMost(say.number(gapText(found.gap)))}
      </Tile>
    </dl>
  );
}

const NONE: Figure = { text: NOTHING };

interface TileProps {
  readonly name: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

function Tile({ name, note, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <span class="beside">{note}</span>}
      </dd>
    </div>
  );
}

function currencyOf(goal: GoalMetric, currency: string): string | undefined {
  return goal === 'customers' ? undefined : currency;
}

function withCurrency(name: string, currency: string | undefined): string {
  return currency === undefined ? name : `${name}, ${currency}`;
}
