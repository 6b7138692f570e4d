import type { ConstraintFamily } from '../families/constraint.ts';
import { ordered } from '../scenario/check/ordered.ts';
import { channelsOf, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
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
  fields,
  floors: ['committed'],
  rules: [isNoMoreThanMay],
  limits: (scenario) =>
    eachPeriod(scenario, 'committed', (amounts, { period, terms, where, path }) => {
      const spent = inPeriod(amounts, period);
      return spent === 0 ? [] : [{ name: `${where}, committed`, path, terms, least: spent, isFact: true }];
    }),
};

/** What is bought is no more than what may be spent. */
function* isNoMoreThanMay({ file, periods }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { max, fixed, committed } = channel.limits ?? {};
    const most = max === undefined ? (['fixed', fixed] as const) : (['max', max] as const);
    yield* ordered([...at, 'limits'], ['committed', committed], most, {
      periods,
      advice: `What is bought stays bought: raise \`${most[0]}\`.`,
    });
  }
}
