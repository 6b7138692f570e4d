import type { InformationValue } from '../../src/information/information-value.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { figure, inline } from '../../src/report/numbers/estimate.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { currencyOf, kindOf } from './figure-kind.ts';
import { spanOf } from './noise-span.ts';

/** What knowing everything, and all about each channel, is worth. */
export function knowingChart(found: InformationValue, words: StressWords, charts: ChartWords): Chart {
  const { title, caption, everything, column, note } = words.information.knowing;
  const { maximize } = found.figure;
  const kind = kindOf(found);
  const rows = [
    { name: everything, value: found.perfect },
    ...found.channels.map(({ channel, value }) => ({ name: channelLabel(found, channel), value })),
  ];
  return {
    id: 'knowing',
    title: title(maximize),
    caption: caption(maximize, currencyOf(found)),
    summary: note,
    table: {
      columns: [charts.channel, column],
      rows: rows.map(({ name, value }) => [name, inline(figure(value, kind))]),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="knowing"
        title={title(maximize)}
        description={words.information.headline(found).first}
        width={width}
        theme={theme}
        rows={rows.map(({ name, value }) => ({
          name,
          text: figure(value, kind).text,
          from: 0,
          to: Math.max(0, value.value),
          span: spanOf(value),
        }))}
        tick={charts.short}
      />
    ),
  };
}

/** What pilots of several sizes are worth, beside their cost; nothing where no channel is worth one. */
export function pilotsChart(found: InformationValue, words: StressWords, { short }: ChartWords): Chart | undefined {
  const { title, caption, size, note, best: recommended, columns } = words.information.pilots;
  const { maximize } = found.figure;
  const kind = kindOf(found);
  const rows = found.pilots.flatMap((pilot) =>
    pilot.sizes.map((each, k) => ({
      ...each,
      name: size(found, pilot, each) + (k === pilot.best ? ` (${recommended})` : ''),
      isBest: k === pilot.best,
    })),
  );
  if (rows.length === 0) return undefined;
  return {
    id: 'pilots',
    title: title(maximize),
    caption: caption(maximize, currencyOf(found)),
    summary: note,
    table: {
      columns,
      rows: rows.map(({ name, spend, customers, cost, value }) => [
        name,
        rough(spend, 'money'),
        rough(customers, 'count'),
        inline(figure(cost, 'money')),
        inline(figure(value, kind)),
      ]),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="pilots"
        title={title(maximize)}
        description={words.information.headline(found).rest.join(' ')}
        width={width}
        theme={theme}
        rows={rows.map(({ name, value, cost, isBest }) => ({
          name,
          text: figure(value, kind).text,
          from: 0,
          to: Math.max(0, value.value),
          span: spanOf(value),
          ...(kind === 'money' ? { mark: Math.max(0, cost.value) } : {}),
          ...(isBest ? { tone: 'gain' as const } : {}),
        }))}
        tick={short}
      />
    ),
  };
}
