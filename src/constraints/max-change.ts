import type { LimitSource } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { changeNeedsPlan } from '../scenario/check/nothing.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { LARGEST_CHANGE } from './largest-change.ts';
import { eachPeriod } from './terms.ts';

const fields = ({ number }: FieldKinds) => ({
  channel: {
    maxChange: number("Largest change against today's plan in any period, as a share of it.", {
      least: 0,
      most: LARGEST_CHANGE,
    }).exactOptional(),
  },
});

/** How far a channel may move from today's plan in each period. */
export const maxChange: ConstraintFamily<typeof fields> = {
  name: 'maxChange',
  fields,
  floors: ['maxChange'],
  ceilings: ['channels.maxChange'],
  rules: [changeNeedsPlan('maxChange')],
  limits: (scenario) =>
    eachPeriod(scenario, 'maxChange', (number, { channel, name, period, terms, where, path }) => {
      const today = channel.plan[period]!;
      const source = (bound: number): LimitSource => ({
        kind: 'number',
        name: `${name}, largest change`,
        number,
        unit: 'rate',
        bound,
        terms: [],
      });
      const [least, most] = [Math.max(0, today * (1 - number)), today * (1 + number)];
      return [
        { name: `${where}, largest cut`, path, terms, least, source: source(-today) },
        { name: `${where}, largest rise`, path, terms, most, source: source(today) },
      ];
    }),
};
