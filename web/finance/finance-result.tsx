import { useMemo } from 'preact/hooks';
import { customerTable, dependenceTables, profitTable } from '../../src/documents/parts/finance.ts';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import { cashChart } from '../../src/pictures/charts/cash.tsx';
import { cohortsChart } from '../../src/pictures/charts/cohorts.tsx';
import { worthChart } from '../../src/pictures/charts/worth.tsx';
import { useWords } from '../languages/language.ts';
import { DocumentTable } from '../parts/document-table.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { CohortTable } from './cohort-table.tsx';
import { FinanceFigures } from './finance-figures.tsx';
import { useFinanceWords } from './use-finance-words.ts';

/** Key figures, profit and loss, cash, customers and dependence, in this order. */
export function FinanceResult({ view }: { readonly view: FinanceView }) {
  const { charts } = useWords();
  const words = useFinanceWords();
  const [cash, worth, cohorts] = useMemo(
    () => [cashChart(view, words, charts), worthChart(view, words), cohortsChart(view, words)],
    [view, words, charts],
  );
  const dependence = dependenceTables(view, words);
  return (
    <>
      <FinanceFigures view={view} />
      <ChartFigure chart={cash} />
      <section>
        <h3>{words.lines.title}</h3>
        <div class="scrolls" tabIndex={0} role="region" aria-label={words.lines.title}>
          <DocumentTable {...profitTable(view, words)} />
        </div>
      </section>
      {worth !== undefined && <ChartFigure chart={worth} />}
      <section>
        <h3>{words.customers.tableTitle}</h3>
        <DocumentTable {...customerTable(view, words)} />
      </section>
      {cohorts !== undefined && <ChartFigure chart={cohorts} />}
      <CohortTable view={view} />
      {dependence.length > 0 && (
        <section>
          <h3>{words.dependence.title}</h3>
          {dependence.map((table) => (
            <DocumentTable key={table.caption} {...table} />
          ))}
        </section>
      )}
    </>
  );
}
