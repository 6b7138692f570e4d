import type { Unit } from '../../src/families/parameter.ts';
import { short } from '../../src/report/numbers/short.ts';
import type { Scale } from './outline.ts';

/**
 * The ends of a scale in two digits.
 *
 * @param number  gives a number as English writes it the typography of the language
 */
export function scaleEnds(
  { low, high }: Scale,
  unit: Unit | undefined,
  number: (text: string) => string,
): readonly [string, string] {
  const show = (value: number) =>
    number(unit === 'rate' ? `${Number((value * 100).toPrecision(2))}\u00a0%` : short(Number(value.toPrecision(2))));
  return [show(low), show(high)];
}
