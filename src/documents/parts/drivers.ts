import type { Report } from '../../domain.ts';
import { figure } from '../../report/numbers/estimate.ts';
import { percent } from '../../report/numbers/exact.ts';
import type { Influence } from '../../sensitivity/influence.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

const MOST_DRIVERS = 10;

/** Which assumptions make the outcome uncertain, the most influential first. */
export function driverSection(
  report: Report,
  { drivers, figure: { maximize } }: Influence,
  words: DocumentWords,
): Section | undefined {
  if (drivers.length === 0) return undefined;
  const own = words.drivers;
  const kind = maximize === 'customers' ? 'count' : 'money';
  const share = (value: number) => text(percent(Math.min(1, Math.max(0, value)), 0));
  const dealt = drivers.some(({ members }) => members.some(({ fair }) => fair !== undefined));
  return {
    title: own.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: own.caption,
          columns: [
            { heading: own.what },
            ...[own.together, own.alone, ...(dealt ? [own.fair] : []), own.low, own.high].map((heading) => ({
              heading,
              align: 'right' as const,
            })),
          ],
          rows: drivers
            .slice(0, MOST_DRIVERS)
            .flatMap(({ total, members }) =>
              members.map(({ id, first, fair, tenths: [low, high] }, k) => [
                text(`${k > 0 ? '+ ' : ''}${words.assumption(report, id)}`),
                k === 0 ? share(total.value) : text(''),
                share(first.value),
                ...(dealt ? [fair === undefined ? text('') : share(fair.value)] : []),
                figure(low, kind),
                figure(high, kind),
              ]),
            ),
        },
      },
    ],
  };
}
