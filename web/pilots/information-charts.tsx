import type { Estimate } from '../../src/domain.ts';
import type { InformationValue } from '../../src/information/information-value.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { figure, inline } from '../../src/report/numbers/estimate.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import type { PilotWords } from '../languages/pilot-words.ts';
import { paragraph } from '../languages/paragraph.ts';
import { currencyOf, kindOf } from '../stress/figure-kind.ts';
import { spanOf } from '../stress/noise-span.ts';

/** What knowing everything, and all about each channel, is worth. */
export function knowingChart(found: InformationValue, words: PilotWords, charts: ChartWords): Chart {
  return worthChart(found, words, charts, {
    id: 'knowing',
    texts: words.knowing,
    of: charts.channel,
    rows: [
      { name: words.knowing.everything, value: found.perfect },
      ...found.channels.map(({ channel, value }) => ({ name: channelLabel(found, channel), value })),
    ],
  });
}

const MOST_ASSUMPTIONS = 12;

/** What knowing single assumptions is worth, the most valuable first; nothing where none would change the plan. */
export function assumptionsChart(
  found: InformationValue,
  words: PilotWords,
  charts: ChartWords,
  nameOf: (id: string) => string,
): Chart | undefined {
  if (found.assumptions.length === 0) return undefined;
  return worthChart(found, words, charts, {
    id: 'knowing-assumptions',
    texts: words.assumptions,
    of: words.choices.assumptions,
    rows: found.assumptions.slice(0, MOST_ASSUMPTIONS).map(({ id, value }) => ({ name: nameOf(id), value })),
  });
}

interface Worths {
  readonly id: string;
  readonly texts: PilotWords['assumptions'];
  /** What the rows are. */
  readonly of: string;
  readonly rows: readonly { readonly name: string; readonly value: Estimate }[];
}

function worthChart(
  found: InformationValue,
  words: PilotWords,
  { tick }: ChartWords,
  { id, texts, of, rows }: Worths,
): Chart {
  const { maximize } = found.figure;
  const kind = kindOf(found);
  const title = texts.title(maximize);
  return {
    id,
    title,
    caption: texts.caption(maximize, currencyOf(found)),
    summary: texts.note,
    table: { columns: [of, texts.column], rows: rows.map(({ name, value }) => [name, inline(figure(value, kind))]) },
    draw: (width, theme) => (
      <NamedBarsPicture
        id={id}
        title={title}
        description={words.headline(found).first}
        width={width}
        theme={theme}
        rows={rows.map(({ name, value }) => ({
          name,
          text: figure(value, kind).text,
          from: 0,
          to: Math.max(0, value.value),
          span: spanOf(value),
        }))}
        tick={tick}
      />
    ),
  };
}

/** What pilots of several sizes are worth, beside their cost; nothing where no channel is worth one. */
export function pilotsChart(found: InformationValue, words: PilotWords, { tick }: ChartWords): Chart | undefined {
  const { title, caption, size, note, best: recommended, columns } = words.pilots;
  const { maximize } = found.figure;
  const kind = kindOf(found);
  const rows = found.pilots.flatMap((pilot) =>
    pilot.sizes.map((each, k) => ({
      ...each,
      name: size(found, pilot, each) + (k === pilot.best ? recommended : ''),
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
        description={paragraph(words.headline(found).rest)}
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
        tick={tick}
      />
    ),
  };
}
