import { format } from 'd3-format';

const whole = format(',.0f');

/** An amount with thousands separators: `47,700,000`. */
export function amount(value: number): string {
  return whole(value);
}

/** A share in percent, with two digits that say something: `1.2 %`, `0.00012 %`. */
export function percent(share: number): string {
  return `${format('.2~r')(100 * share)} %`;
}

/** Seven digits: the report's numbers have no more, and what is computed from them should not look as if it did. */
export function inSinglePrecision(value: number): number {
  return Number(value.toPrecision(7));
}
