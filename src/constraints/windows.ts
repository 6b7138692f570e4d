import type { TimeWindow } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import { eachPeriod } from './terms.ts';

/** When a channel may be used: not in its dark periods, and only within its window. */
export const windows: ConstraintFamily = {
  name: 'windows',
  about: 'Periods in which a channel gets nothing, and the only periods in which it gets anything.',
  limits: (scenario) => [
    ...eachPeriod(scenario, 'dark', (dark, { period, terms, where, path }) => {
      const place = dark.findIndex((span) => isWithin(span, period));
      return place < 0 ? [] : [{ name: `${where}, dark`, path: `${path}[${place}]`, terms, most: 0 }];
    }),
    ...eachPeriod(scenario, 'only', (only, { period, terms, where, path }) =>
      isWithin(only, period) ? [] : [{ name: `${where}, outside its window`, path, terms, most: 0 }],
    ),
  ],
};

function isWithin({ from, to }: TimeWindow, period: number): boolean {
  return period + 1 >= from && period + 1 <= to;
}
