import type { Cohort, FinanceView } from '../../finance/finance-view.ts';
import type { CohortWords } from '../../report/languages/finance-words.ts';
import { NOTHING, percent } from '../../report/numbers/exact.ts';
import { rough, roughRange } from '../../report/numbers/rough.ts';
import { ageNumber, agesShown, hasPaidBack } from '../../report/sentences/cohorts.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { figureColumns, text, type Table, type TableCell } from '../document.ts';

/** More ages do not fit beside each other. */
const MOST_AGES = 4;

/** What a customer brings as time goes by: by channel and, where that is told apart, by when they were won. */
export function cohortTables(view: FinanceView, words: CohortWords, channel: string): readonly Table[] {
  const { cohorts, scenario } = view;
  if (cohorts === undefined) return [];
  const { spans } = cohorts.all;
  return [
    cohortTable(view, words, { caption: words.caption(scenario.currency), heading: channel, rows: byChannel(view) }),
    ...(spans.length < 2
      ? []
      : [
          cohortTable(view, words, {
            caption: words.togetherCaption(scenario.currency),
            heading: words.won,
            rows: bySpan(view, spans, words),
          }),
        ]),
  ];
}

/** A cohort and what it is called. */
export interface NamedCohort {
  readonly name: string;
  readonly cohort: Cohort;
}

/** All customers that each channel wins. */
export function byChannel(view: FinanceView): readonly NamedCohort[] {
  return (view.cohorts?.channels ?? []).map(({ name, whole }) => ({ name: channelLabel(view, name), cohort: whole }));
}

/** Customers by when they were won. */
export function bySpan(
  { scenario: { unit, periods } }: FinanceView,
  spans: readonly Cohort[],
  words: CohortWords,
): readonly NamedCohort[] {
  return spans.map((cohort) => ({ name: words.span(cohort, unit, periods), cohort }));
}

export interface CohortTableInput {
  readonly caption: string;
  /** Over the names of the rows. */
  readonly heading: string;
  readonly rows: readonly NamedCohort[];
}

/** What a customer of each of these cohorts has brought so long after they were won; bold from where that is no less than the cost. */
export function cohortTable(
  { cohorts, scenario: { unit } }: FinanceView,
  words: CohortWords,
  { caption, heading, rows }: CohortTableInput,
): Table {
  const ages = cohorts?.ages ?? [];
  const places = agesShown(ages, MOST_AGES);
  const brought = ({ byAge, cost, ...cohort }: Cohort, place: number): TableCell => {
    const { value } = byAge[place]!.value;
    return {
      text: rough(value, 'money'),
      strong: hasPaidBack(cohort, ages[place]!),
      reached: cost.value > 0 ? value / cost.value : 1,
    };
  };
  return {
    caption,
    columns: figureColumns([
      heading,
      words.customers,
      words.cost,
      ...places.map((place) => words.age(ages[place]!, unit)),
      words.range,
      words.payback(unit),
      words.chance,
    ]),
    rows: rows.map(({ name, cohort }) => {
      const end = cohort.byAge.at(-1)!;
      return [
        text(name),
        text(rough(cohort.customers.value, 'count')),
        text(rough(cohort.cost.value, 'money')),
        ...places.map((place) => brought(cohort, place)),
        text(words.between(...roughRange(end.range, 'money'))),
        text(cohort.payback === undefined ? NOTHING : ageNumber(cohort.payback)),
        text(percent(end.paidBack.value, 0)),
      ];
    }),
  };
}
