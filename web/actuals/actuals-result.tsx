import { useMemo } from 'preact/hooks';
import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import type { Outturn } from '../../src/finance/variance.ts';
import { amount, exact, percent, type FigureKind } from '../../src/report/numbers/exact.ts';
import { roughRange } from '../../src/report/numbers/rough.ts';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { Tile } from '../result/tile.tsx';
import { BoughtTable } from './bought-table.tsx';
import { outturnChart } from './outturn-chart.tsx';
import { OutturnTable } from './outturn-table.tsx';
import { RepeatTable } from './repeat-table.tsx';
import { varianceChart } from './variance-chart.tsx';
import { VarianceTable } from './variance-table.tsx';
import { useActualsWords } from './use-actuals-words.ts';

/** What came: in all, by channel beside what was to be expected, and why it differs from the plan. */
export function ActualsResult({ found }: { readonly found: PlanAgainstActuals }) {
  const { charts } = useWords();
  const words = useActualsWords();
  const [outturn, variance] = useMemo(
    () => [outturnChart(found, words, charts), varianceChart(found, words, charts)],
    [found, words, charts],
  );
  return (
    <>
      <Totals found={found} />
      {outturn !== undefined && <ChartFigure chart={outturn} />}
      <OutturnTable found={found} />
      <ChartFigure chart={variance} />
      <VarianceTable found={found} />
      <BoughtTable found={found} />
      <RepeatTable found={found} />
    </>
  );
}

function Totals({ found: { total, scenario, calibration } }: { readonly found: PlanAgainstActuals }) {
  const { report } = useWords();
  const words = useActualsWords().figures;
  const { customers, revenue, spend } = total;
  const share = (value: number) => report.number(percent(value, 0));
  const { ranges, held, interval, verdict } = calibration;
  return (
    <dl class="figures" aria-label={words.title}>
      <Tile name={words.customers} note={words.planned(planned(customers, 'count'))}>
        {exact(customers.actual, 'count')}
      </Tile>
      {revenue !== undefined && (
        <Tile name={words.revenue(scenario.currency)} note={words.planned(planned(revenue, 'money'))}>
          {amount(revenue.actual)}
        </Tile>
      )}
      <Tile name={words.spend(scenario.currency)} note={words.planned(amount(spend.planned))}>
        {amount(spend.actual)}
      </Tile>
      {ranges > 0 && (
        <Tile name={words.held} note={words.verdict(words.verdicts[verdict], share(interval[0]), share(interval[1]))}>
          {words.heldOf(`${held}`, `${ranges}`)}
        </Tile>
      )}
    </dl>
  );
}

/** What was planned, in digits that tell it from what came. */
function planned({ planned: mean, actual }: Outturn, kind: FigureKind): string {
  return roughRange([mean, actual], kind)[0];
}
