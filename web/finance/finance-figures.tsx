import type { FinanceView } from '../../src/finance/finance-view.ts';
import { chanceFigure, figure, inline } from '../../src/report/numbers/estimate.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { Tile } from '../result/tile.tsx';

/** What the plan is worth, what to hold back, when it has paid back, and what it needs meanwhile. */
export function FinanceFigures({ view }: { readonly view: FinanceView }) {
  const { report, views } = useWords();
  const words = views.finance.tiles;
  const { presentValue, downside, draws, contingency, payback, cash, scenario } = view;
  const { currency, unit, periods } = scenario;
  const money = (value: number) => rough(value, 'money');
  const chance = report.number(percent(view.chance, 0));
  return (
    <dl class="figures" aria-label={words.title}>
      <Tile name={words.value(currency)} note={words.level(money(contingency.level), chance)}>
        <FigureText {...figure(presentValue, 'money')} />
      </Tile>
      {downside !== undefined && (
        <Tile
          name={words.worst(currency)}
          note={words.loss(report.number(inline(chanceFigure(downside.chanceOfLoss, draws.judging))))}
        >
          <FigureText {...figure(downside.worstMean, 'money')} />
        </Tile>
      )}
      <Tile name={words.reserve(currency)} note={words.reserveNote(chance)}>
        {money(Math.max(0, contingency.reserve))}
      </Tile>
      <Tile
        name={words.payback(unit)}
        note={payback !== undefined && payback.value > periods ? words.afterEnd : undefined}
      >
        {payback === undefined ? words.never : <FigureText {...figure(payback, 'ratio')} />}
      </Tile>
      <Tile name={words.financing(currency)} note={words.financingNote(money(cash.deepest.atMost), chance)}>
        <FigureText {...figure(cash.deepest.mean, 'money')} />
      </Tile>
    </dl>
  );
}
