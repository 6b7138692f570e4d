import type { LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families.ts';
import { allPeriods, inPeriod, spendOf } from './terms.ts';

/** The least and the most that a channel gets in each period. */
export const perPeriod: ConstraintFamily = {
  name: 'perPeriod',
  about: 'The least and the most that a channel gets in each period.',
  limits: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      allPeriods(scenario).flatMap((period): LinearLimit[] => {
        const terms = spendOf([channel], [period]);
        const where = `${name}, period ${period + 1}`;
        const at = (field: 'min' | 'max') =>
          `channels.${name}.limits.${field}${typeof limits[field] === 'number' ? '' : `[${period}]`}`;
        return [
          ...(limits.min === undefined
            ? []
            : [{ name: `${where}, at least`, path: at('min'), terms, least: inPeriod(limits.min, period) }]),
          ...(limits.max === undefined
            ? []
            : [{ name: `${where}, at most`, path: at('max'), terms, most: inPeriod(limits.max, period) }]),
        ];
      }),
    ),
};
