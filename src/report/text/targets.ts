import type { Verdict } from '../../domain.ts';
import { planName } from '../sentences/words.ts';
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
export function targetSection(page: Page): Section | undefined {
  const { report, width, paint, words } = page;
  const rows = wishRows(report);
  if (rows.length === 0) return undefined;
  const { optimization, scenario } = report;
  const { title, name, askedFor, remarks: remarksOn } = words.result.targets;
  const remarks = optimization !== undefined && 'plan' in optimization ? remarksOn(report, optimization) : [];
  const close = rows.some(({ verdict }) => verdict === 'too close to call');
  const shown = report.plans.length === 1 ? [0] : [0, report.plans.length - 1];
  const legend = words.say('Too close: what is asked lies within the simulation noise.');
  return {
    title,
    lines: [
      ...table(
        [
          {
            heading: '',
            align: 'left',
            cells: rows.map((row) => ({ text: shortened(name(row, scenario), LONGEST_NAME) })),
          },
          { heading: 'asked', align: 'left', cells: rows.map((row) => ({ text: askedFor(row) })) },
          ...shown.map((k) => ({
            heading: planName(report.plans[k]!.plan).heading,
            align: 'right' as const,
            cells: rows.map(({ reached }) => reached[k]!),
          })),
          {
            heading: '',
            align: 'left',
            cells: rows.map(({ verdict }) => ({ ...VERDICTS[verdict], text: words.say(VERDICTS[verdict].text) })),
          },
        ],
        page,
      ),
      ...remarks.flatMap((remark) => wrap(remark, width)),
      ...(close ? wrap(legend, width).map((line) => paint('faint', line)) : []),
    ],
  };
}
