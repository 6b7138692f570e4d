import { percent } from '../../report/numbers/exact.ts';
import { rough } from '../../report/numbers/rough.ts';
import type { StressTest } from '../../stress/stress-test.ts';
import type { Chart } from '../chart.ts';
import { SpiderPicture } from '../spider-picture.tsx';
import type { ChartWords } from '../words.ts';

/** Lines that one can still tell apart. */
const MOST_LINES = 6;
const HEIGHT = 240;

/**
 * The figure as each of the strongest assumptions moves through its range; nothing where none does anything.
 *
 * @param assumption  what an assumption is called
 */
export function spiderChart(
  { figure: { maximize }, scenario, tornado }: Pick<StressTest, 'figure' | 'scenario' | 'tornado'>,
  assumption: (id: string) => string,
  { spider, number, tick }: ChartWords,
): Chart | undefined {
  const bars = tornado.bars
    .filter(({ steps, means: [low, high] }) => steps.length > 0 && low !== high)
    .slice(0, MOST_LINES);
  const [first] = bars;
  if (first === undefined) return undefined;
  const kind = maximize === 'customers' ? 'count' : 'money';
  const unit = kind === 'money' ? ` ${scenario.currency}` : '';
  const chance = (probability: number) => number(percent(probability, 0));
  const names = bars.map(({ id }) => assumption(id));
  const [low, high] = first.means.map((mean) => `${rough(mean, kind)}${unit}`);
  const summary = spider.summary(names[0]!, low!, high!);
  const grid = bars.reduce((most, { steps }) => (steps.length > most.length ? steps : most), first.steps);
  return {
    id: 'spider',
    title: spider.title(maximize),
    caption: spider.caption(maximize, scenario.currency),
    summary,
    table: {
      columns: [spider.assumption, ...grid.map(({ probability }) => chance(probability))],
      rows: bars.map(({ steps }, k) => [
        names[k]!,
        ...grid.map(({ probability }) => {
          const step = steps.find((each) => each.probability === probability);
          return step === undefined ? '' : rough(step.mean, kind);
        }),
      ]),
    },
    draw: (width, theme) => (
      <SpiderPicture
        id="spider"
        title={spider.title(maximize)}
        description={summary}
        width={width}
        height={HEIGHT}
        theme={theme}
        lines={bars.map(({ steps }) => steps)}
        names={names}
        tick={tick}
        chance={chance}
        across={spider.across}
      />
    ),
  };
}
