import type { Report } from '../../domain.ts';
import { figure } from '../../report/numbers/estimate.ts';
import { broughtBack } from '../../report/sentences/last-unit.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { MarginalPicture } from '../marginal-picture.tsx';
import type { ChartWords } from '../words.ts';
import { plansShown } from './plans-shown.ts';

/** What the next unit of money brings back in each channel, the most first. */
export function marginalChart(report: Pick<Report, 'plans' | 'scenario'>, words: ChartWords): Chart | undefined {
  const shown = plansShown(report, words);
  const last = shown.at(-1)!.plan;
  const rows = last.channels
    .flatMap(({ name, marginalProfit }, c) => {
      const back = broughtBack(marginalProfit);
      if (back === undefined || !Number.isFinite(back.value)) return [];
      const before = shown.length > 1 ? broughtBack(shown[0]!.plan.channels[c]!.marginalProfit) : undefined;
      return [
        {
          name: channelLabel(report, name),
          value: back.value,
          text: figure(back, 'ratio').text,
          figure: figure(back, 'ratio'),
          before,
        },
      ];
    })
    .toSorted((a, b) => b.value - a.value);
  if (rows.length === 0) return undefined;
  const { title, caption, pays, summary } = words.marginal;
  const [most, least] = [rows[0]!, rows.at(-1)!];
  const description = summary(most.name, most.text, least.name, least.text);
  const withNoise = ({ text, noise }: ReturnType<typeof figure>) => (noise === undefined ? text : `${text} ± ${noise}`);
  return {
    id: 'next-unit',
    title,
    caption: caption(report.scenario.currency, shown[1]?.called),
    summary: description,
    table: {
      columns: [words.channel, ...shown.map(({ name }) => name)],
      rows: rows.map((row) => [
        row.name,
        ...(shown.length > 1 ? [withNoise(figure(row.before, 'ratio'))] : []),
        withNoise(row.figure),
      ]),
    },
    draw: (width, theme) => (
      <MarginalPicture
        id="next-unit"
        title={title}
        description={description}
        width={width}
        theme={theme}
        rows={rows.map(({ name, value, text, before }) => ({
          name,
          value,
          text,
          ...(before === undefined ? {} : { today: before.value }),
        }))}
        pays={{ at: 1, label: pays }}
        todayLabel={words.today}
        tick={words.tick}
      />
    ),
  };
}
