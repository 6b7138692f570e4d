import { ln } from '../numeric/ln.ts';
import { pow } from '../numeric/pow.ts';

/** Logarithm to base 10; exact for 1, 10, 100, …, where the quotient of logarithms would give 2.9999999999999996. */
export function log10(x: number): number {
  const quotient = ln(x) / Math.LN10;
  const whole = Math.round(quotient);
  return Number(`1e${whole}`) === x ? whole : quotient;
}

/** Logarithm to base 2; exact for whole powers of 2. */
export function log2(x: number): number {
  const quotient = ln(x) / Math.LN2;
  const whole = Math.round(quotient);
  return pow(2, whole) === x ? whole : quotient;
}
