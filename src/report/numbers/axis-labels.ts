import { amount, short } from './exact.ts';

const UNITS = [1e12, 1e9, 1e6, 1e3] as const;

/** Numbers along an axis: short ones such as `1.25M` where two digits after the point say all of each, else in full. */
export function axisLabels(values: readonly number[]): readonly string[] {
  const largest = Math.max(...values.map(Math.abs));
  const hundredth = (UNITS.find((unit) => largest >= unit) ?? 1) / 100;
  const fits = values.every((value) => Math.abs(value / hundredth - Math.round(value / hundredth)) < ROUNDING);
  return values.map(fits ? short : amount);
}

/** Of numbers up to a hundred thousand, far above that of their quotient. */
const ROUNDING = 1e-6;
