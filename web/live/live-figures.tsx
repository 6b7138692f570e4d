import type { ComponentChildren } from 'preact';
import type { PlanSummary, Report } from '../../src/domain.ts';
import { chanceFigure, figure, type Figure } from '../../src/report/numbers/estimate.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';

/** The figures that move with an edit, with today's beside them; their simulation noise shows when they are looked at. */
export function LiveFigures({ report }: { readonly report: Report }) {
  const { result: words, charts } = useWords();
  const { currency, goal } = report.scenario;
  const [today, last] = [report.plans[0]!, report.plans.at(-1)!];
  const kind = goal.maximize === 'customers' ? 'count' : 'money';
  const [difference] = report.differences;
  const tile = (name: string, of: (plan: PlanSummary) => Figure) => (
    <Tile name={name} note={last === today ? undefined : words.today(charts.number(of(today).text))}>
      <FigureText {...of(last)} />
    </Tile>
  );
  const withCurrency = (name: string) => words.figures.inCurrency(name, currency);
  return (
    <dl class="figures" aria-label={words.figures.title}>
      {tile(
        kind === 'money' ? withCurrency(words.figures.expected[goal.maximize]) : words.figures.expected[goal.maximize],
        ({ metrics }) => figure(metrics[goal.maximize]!.mean, kind),
      )}
      {tile(withCurrency(words.figures.worst), ({ metrics }) => figure(metrics['profit']!.worstMean, 'money'))}
      {tile(words.figures.chanceOfLoss, ({ chanceOfLoss, draws }) => chanceFigure(chanceOfLoss, draws))}
      {difference !== undefined && (
        <Tile name={words.figures.chanceBetter} note={undefined}>
          <FigureText {...chanceFigure(difference.chanceBetter, last.draws)} />
        </Tile>
      )}
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly note: string | undefined;
  readonly children: ComponentChildren;
}

function Tile({ name, note, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the noise shows on focus, too */}
      <dd tabIndex={0}>
        {children}
        {note !== undefined && <span class="beside">{note}</span>}
      </dd>
    </div>
  );
}
