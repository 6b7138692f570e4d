import type { Unit } from '../../src/families.ts';
import { short } from '../../src/report/numbers/short.ts';
import type { Scale } from './outline.ts';

/** The ends of a scale in two digits. */
export function scaleEnds({ low, high }: Scale, unit: Unit | undefined): readonly [string, string] {
  const show = (value: number) =>
    unit === 'rate' ? `${Number((value * 100).toPrecision(2))}\u00a0%` : short(Number(value.toPrecision(2)));
  return [show(low), show(high)];
}
