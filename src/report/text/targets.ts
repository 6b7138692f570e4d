import type { Verdict } from '../../domain.ts';
import { planName } from '../sentences/words.ts';
import { wishAsked, wishName, wishRemarks } from '../sentences/wish-words.ts';
import { wishRows } from '../sentences/wishes.ts';
import { shortened } from './display-width.ts';
import type { Page, Section } from './page.ts';
import { table, type Cell } from './table.ts';
import { wrap } from './wrap.ts';

const VERDICTS: Readonly<Record<Verdict, Cell>> = {
  reached: { text: 'reached', style: 'good' },
  missed: { text: 'missed', style: 'bad' },
  'too close to call': { text: 'too close' },
};

const LONGEST_NAME = 44;

/** What is asked of the plan, what it reaches on fresh draws and what that costs; undefined where nothing is asked. */
export function targetSection({ report, width, paint }: Page): Section | undefined {
  const rows = wishRows(report);
  if (rows.length === 0) return undefined;
  const { optimization, scenario } = report;
  const remarks = optimization !== undefined && 'plan' in optimization ? wishRemarks(report, optimization) : [];
  const close = rows.some(({ verdict }) => verdict === 'too close to call');
  const shown = report.plans.length === 1 ? [0] : [0, report.plans.length - 1];
  const legend = 'Too close: what is asked lies within the simulation noise.';
  return {
    title: 'Targets and risk',
    lines: [
      ...table(
        [
          {
            heading: '',
            align: 'left',
            cells: rows.map((row) => ({ text: shortened(wishName(row, scenario), LONGEST_NAME) })),
          },
          { heading: 'asked', align: 'left', cells: rows.map((row) => ({ text: wishAsked(row) })) },
          ...shown.map((k) => ({
            heading: planName(report.plans[k]!.plan).heading,
            align: 'right' as const,
            cells: rows.map(({ reached }) => reached[k]!),
          })),
          {
            heading: '',
            align: 'left',
            cells: rows.map(({ verdict }) => VERDICTS[verdict]),
          },
        ],
        { width, paint },
      ),
      ...remarks.flatMap((remark) => wrap(remark, width)),
      ...(close ? wrap(legend, width).map((line) => paint('faint', line)) : []),
    ],
  };
}
