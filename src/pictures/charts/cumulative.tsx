import type { Report } from '../../domain.ts';
import { percent } from '../../report/numbers/exact.ts';
import { isPoint, rangeOf } from '../../report/sentences/spread.ts';
import { chanceOfAtLeast } from '../chances.ts';
import type { Chart } from '../chart.ts';
import { CumulativePicture } from '../cumulative-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money, plansShown, quantile } from './plans-shown.ts';

const HEIGHT = 240;
/** Every so many class edges make a row of the table. */
const EVERY = 4;

/** The chance of at least so much profit, today and recommended; nothing where no profit is uncertain. */
export function cumulativeChart(report: Pick<Report, 'plans' | 'scenario'>, words: ChartWords): Chart | undefined {
  const { currency } = report.scenario;
  const plans = plansShown(report, words).filter(({ plan }) => !isPoint(rangeOf(plan)));
  if (plans.length === 0) return undefined;
  const { title, caption, atLeast } = words.cumulative;
  const description = words.dots.summary(
    plans.map(({ name, plan }) => ({
      name,
      median: money(quantile(plan, 0.5)),
      low: money(quantile(plan, 0.05)),
      high: money(quantile(plan, 0.95)),
    })),
    currency,
  );
  const chance = (share: number) => words.number(percent(share, 0));
  const { edges } = plans[0]!.plan.profitDistribution;
  return {
    id: 'profit-chance',
    title,
    caption: caption(currency),
    summary: description,
    table: {
      columns: [atLeast(currency), ...plans.map(({ name }) => name)],
      rows: edges
        .filter((_, k) => k % EVERY === 0)
        .map((edge) => [
          money(edge),
          ...plans.map(({ plan }) => chance(chanceOfAtLeast(plan.profitDistribution, edge))),
        ]),
    },
    draw: (width, theme) => (
      <CumulativePicture
        id="profit-chance"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        plans={plans.map(({ kind, name, plan }) => ({ kind, label: name, distribution: plan.profitDistribution }))}
        tick={words.tick}
        chance={chance}
      />
    ),
  };
}
