import type { ConstraintFamily } from '../families.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { eachPeriod, inPeriod } from './terms.ts';

/** Kinds of limits of which one stands in for the other. */
export const settledOrBounded = [['fixed'], ['min', 'max']] as const;

const fields = ({ spendPerPeriod }: FieldKinds) => ({
  channel: {
    fixed: spendPerPeriod('Spend per period that is settled').exactOptional(),
  },
});

/** What a channel gets in each period is settled. */
export const fixed: ConstraintFamily<typeof fields> = {
  name: 'fixed',
  about: 'What a channel gets in each period, no less and no more.',
  fields,
  limits: (scenario) =>
    eachPeriod(scenario, 'fixed', (amounts, { period, terms, where, path }) => {
      const settled = inPeriod(amounts, period);
      return [{ name: `${where}, settled`, path, terms, least: settled, most: settled }];
    }),
};
