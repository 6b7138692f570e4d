import type { FinanceView } from '../../src/finance/finance-view.ts';
import { amount } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { profitLines, type ProfitLine } from '../../src/report/sentences/profit-lines.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';

/** Of more periods, several go into one line. */
const MOST_LINES = 26;

/** Profit and loss by period, what has come together, and the cash in hand. */
export function ProfitTable({ view }: { readonly view: FinanceView }) {
  const words = useWords().views.finance.lines;
  const { unit, currency } = view.scenario;
  const money = (value: number | undefined) => (value === undefined ? '' : rough(value, 'money'));
  const nameOf = ({ kind, from, to }: ProfitLine) =>
    kind === 'periods' ? words.periods(unit, from, to) : kind === 'tail' ? words.tail : words.total;
  return (
    <section>
      <h3>{words.title}</h3>
      <div class="scrolls" tabIndex={0} role="region" aria-label={words.title}>
        <Table
          caption={words.caption(currency)}
          columns={figureColumns(words.columns)}
          rows={profitLines(view, MOST_LINES).map((each) => [
            nameOf(each),
            rough(each.line.customers, 'count'),
            money(each.line.revenue),
            amount(each.line.media),
            money(each.line.otherCosts),
            money(each.line.profit.value),
            money(each.soFar),
            money(each.cash),
          ])}
          total
        />
      </div>
    </section>
  );
}
