import type { CountOutturn, PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { exact, percent } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import type { ActualsWords } from '../languages/actuals-words.ts';

const TONES = { below: 'loss', within: undefined, above: 'gain' } as const;

/** What came of each channel beside the range in which it was to be expected; nothing where nothing was. */
export function outturnChart(
  found: PlanAgainstActuals,
  { outturn: words }: ActualsWords,
  { number }: ChartWords,
): Chart | undefined {
  const shown = found.channels.filter(({ customers }) => customers.expected > 0);
  if (shown.length === 0) return undefined;
  const { title, caption, figures, summary, columns, range } = words;
  const within = shown.filter(({ standing }) => standing === 'within').length;
  const description = summary(within, shown.length);
  const [channel, , , , expected, came] = columns;
  return {
    id: 'outturn',
    title,
    caption,
    summary: description,
    table: {
      columns: [channel, expected, came],
      rows: shown.map((each) => [
        channelLabel(found, each.name),
        range(...bandOf(each)),
        exact(each.customers.actual, 'count'),
      ]),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="outturn"
        title={title}
        description={description}
        width={width}
        theme={theme}
        base={1}
        rows={shown.map((each) => {
          const { customers, band, standing, name } = each;
          const tone = TONES[standing];
          return {
            name: channelLabel(found, name),
            text: figures(exact(customers.actual, 'count'), ...bandOf(each)),
            from: band[0] / customers.expected,
            to: band[1] / customers.expected,
            mark: customers.actual / customers.expected,
            ...(tone === undefined ? {} : { tone }),
          };
        })}
        tick={(share) => number(percent(share, 0))}
      />
    ),
  };
}

/** Counts between which nine cases of ten lie. */
export function bandOf({ band: [from, to] }: Pick<CountOutturn, 'band'>): readonly [string, string] {
  return [exact(Math.round(from), 'count'), exact(Math.round(to), 'count')];
}
