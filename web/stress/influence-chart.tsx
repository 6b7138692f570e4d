import type { Estimate } from '../../src/domain.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { figure, inline } from '../../src/report/numbers/estimate.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import type { Driver, Influence } from '../../src/sensitivity/influence.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { paragraph } from '../languages/paragraph.ts';
import { kindOf } from './figure-kind.ts';
import { spanOf } from './noise-span.ts';

const MOST_DRIVERS = 12;
/** The column of the share alone. */
const ALONE = 2;

/** The share of the variance that each assumption makes, the largest first; nothing where nothing is uncertain. */
export function influenceChart(influence: Influence, words: StressWords, { number }: ChartWords): Chart | undefined {
  const drivers = influence.drivers.filter(({ total }) => total.value > 0).slice(0, MOST_DRIVERS);
  if (drivers.length === 0) return undefined;
  const { title, caption, headline, alone, note, columns, fair: dealtOut } = words.influence;
  const dealt = drivers.some(({ members }) => members.some(({ fair }) => fair !== undefined));
  const { maximize } = influence.figure;
  const kind = kindOf(influence);
  const nameOf = ({ members }: Driver) => members.map(({ id }) => words.assumption(influence, id)).join(' + ');
  return {
    id: 'influence',
    title: title(maximize),
    caption: caption(maximize, ''),
    summary: paragraph([note, alone]),
    table: {
      columns: dealt ? columns.toSpliced(ALONE + 1, 0, dealtOut) : columns,
      rows: drivers.flatMap(({ total, members }) =>
        members.map(({ id, first, fair, rank, tenths }, k) => [
          `${k === 0 ? '' : '+ '}${words.assumption(influence, id)}`,
          k === 0 ? number(shareText(total)) : '',
          number(shareText(first)),
          ...(dealt ? [fair === undefined ? '' : number(shareText(fair))] : []),
          grouped(rank.value, 2),
          ...tenths.map(({ value }) => rough(value, kind)),
        ]),
      ),
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="influence"
        title={title(maximize)}
        description={headline(influence).first}
        width={width}
        theme={theme}
        rows={drivers.map((driver) => {
          const [first, ...others] = driver.members;
          return {
            name: nameOf(driver),
            text: number(percent(driver.total.value, 0)),
            from: 0,
            to: driver.total.value,
            span: spanOf(driver.total),
            ...(others.length === 0 ? { mark: Math.max(0, first!.first.value) } : {}),
          };
        })}
        tick={(value) => number(percent(value, 0))}
      />
    ),
  };
}

/** A share of the variance in percent with its noise, which puts some a little below 0. */
function shareText({ value, standardError }: Estimate): string {
  if (!(standardError > 0)) return percent(Math.max(0, value), 1);
  return `${inline(figure({ value: Math.max(0, value) * 100, standardError: standardError * 100 }, 'ratio'))}\u00a0%`;
}
