import type { FinanceView } from '../../src/finance/finance-view.ts';
import { changeFigure } from '../../src/report/numbers/estimate.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';
import { largestSpendShare } from '../../src/report/sentences/finance.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { figureColumns, Table } from '../parts/table.tsx';

/** How concentrated spend and revenue are, and what the loss of the largest channel would cost. */
export function DependenceSection({ view }: { readonly view: FinanceView }) {
  const { report, views } = useWords();
  const words = views.finance.dependence;
  const { spend, revenue, largest } = view.concentration;
  const row = (name: string, index: number | undefined, share: number | undefined) =>
    index === undefined
      ? []
      : [[name, grouped(index, 3), grouped(1 / index, 1), share === undefined ? '' : report.number(percent(share, 0))]];
  const rows = [...row(words.spend, spend, largestSpendShare(view)), ...row(words.revenue, revenue, largest?.share)];
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{words.title}</h3>
      <Table caption={words.caption} columns={figureColumns(words.columns)} rows={rows} stacks />
      {largest !== undefined && (
        <Table
          caption={words.largest(channelLabel(view, largest.channel))}
          columns={figureColumns(words.loss(view.scenario.currency))}
          rows={[
            [words.closed, <FigureText {...changeFigure(largest.closed, 'money')} />],
            [words.fails, <FigureText {...changeFigure(largest.fails, 'money')} />],
          ]}
        />
      )}
    </section>
  );
}
