import type { ConstraintFamily } from '../families/constraint.ts';
import { orderedInChannels } from '../scenario/check/ordered.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allPeriods, rangeLimits, spendOf } from './terms.ts';

const fields = ({ spendRange }: FieldKinds) => ({
  channel: { total: spendRange('Spend over the whole plan').exactOptional() },
});

/** The least and the most that a channel gets over the whole plan. */
export const channelTotal: ConstraintFamily<typeof fields> = {
  name: 'channelTotal',
  fields,
  floors: ['min'],
  ceilings: ['channels.total.max'],
  rules: [orderedInChannels('total', 'money')],
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      rangeLimits(
        limits.total,
        `${name}, whole plan`,
        `channels.${name}.limits.total`,
        spendOf([channel], allPeriods(scenario)),
      ),
    ),
};
