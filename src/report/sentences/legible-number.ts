import type { NumberBehind } from '../../constraints/number-behind.ts';
import type { Repair } from '../../domain.ts';

type Change = Extract<Repair, { readonly kind: 'change' }>;

/**
 * The number that a field is to hold, in steps that are easy to read: rounded the way that gives room, so that it is enough, and no
 * further than it may go.
 *
 * @param number  what the field holds
 */
export function legibleNumber(
  number: number,
  { by, byAtMost = by * Infinity }: Change,
  unit: NumberBehind['unit'],
): number {
  const [nearest, furthest] = [number + by, number + byAtMost];
  const isPast = (to: number) => (to - furthest) * Math.sign(by) > ROUNDING * Math.abs(furthest);
  const coarse = unit === 'money' && Math.abs(nearest) >= LARGE ? [1] : [];
  for (const step of [...coarse, ...STEPS[unit]]) {
    const steps = nearest / step;
    const whole = Math.round(steps);
    const isWhole = Math.abs(steps - whole) <= ROUNDING * Math.abs(steps);
    const to = tidy((isWhole ? whole : by > 0 ? Math.ceil(steps) : Math.floor(steps)) * step);
    if (!isPast(to)) return to;
  }
  return tidy(nearest);
}

/** Digits that are left of adding and multiplying. */
export const DIGITS = 12;

/** Without what rounding leaves behind the last of them. */
export function tidy(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** Steps that numbers are told in, from the coarsest: those below are for fields of which nothing but one number does. */
const STEPS: Readonly<Record<NumberBehind['unit'], readonly number[]>> = {
  money: [0.01, 1e-4, 1e-6],
  rate: [1e-3, 1e-5, 1e-7, 1e-9],
  number: [1e-4, 1e-6, 1e-8],
};
/** Money from here on is told in whole units. */
const LARGE = 100;
/** A number this close to another, as a share of it, is that number: what solvers keep to. */
const ROUNDING = 1e-7;
