import type { FinanceView } from '../../src/finance/finance-view.ts';
import { figure } from '../../src/report/numbers/estimate.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { financedAtMost, heldBack } from '../../src/report/sentences/finance.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { Tile } from '../result/tile.tsx';
import { useFinanceWords } from './use-finance-words.ts';

/** What the plan is worth, what to hold back, when it has paid back, and what it needs meanwhile. */
export function FinanceFigures({ view }: { readonly view: FinanceView }) {
  const { report } = useWords();
  const words = useFinanceWords().tiles;
  const { presentValue, payback, cash, scenario } = view;
  const { currency, unit, periods } = scenario;
  const held = heldBack(view);
  const chance = report.number(percent(view.chance, 0));
  return (
    <dl class="figures" aria-label={words.title}>
      <Tile name={words.value(currency)} note={words.level(held.level, chance)}>
        <FigureText {...figure(presentValue, 'money')} />
      </Tile>
      <Tile name={words.reserve(currency)} note={words.reserveNote(chance)}>
        {held.reserve}
      </Tile>
      <Tile
        name={words.payback(unit)}
        note={payback !== undefined && payback.value > periods ? words.afterEnd : undefined}
      >
        {payback === undefined ? words.never : <FigureText {...figure(payback, 'ratio')} />}
      </Tile>
      <Tile name={words.financing(currency)} note={words.financingNote(financedAtMost(view), chance)}>
        <FigureText {...figure(cash.deepest.mean, 'money')} />
      </Tile>
    </dl>
  );
}
