import type { ConstraintFamily } from '../families.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { eachPeriod, inPeriod } from './terms.ts';

const fields = ({ spendPerPeriod }: FieldKinds) => ({
  channel: {
    committed: spendPerPeriod('Spend per period that is bought already and cannot be undone').exactOptional(),
  },
});

/** What a channel gets whatever the plan says, because it has been bought. */
export const committed: ConstraintFamily<typeof fields> = {
  name: 'committed',
  about: 'What has been bought already in a channel: the plan spends at least that.',
  fields,
  limits: (scenario) =>
    eachPeriod(scenario, 'committed', (amounts, { period, terms, where, path }) => {
      const spent = inPeriod(amounts, period);
      return spent === 0 ? [] : [{ name: `${where}, committed`, path, terms, least: spent, isFact: true }];
    }),
};
