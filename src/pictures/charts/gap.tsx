import { exact, percent } from '../../report/numbers/exact.ts';
import type { Chart } from '../chart.ts';
import type { GapAt } from '../gap-layout.ts';
import { GapPicture } from '../gap-picture.tsx';
import type { ChartWords } from '../words.ts';

const HEIGHT = 150;
/** Signs of progress that make a picture. */
const FEWEST = 2;

/** How the gap to the best plan closed; nothing where it was closed at once. */
export function gapChart(gaps: readonly GapAt[], words: ChartWords): Chart | undefined {
  if (gaps.length < FEWEST) return undefined;
  const { title, caption, summary, seconds, columns } = words.gap;
  const share = (value: number) =>
    words.number(percent(value, value >= 0.01 ? 0 : value >= 0.001 ? 1 : value >= 0.0001 ? 2 : 3));
  const last = gaps.at(-1)!;
  const time = (value: number) => exact(Math.round(value * 10) / 10, 'ratio');
  const description = summary(share(last.gap), time(last.seconds));
  return {
    id: 'gap',
    title,
    caption,
    summary: description,
    table: { columns, rows: gaps.map((at) => [time(at.seconds), share(at.gap)]) },
    draw: (width, theme) => (
      <GapPicture
        id="gap"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        gaps={gaps}
        share={share}
        seconds={(value) => seconds(exact(value, 'ratio'))}
        label={share(last.gap)}
      />
    ),
  };
}
