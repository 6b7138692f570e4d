import type { ConstraintFamily } from '../families/constraint.ts';
import { channelsOf, error, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
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
  fields,
  floors: ['fixed'],
  ceilings: ['channels.fixed'],
  rules: [fixedStandsAlone],
  limits: (scenario) =>
    eachPeriod(scenario, 'fixed', (amounts, { period, terms, where, path }) => {
      const settled = inPeriod(amounts, period);
      return [{ name: `${where}, settled`, path, terms, least: settled, most: settled }];
    }),
};

/** Settled spend leaves nothing to limit. */
function* fixedStandsAlone({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { fixed, min, max } = channel.limits ?? {};
    if (fixed === undefined || (min === undefined && max === undefined)) continue;
    const other = min === undefined ? 'max' : 'min';
    const advice = `Keep \`fixed\`, or \`min\` and \`max\`.`;
    yield error([...at, 'limits', 'fixed'], `is given together with \`${other}\`: settled spend has no other limits`, {
      advice,
    });
  }
}
