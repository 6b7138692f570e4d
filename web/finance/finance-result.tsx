import { useMemo } from 'preact/hooks';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { cashChart } from './cash-chart.tsx';
import { CohortTable } from './cohort-table.tsx';
import { CustomerTable } from './customer-table.tsx';
import { DependenceSection } from './dependence-section.tsx';
import { FinanceFigures } from './finance-figures.tsx';
import { ProfitTable } from './profit-table.tsx';
import { worthChart } from './worth-chart.tsx';

/** Key figures, profit and loss, cash, customers and dependence, in this order. */
export function FinanceResult({ view }: { readonly view: FinanceView }) {
  const { charts, views } = useWords();
  const [cash, worth] = useMemo(
    () => [cashChart(view, views.finance, charts), worthChart(view, views.finance)],
    [view, views, charts],
  );
  return (
    <>
      <FinanceFigures view={view} />
      <ChartFigure chart={cash} />
      <ProfitTable view={view} />
      {worth !== undefined && <ChartFigure chart={worth} />}
      <CustomerTable view={view} />
      <CohortTable view={view} />
      <DependenceSection view={view} />
    </>
  );
}
