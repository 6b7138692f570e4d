import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import type { Variance } from '../../src/finance/variance.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { WaterfallPicture } from '../../src/pictures/waterfall-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { signed } from '../../src/report/numbers/exact.ts';
import { rough, roughRange } from '../../src/report/numbers/rough.ts';
import type { ActualsWords } from '../languages/actuals-words.ts';

/** What leads from the plan to what came, cause by cause. */
export function varianceChart(
  found: PlanAgainstActuals,
  { variance: words }: ActualsWords,
  { tick }: ChartWords,
): Chart {
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const { customers, revenue = customers, variance } = found.total;
  const changes = causesOf(variance, words).map(({ name, by }) => ({ name, by, text: signed(rough(by, kind)) }));
  const most = changes.reduce((a, b) => (Math.abs(b.by) > Math.abs(a.by) ? b : a));
  const description = words.summary(most.name, most.text);
  const title = words.title(found);
  // In digits that tell them apart: the picture shows them at different places.
  const [planned, actual] = roughRange([revenue.planned, revenue.actual], kind);
  const [start, end] = [
    { name: words.planned, text: planned },
    { name: words.actual, text: actual },
  ];
  return {
    id: 'variance',
    title,
    caption: words.caption(found),
    summary: description,
    table: {
      columns: words.columns,
      rows: [[start.name, start.text], ...changes.map(({ name, text }) => [name, text]), [end.name, end.text]],
    },
    draw: (width, theme) => (
      <WaterfallPicture
        id="variance"
        title={title}
        description={description}
        width={width}
        theme={theme}
        start={start}
        changes={changes}
        end={end}
        tick={tick}
      />
    ),
  };
}

/** The parts of a variance by name; what customers paid only where it is known. */
export function causesOf(
  { volume, effectiveness, price }: Variance,
  words: ActualsWords['variance'],
): readonly { readonly name: string; readonly by: number }[] {
  return [
    { name: words.volume, by: volume },
    { name: words.effectiveness, by: effectiveness },
    ...(price === undefined ? [] : [{ name: words.price, by: price }]),
  ];
}
