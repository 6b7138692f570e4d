import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import { percent } from '../../src/report/numbers/exact.ts';
import type { BreakingPoint, StressTest } from '../../src/stress/stress-test.ts';
import type { ChartWords } from '../../src/pictures/words.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { paragraph } from '../languages/paragraph.ts';

const MOST_FACTORS = 12;

/** What each assumption does on the most likely way to a level; nothing where there is no way. */
export function reverseChart(test: StressTest, words: StressWords, { number }: ChartWords): Chart | undefined {
  const { reverse } = test;
  if (reverse?.point === undefined) return undefined;
  const { title, caption, note, columns, sentences } = words.reverse;
  const factors = reverse.point.factors.slice(0, MOST_FACTORS);
  const share = (value: number) => number(percent(value, 0));
  return {
    id: 'reverse',
    title,
    caption,
    summary: note,
    table: {
      columns,
      rows: factors.map((factor) => {
        const [usual, there] = valuesOf(test, factor, words);
        return [words.assumption(test, factor.id), usual, there, share(factor.share)];
      }),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="reverse"
        title={title}
        description={paragraph(sentences(test, reverse))}
        width={width}
        theme={theme}
        rows={factors.map((factor) => ({
          name: words.assumption(test, factor.id),
          text: valuesOf(test, factor, words)
            .filter((text) => text !== '')
            .join(' → '),
          from: 0,
          to: factor.share,
        }))}
        tick={share}
      />
    ),
  };
}

/** Its usual value and where it has to be; empty for common factors, which have no unit. */
function valuesOf(
  test: StressTest,
  { id, value, usual }: BreakingPoint['factors'][number],
  words: StressWords,
): readonly [usual: string, there: string] {
  if (value === undefined || usual === undefined) return ['', ''];
  const [before, there] = words.amounts(test, id, [usual, value]);
  return [before!, there!];
}
