import type { ScenarioFacts } from '../../domain.ts';
import type { TextWords } from '../languages/text-words.ts';
import { range } from '../sentences/range.ts';
import type { Cohort, CohortsView, FinanceView } from '../../finance/finance-view.ts';
import { NOTHING, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { ageNumber, agesShown } from '../sentences/cohorts.ts';
import { channelLabel } from '../sentences/names.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;
/** More ages do not fit beside each other. */
const MOST_AGES = 4;

/** What the plan's own spend still brings after its end, as lines of profit and of customers are called. */
export const AFTER_END = 'after, own';

/** What a customer brings as time goes by: by channel, and by when they were won. */
export function cohortSections(view: FinanceView, look: Look): readonly Section[] {
  const { cohorts, scenario } = view;
  if (cohorts === undefined) return [];
  const { currency } = scenario;
  const channels = cohorts.channels.map(({ name, whole }) => ({
    name: shortened(channelLabel(view, name), LONGEST_NAME),
    cohort: whole,
  }));
  const spans = cohorts.all.spans.map((cohort) => ({ name: spanName(cohort, scenario, look.words), cohort }));
  return [
    {
      title: `What a customer has brought so long after they were won, ${currency}`,
      lines: linesOf(view, cohorts, channels, look),
    },
    ...(spans.length > 1
      ? [{ title: 'The same by when they were won, all channels together', lines: linesOf(view, cohorts, spans, look) }]
      : []),
  ];
}

function spanName({ from, to }: Cohort, { unit, periods }: ScenarioFacts, words: TextWords): string {
  return from > periods ? words.say(AFTER_END) : words.periods(range(from, to), unit);
}

function linesOf(
  { scenario: { unit } }: FinanceView,
  cohorts: CohortsView,
  rows: readonly { readonly name: string; readonly cohort: Cohort }[],
  look: Look,
): string[] {
  const column = (heading: string, cell: (cohort: Cohort) => string): Column => ({
    heading,
    align: 'right',
    cells: rows.map(({ cohort }): Cell => ({ text: cell(cohort) })),
  });
  return table(
    [
      { heading: '', align: 'left', cells: rows.map(({ name }) => ({ text: name })) },
      column('won by\nthe plan', ({ customers }) => rough(customers.value, 'count')),
      column('cost\nof one', ({ cost }) => rough(cost.value, 'money')),
      ...agesShown(cohorts.ages, MOST_AGES).map((place) =>
        column(ageHeading(cohorts.ages[place]!, unit), ({ byAge }) => rough(byAge[place]!.value.value, 'money')),
      ),
      column('90 %\nbetween', ({ byAge }) => {
        const [low, high] = byAge.at(-1)!.range;
        return look.words.say(`${rough(low, 'money')} and ${rough(high, 'money')}`);
      }),
      column(`paid back\nafter, ${unit}s`, ({ payback }) => (payback === undefined ? NOTHING : ageNumber(payback))),
      column('chance\nof that', ({ byAge }) => percent(byAge.at(-1)!.paidBack.value, 0)),
    ],
    look,
  );
}

function ageHeading(age: number, unit: string): string {
  return age === 0 ? 'at\nonce' : `${ageNumber(age)}\n${unit}${age === 1 ? '' : 's'}`;
}
