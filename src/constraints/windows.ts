import type { TimeWindow } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { windowsLeaveRoom, windowsLieWithinThePlan } from '../scenario/check/windows.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { eachPeriod } from './terms.ts';

const fields = ({ timeWindow, timeWindows }: FieldKinds) => ({
  channel: {
    dark: timeWindows('Periods in which nothing is spent.', 'Dark periods in a row.').exactOptional(),
    only: timeWindow('The only periods in which anything is spent.').exactOptional(),
  },
});

/** When a channel may be used: not in its dark periods, and only within its window. */
export const windows: ConstraintFamily<typeof fields> = {
  name: 'windows',
  fields,
  rules: [windowsLieWithinThePlan, windowsLeaveRoom],
  limits: (scenario) => [
    ...eachPeriod(scenario, 'dark', (dark, { period, terms, where, path }) => {
      return dark.flatMap((span, place) => {
        const source = { kind: 'no number', span: { ...span, closes: 'these' } } as const;
        return isWithin(span, period)
          ? [{ name: `${where}, dark`, path: `${path}[${place}]`, terms, most: 0, source }]
          : [];
      });
    }),
    ...eachPeriod(scenario, 'only', (only, { name, period, terms, where, path }) => {
      const span = { ...only, closes: 'others' } as const;
      const source = { kind: 'no number', name: `${name}, window`, span } as const;
      return isWithin(only, period) ? [] : [{ name: `${where}, outside its window`, path, terms, most: 0, source }];
    }),
  ],
};

function isWithin({ from, to }: TimeWindow, period: number): boolean {
  return period + 1 >= from && period + 1 <= to;
}
