import type { ConstraintFamily } from '../families.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { eachPeriod, inPeriod } from './terms.ts';

const fields = ({ spendPerPeriod }: FieldKinds) => ({
  channel: {
    min: spendPerPeriod('Least spend per period').exactOptional(),
    max: spendPerPeriod('Largest spend per period').exactOptional(),
  },
});

/** The least and the most that a channel gets in each period. */
export const perPeriod: ConstraintFamily<typeof fields> = {
  name: 'perPeriod',
  about: 'The least and the most that a channel gets in each period.',
  fields,
  limits: (scenario) => [
    ...eachPeriod(scenario, 'min', (min, { period, terms, where, path }) => [
      { name: `${where}, at least`, path, terms, least: inPeriod(min, period) },
    ]),
    ...eachPeriod(scenario, 'max', (max, { period, terms, where, path }) => [
      { name: `${where}, at most`, path, terms, most: inPeriod(max, period) },
    ]),
  ],
};
