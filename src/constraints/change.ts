import type { ConstraintFamily } from '../families/constraint.ts';
import { changeNeedsPlan } from '../scenario/check/nothing.ts';
import { orderedInChannels } from '../scenario/check/ordered.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { LARGEST_CHANGE } from './largest-change.ts';
import { allPeriods, rangeLimits, spendOf } from './terms.ts';

const fields = ({ number, section }: FieldKinds) => ({
  channel: {
    change: section("Change of spend over the whole plan against today's, as a share of it: -20% is a fifth less.", {
      min: number('The change, at least: -20% is no more than a fifth less.', {
        least: -1,
        most: LARGEST_CHANGE,
      }).exactOptional(),
      max: number('The change, at most: 50% is no more than half as much again.', {
        least: -1,
        most: LARGEST_CHANGE,
      }).exactOptional(),
    }).exactOptional(),
  },
});

/** How far a channel's spend over the whole plan may move from today's, down and up apart. */
export const change: ConstraintFamily<typeof fields> = {
  name: 'change',
  fields,
  floors: ['min'],
  ceilings: ['channels.change.max'],
  rules: [orderedInChannels('change', 'rate'), changeNeedsPlan('change')],
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits, plan }], channel) => {
      const today = plan.reduce((sum, spend) => sum + spend, 0);
      const share = { min: limits.change?.min, max: limits.change?.max };
      const amounts = rangeLimits(
        {
          ...(share.min === undefined ? {} : { min: today * (1 + share.min) }),
          ...(share.max === undefined ? {} : { max: today * (1 + share.max) }),
        },
        `${name}, against today`,
        `channels.${name}.limits.change`,
        spendOf([channel], allPeriods(scenario)),
      );
      return amounts.map((limit) => {
        const number = limit.least === undefined ? share.max! : share.min!;
        return { ...limit, source: { kind: 'number', number, unit: 'rate', bound: today, terms: [] } };
      });
    }),
};
