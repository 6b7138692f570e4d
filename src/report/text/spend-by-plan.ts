import type { ScenarioFacts } from '../../domain.ts';
import { amount, NOTHING } from '../numbers/exact.ts';
import { channelLabel } from '../sentences/names.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;

/** Who gets how much in each of several plans, over all periods: a row for each plan. */
export function spendByPlan(
  scenario: ScenarioFacts,
  plans: readonly { readonly cell: Cell; readonly spend: readonly (readonly number[])[] }[],
  look: Look,
): Section {
  const totals = plans.map(({ spend }) => spend.map((periods) => periods.reduce((sum, each) => sum + each, 0)));
  return {
    title: `The plans, ${scenario.currency} over ${look.words.length(scenario)}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: plans.map(({ cell }) => cell) },
        ...scenario.channels.map(({ name }, c): Column => ({
          heading: shortened(channelLabel({ scenario }, name), LONGEST_NAME),
          align: 'right',
          cells: totals.map((each) => ({ text: each[c] === undefined ? NOTHING : amount(each[c]) })),
        })),
      ],
      look,
    ),
  };
}
