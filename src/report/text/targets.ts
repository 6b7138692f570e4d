import type { Verdict } from '../../domain.ts';
import { planName } from '../sentences/words.ts';
import { onlyJudgedText, wishAsked, wishCosts, wishName } from '../sentences/wish-words.ts';
import { wishRows } from '../sentences/wishes.ts';
import { shortened } from './display-width.ts';
import type { Page, Section } from './page.ts';
import type { Style } from './paint.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

const VERDICTS: Readonly<Record<Verdict, Style>> = {
  reached: 'good',
  missed: 'bad',
  'too close to call': 'plain',
};

const LONGEST_NAME = 44;

/** What is asked of the plan, what it reaches on fresh draws and what that costs; undefined where nothing is asked. */
export function targetSection({ report, width, paint }: Page): Section | undefined {
  const rows = wishRows(report);
  if (rows.length === 0) return undefined;
  const { optimization, scenario } = report;
  const remarks =
    optimization !== undefined && 'plan' in optimization
      ? [...wishCosts(report, optimization), ...onlyJudgedText(report, optimization)]
      : [];
  const close = rows.some(({ verdict }) => verdict === 'too close to call');
  const legend = 'Too close to call: what is asked lies within the simulation noise.';
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
          ...report.plans.map((plan, k) => ({
            heading: planName(plan.plan).heading,
            align: 'right' as const,
            cells: rows.map(({ reached }) => reached[k]!),
          })),
          {
            heading: '',
            align: 'left',
            cells: rows.map(({ verdict }) => ({ text: verdict, style: VERDICTS[verdict] })),
          },
        ],
        { width, paint },
      ),
      ...remarks.flatMap((remark) => wrap(remark, width)),
      ...(close ? wrap(legend, width).map((line) => paint('faint', line)) : []),
    ],
  };
}
