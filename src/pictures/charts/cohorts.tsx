import type { Cohort, FinanceView } from '../../finance/finance-view.ts';
import type { FinanceWords } from '../../report/languages/finance-words.ts';
import { grouped } from '../../report/numbers/grouped.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Chart } from '../chart.ts';
import { GrowthPicture } from '../growth-picture.tsx';

const HEIGHT = 260;
/** Lines that one can still tell apart: the best half of them and the worst. */
const MOST_LINES = 8;

/**
 * What a customer of each channel has brought as time goes by, in multiples of the cost of one; nothing where customers order
 * once, or cost nothing.
 */
export function cohortsChart(view: FinanceView, { cohorts: words, customers }: FinanceWords): Chart | undefined {
  const { cohorts, scenario } = view;
  if (cohorts === undefined || cohorts.ages.length === 1) return undefined;
  const { ages } = cohorts;
  const all = cohorts.channels
    .flatMap(({ name, whole }) => {
      if (!(whole.cost.value > 0)) return [];
      const series = scenario.channels.findIndex((channel) => channel.name === name);
      return [{ name: channelLabel(view, name), values: multiplesOf(whole), series }];
    })
    .toSorted((a, b) => b.values.at(-1)! - a.values.at(-1)!);
  if (all.length === 0) return undefined;
  const half = MOST_LINES / 2;
  const lines = all.length <= MOST_LINES ? all : [...all.slice(0, half), ...all.slice(-half)];
  const { title, caption, across, summary } = words.chart;
  const times = (value: number) => customers.times(grouped(value, 1));
  const [most] = all;
  const age = words.age(ages.at(-1)!, scenario.unit);
  const description = summary({ most: most!.name, times: grouped(most!.values.at(-1)!, 1), age });
  return {
    id: 'cohorts',
    title,
    caption,
    summary: description,
    table: {
      columns: [words.since, ...all.map(({ name }) => name)],
      rows: ages.map((each, k) => [words.age(each, scenario.unit), ...all.map(({ values }) => times(values[k]!))]),
    },
    draw: (width, theme) => (
      <GrowthPicture
        id="cohorts"
        title={title}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        at={ages}
        lines={lines}
        mark={1}
        tick={(value) => customers.times(grouped(value, Number.isInteger(value) ? 0 : 1))}
        across={across(scenario.unit)}
      />
    ),
  };
}

function multiplesOf({ byAge, cost }: Cohort): readonly number[] {
  return byAge.map(({ value }) => value.value / cost.value);
}
