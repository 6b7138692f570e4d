import type { Details } from '../../runs/details.ts';
import type { Report } from '../../domain.ts';
import type { Chart } from '../chart.ts';
import { FanPicture } from '../fan-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money, plansShown, shortMoney } from './plans-shown.ts';

const HEIGHT = 260;

/** Profit from the start on, period by period, with today's middle case; nothing for a single period. */
export function courseChart(
  report: Pick<Report, 'plans' | 'scenario'>,
  { courses }: Pick<Details, 'courses'>,
  words: ChartWords,
): Chart | undefined {
  const { currency, unit, periods } = report.scenario;
  if (periods === 1) return undefined;
  const shown = plansShown(report, words);
  const { cumulated } = courses.at(-1)!;
  const beside = courses.length > 1 ? courses[0]!.cumulated.map(({ median }) => median) : undefined;
  const { title, caption, summary, bands, columns } = words.course;
  const end = cumulated.at(-1)!;
  const positive = firstForGood(cumulated.map(({ median }) => median));
  const description = summary({
    end: `${money(end.median)}\u00a0${currency}`,
    low: money(end.low),
    high: money(end.high),
    positive: positive === undefined || positive === 0 ? undefined : words.period(unit, positive + 1),
  });
  const named = (name: string, value: number) => `${name} ${shortMoney(value, words)}`;
  return {
    id: 'course',
    title,
    caption: caption(currency, unit),
    summary: description,
    table: {
      columns,
      rows: cumulated.map(({ low, lowerQuarter, median, upperQuarter, high }, t) => [
        words.period(unit, t + 1),
        ...[low, lowerQuarter, median, upperQuarter, high].map(money),
      ]),
    },
    draw: (width, theme) => (
      <FanPicture
        id="course"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        bands={cumulated}
        tick={words.tick}
        period={(number) => `${number}`}
        labels={{
          high: bands.high,
          low: bands.low,
          middle: named(shown.at(-1)!.name, end.median),
          ...(beside === undefined ? {} : { beside: named(words.today, beside.at(-1)!) }),
        }}
        {...(beside === undefined ? {} : { beside })}
      />
    ),
  };
}

/** From which on all values are above zero. */
function firstForGood(values: readonly number[]): number | undefined {
  const last = values.findLastIndex((value) => value <= 0);
  return last === values.length - 1 ? undefined : last + 1;
}
