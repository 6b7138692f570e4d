import type { Cohort, CohortsView, FinanceView } from '../../finance/finance-view.ts';
import { chanceFigure, figure } from '../numbers/estimate.ts';
import { rough } from '../numbers/rough.ts';
import { ageText, agesShown, paybackText } from '../sentences/cohorts.ts';
import { channelLabel } from '../sentences/names.ts';
import { shortened } from './display-width.ts';
import type { Section } from './page.ts';
import type { Look } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;
/** More ages do not fit beside each other. */
const MOST_AGES = 4;

/** What a customer brings as time goes by: by channel, and by when they were won. */
export function cohortSections(view: FinanceView, look: Look): readonly Section[] {
  const { cohorts, scenario } = view;
  if (cohorts === undefined) return [];
  const { unit, periods, currency } = scenario;
  const channels = cohorts.channels.map(({ name, whole }) => ({
    name: shortened(channelLabel(view, name), LONGEST_NAME),
    cohort: whole,
  }));
  const spans = cohorts.all.spans.map((cohort) => ({ name: spanName(cohort, unit, periods), cohort }));
  return [
    {
      title: `What a customer has brought so long after they were won, ${currency}`,
      lines: linesOf(view, cohorts, channels, look),
    },
    ...(spans.length > 1
      ? [{ title: `The same by when they were won, all channels`, lines: linesOf(view, cohorts, spans, look) }]
      : []),
  ];
}

function spanName({ from, to }: Cohort, unit: string, periods: number): string {
  if (from > periods) return 'after the plan';
  return from === to ? `${unit} ${from}` : `${unit}s ${from}-${to}`;
}

function linesOf(
  { scenario: { unit }, draws }: FinanceView,
  cohorts: CohortsView,
  rows: readonly { readonly name: string; readonly cohort: Cohort }[],
  { width, paint }: Look,
): string[] {
  const column = (heading: string, cell: (cohort: Cohort) => Cell): Column => ({
    heading,
    align: 'right',
    cells: rows.map(({ cohort }) => cell(cohort)),
  });
  return table(
    [
      { heading: '', align: 'left', cells: rows.map(({ name }) => ({ text: name })) },
      column('customers', ({ customers }) => ({ text: rough(customers.value, 'count') })),
      column('cost\nof one', ({ cost }) => ({ text: rough(cost.value, 'money') })),
      ...agesShown(cohorts, MOST_AGES).map((place) =>
        column(ageText(cohorts.ages[place]!, unit).replace(/ (?=\d)/, '\n'), ({ byAge }) =>
          figure(byAge[place]!.value, 'money'),
        ),
      ),
      column('paid\nback', (cohort) => ({ text: paybackText(cohort, unit) })),
      column('chance\nof that', ({ byAge }) => chanceFigure(byAge.at(-1)!.paidBack, draws.judging)),
    ],
    { width, paint },
  );
}
