import type { Details } from '../../runs/details.ts';
import type { Report } from '../../domain.ts';
import { amount } from '../../report/numbers/exact.ts';
import { rough } from '../../report/numbers/rough.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { CurvesPicture } from '../curves-picture.tsx';
import type { ChartWords } from '../words.ts';
import { plansShown, shortMoney } from './plans-shown.ts';

/** What each channel adds at different spends. */
export function curvesChart(
  report: Pick<Report, 'plans' | 'scenario'>,
  { curves }: Pick<Details, 'curves'>,
  words: ChartWords,
): Chart | undefined {
  if (curves.length === 0) return undefined;
  const { currency } = report.scenario;
  const { figure } = curves[0]!;
  const most = Math.max(...curves.flatMap(({ points }) => points.map(({ high }) => high)));
  const { title, caption, observed, summary, columns } = words.curves;
  const shown = plansShown(report, words);
  const named = curves.map((curve) => ({ ...curve, name: channelLabel(report, curve.channel) }));
  const value = (number: number) => rough(number, figure === 'revenue' ? 'money' : 'count');
  const inPlan = named.map(({ name, points, plan }) => ({ name, ...points[plan]! }));
  const best = inPlan.reduce((a, b) => (b.mean > a.mean ? b : a));
  const unit = figure === 'revenue' ? `\u00a0${currency}` : '';
  const description = summary(best.name, `${value(best.mean)}${unit}`, value(best.low), value(best.high));
  return {
    id: 'curves',
    title: title[figure],
    caption: caption(figure, currency, shortMoney(most, words), shown.at(-1)!.called),
    summary: description,
    table: {
      columns: [words.channel, ...columns(figure, currency)],
      rows: named.flatMap(({ name, points }) =>
        points.map(({ spend, mean, low, high }) => [name, amount(spend), value(mean), value(low), value(high)]),
      ),
    },
    draw: (width, theme) => (
      <CurvesPicture
        id="curves"
        title={title[figure]}
        description={description}
        width={width}
        theme={theme}
        curves={named}
        tick={words.short}
        labels={{ today: words.today, plan: shown.at(-1)!.name }}
        observed={observed}
      />
    ),
  };
}
