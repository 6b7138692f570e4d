import type { FinanceView } from '../../finance/finance-view.ts';
import type { FinanceWords } from '../../report/languages/finance-words.ts';
import { grouped } from '../../report/numbers/grouped.ts';
import { timesItsCost } from '../../report/sentences/finance.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { NamedBarsPicture } from '../named-bars-picture.tsx';
import { money } from './plans-shown.ts';

/** How many times its cost a customer of each channel is worth, the most first; nothing where none costs anything. */
export function worthChart(view: FinanceView, { customers: words }: FinanceWords): Chart | undefined {
  const rows = view.channels
    .flatMap((channel) => {
      const times = timesItsCost(channel);
      if (times === undefined) return [];
      const { valuePerCustomer, cacFull, name } = channel;
      return [{ name: channelLabel(view, name), times, brings: money(valuePerCustomer!), costs: money(cacFull!) }];
    })
    .toSorted((a, b) => b.times - a.times);
  if (rows.length === 0) return undefined;
  const { title, caption, figures, times: timesText, summary, columns } = words;
  const [most, least] = [rows[0]!, rows.at(-1)!];
  const description = summary({
    most: most.name,
    mostTimes: grouped(most.times, 1),
    least: least.name,
    leastTimes: grouped(least.times, 1),
    losing: rows.filter(({ times }) => times < 1).map(({ name }) => name),
  });
  const [channel, , , cost, brings, multiple] = columns;
  return {
    id: 'worth',
    title,
    caption: caption(view.scenario.currency),
    summary: description,
    table: {
      columns: [channel, brings, cost, multiple],
      rows: rows.map((row) => [row.name, row.brings, row.costs, grouped(row.times, 1)]),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="worth"
        title={title}
        description={description}
        width={width}
        theme={theme}
        rows={rows.map((row) => ({
          name: row.name,
          text: figures(row.brings, row.costs),
          from: 0,
          to: row.times,
          mark: 1,
          tone: row.times < 1 ? ('loss' as const) : ('gain' as const),
        }))}
        tick={(value) => timesText(grouped(value, Number.isInteger(value) ? 0 : 1))}
      />
    ),
  };
}
