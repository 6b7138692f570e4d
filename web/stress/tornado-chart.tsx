import type { Chart } from '../../src/pictures/chart.ts';
import { TornadoPicture } from '../../src/pictures/tornado-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import type { StressTest, TornadoBar } from '../../src/stress/stress-test.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { currencyOf, kindOf } from './figure-kind.ts';

const MOST_BARS = 12;

/** Each assumption alone at its low and high end, the widest first; nothing where none does anything. */
export function tornadoChart(test: StressTest, words: StressWords, { tick }: ChartWords): Chart | undefined {
  const { figure, tornado } = test;
  const bars = tornado.bars.filter(({ means: [low, high] }) => low !== high).slice(0, MOST_BARS);
  if (bars.length === 0) return undefined;
  const { title, caption, headline, base, note, columns } = words.tornado;
  const kind = kindOf(test);
  const turns = ({ id, ends, breakEvens }: TornadoBar) =>
    breakEvens.map(({ value }) => words.amounts(test, id, [value, ...ends])[0]!).join(', ');
  const withTurns = bars.some(({ breakEvens }) => breakEvens.length > 0);
  return {
    id: 'tornado',
    title: title(figure.maximize),
    caption: caption(figure.maximize, currencyOf(test)),
    summary: note,
    table: {
      columns: withTurns ? columns : columns.slice(0, -1),
      rows: bars.map((bar) => [
        words.assumption(test, bar.id),
        ...words.amounts(test, bar.id, bar.ends),
        ...bar.means.map((mean) => rough(mean, kind)),
        ...(withTurns ? [turns(bar)] : []),
      ]),
    },
    draw: (width, theme) => (
      <TornadoPicture
        id="tornado"
        title={title(figure.maximize)}
        description={`${headline(test)} ${note}`}
        width={width}
        theme={theme}
        rows={bars.map(({ id, ends, means: [low, high] }) => {
          const [lowText, highText] = words.amounts(test, id, ends);
          return { name: words.assumption(test, id), low, high, lowText: lowText!, highText: highText! };
        })}
        base={{ at: tornado.mean, label: base }}
        tick={tick}
      />
    ),
  };
}
