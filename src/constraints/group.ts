import type { ConstraintFamily } from '../families/constraint.ts';
import { orderedRange } from '../scenario/check/ordered.ts';
import { type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allPeriods, channelNames, rangeLimits, shareLimits, spendOf } from './terms.ts';

const fields = ({ shareRange, spendRange }: FieldKinds) => ({
  group: {
    total: spendRange('Spend of the group over the whole plan').exactOptional(),
    perPeriod: spendRange('Spend of the group per period').exactOptional(),
    share: shareRange("The group's share of all spend").exactOptional(),
  },
});

/** Money and share of several channels together. */
export const group: ConstraintFamily<typeof fields> = {
  name: 'group',
  fields,
  floors: ['min'],
  ceilings: ['groups.total.max', 'groups.perPeriod.max', 'groups.share.max'],
  rules: [leastIsNotMost],
  limits: (scenario) => {
    const names = channelNames(scenario);
    const periods = allPeriods(scenario);
    return Object.entries(scenario.groups).flatMap(([name, { channels, total, perPeriod, share }]) => {
      const members = channels.map((channel) => names.indexOf(channel));
      const path = `groups.${name}`;
      return [
        ...rangeLimits(total, `group ${name}, whole plan`, `${path}.total`, spendOf(members, periods)),
        ...periods.flatMap((period) =>
          rangeLimits(
            perPeriod,
            `group ${name}, period ${period + 1}`,
            `${path}.perPeriod`,
            spendOf(members, [period]),
          ),
        ),
        ...shareLimits(scenario, members, share, `group ${name}`, `${path}.share`),
      ];
    });
  },
};

function* leastIsNotMost({ file }: Facts): Generator<Fault> {
  for (const [name, { total, perPeriod, share }] of Object.entries(file.groups ?? {})) {
    const path = ['groups', name];
    yield* orderedRange([...path, 'total'], total);
    yield* orderedRange([...path, 'perPeriod'], perPeriod);
    yield* orderedRange([...path, 'share'], share, 'rate');
  }
}
