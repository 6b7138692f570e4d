import type { FinanceView } from '../../finance/finance-view.ts';
import type { FinanceWords } from '../../report/languages/finance-words.ts';
import { percent } from '../../report/numbers/exact.ts';
import type { Chart } from '../chart.ts';
import { PathsPicture } from '../paths-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money, shortMoney } from './plans-shown.ts';

const HEIGHT = 260;

/** Of the largest amount: what moves by less than this share from some period on is not followed any more. */
const STILL = 1e-3;

/** Profit by period, and cash in hand as time goes by: what is expected, and what there is at least with the chance. */
export function cashChart(
  { cash, chance, periods: lines, scenario }: Pick<FinanceView, 'cash' | 'chance' | 'periods' | 'scenario'>,
  { cash: words }: FinanceWords,
  charts: ChartWords,
): Chart {
  const { title, caption, expected, atLeast, end, summary, columns } = words;
  const { unit, periods, currency } = scenario;
  const path = untilStill(cash.path, lines.length);
  const atLeastPath = cash.atLeast.slice(0, path.length);
  const profits = lines.map(({ profit }) => profit.value);
  const sure = charts.number(percent(chance, 0));
  const lowest = Math.min(...path);
  const description = summary({
    end: money(cash.path.at(-1)!),
    lowest: money(lowest),
    when: charts.period(unit, path.indexOf(lowest) + 1),
    isBelow: lowest < 0,
    currency,
  });
  return {
    id: 'cash',
    title,
    caption: caption(currency, unit),
    summary: description,
    table: {
      columns: columns(sure),
      rows: path.map((amount, t) => [
        charts.period(unit, t + 1),
        profits[t] === undefined ? '' : money(profits[t]),
        money(amount),
        money(atLeastPath[t]!),
      ]),
    },
    draw: (width, theme) => (
      <PathsPicture
        id="cash"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        bars={profits}
        main={{ values: path, label: expected(shortMoney(cash.path.at(-1)!, charts)) }}
        lower={{ values: atLeastPath, label: atLeast(shortMoney(cash.atLeast.at(-1)!, charts), sure) }}
        tick={charts.tick}
        {...(path.length > periods ? { end: { at: periods, label: end } } : {})}
      />
    ),
  };
}

/** A path to where hardly anything moves any more, and so many periods at least. */
function untilStill(path: readonly number[], least: number): readonly number[] {
  const [end, largest] = [path.at(-1)!, Math.max(...path.map(Math.abs))];
  const last = path.findLastIndex((amount) => Math.abs(amount - end) > STILL * largest);
  return path.slice(0, Math.max(least, last + 2));
}
