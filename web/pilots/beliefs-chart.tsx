import type { AfterPilot, Belief, InformationValue } from '../../src/information/information-value.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import { exact } from '../../src/report/numbers/exact.ts';
import { rough, roughRange } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { paragraph } from '../languages/paragraph.ts';
import type { PilotWords } from '../languages/pilot-words.ts';

interface Change {
  readonly name: string;
  readonly before: Belief;
  readonly after: Belief;
  /** Mean and range, before and after. */
  readonly texts: readonly [before: string, after: string];
  /** The means alone. */
  readonly means: readonly [before: string, after: string];
}

/** What is believed before and after a pilot, each on the scale of its own range before. */
export function beliefsChart(found: InformationValue, after: AfterPilot, pilots: PilotWords): Chart {
  const words = pilots.beliefs;
  const description = paragraph(pilots.own.result(found, after));
  const changes: readonly Change[] = [
    {
      name: words.customers(channelLabel(found, after.channel)),
      ...after.customers,
      texts: [countText(after.customers.before, words), countText(after.customers.after, words)],
      means: [rough(after.customers.before.mean, 'count'), rough(after.customers.after.mean, 'count')],
    },
    ...after.moved.map(({ id, before, after: now }): Change => {
      const [was, is, ...ends] = pilots.values(id, [before.mean, now.mean, ...before.range, ...now.range]);
      return {
        name: pilots.assumption(found, id),
        before,
        after: now,
        texts: [words.range(was!, ends[0]!, ends[1]!), words.range(is!, ends[2]!, ends[3]!)],
        means: [was!, is!],
      };
    }),
  ];
  return {
    id: 'beliefs',
    title: words.title,
    caption: words.caption,
    summary: words.note(exact(Math.round(after.effective), 'count')),
    table: { columns: words.columns, rows: changes.map(({ name, texts }) => [name, ...texts]) },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="beliefs"
        title={words.title}
        description={description}
        width={width}
        theme={theme}
        base={0}
        rows={changes.map(({ name, before, after: now, means }) => {
          const [low, high] = before.range;
          const place = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
          return {
            name,
            text: words.change(...means),
            from: place(now.range[0]),
            to: place(now.range[1]),
            span: [0, 1] as const,
            mark: place(now.mean),
          };
        })}
        tick={(value) => (value === 0 ? words.low : value === 1 ? words.high : '')}
      />
    ),
  };
}

function countText({ mean, range }: Belief, words: PilotWords['beliefs']): string {
  return words.range(rough(mean, 'count'), ...roughRange(range, 'count'));
}
