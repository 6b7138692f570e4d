import type { LimitSource } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
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
  chinese: {
    names: {
      'channels.maxChange': { least: '相对当前的最大降幅', most: '相对当前的最大增幅', field: '相对当前的最大变化' },
    },
    texts: {
      "Largest change against today's plan in any period, as a share of it.": '任一期相对当前方案的最大变化比例。',
      '{}, largest cut': '{}：最大降幅',
      '{}, largest rise': '{}：最大增幅',
      '{}, largest change': '{}：相对当前的最大变化',
    },
  },
};
