import type { ConstraintFamily } from '../families/constraint.ts';
import { ordered } from '../scenario/check/ordered.ts';
import { channelsOf, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
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
  fields,
  floors: ['min'],
  ceilings: ['channels.max'],
  rules: [leastIsNotMost],
  limits: (scenario) => [
    ...eachPeriod(scenario, 'min', (min, { period, terms, where, path }) => [
      { name: `${where}, at least`, path, terms, least: inPeriod(min, period) },
    ]),
    ...eachPeriod(scenario, 'max', (max, { period, terms, where, path }) => [
      { name: `${where}, at most`, path, terms, most: inPeriod(max, period) },
    ]),
  ],
};

function* leastIsNotMost({ file, periods }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { min, max } = channel.limits ?? {};
    yield* ordered([...at, 'limits'], ['min', min], ['max', max], { periods });
  }
}
