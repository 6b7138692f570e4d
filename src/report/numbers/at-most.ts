import { magnitude } from '../../numeric/digits.ts';
import { grouped } from './grouped.ts';

/** Percent; below it nobody cares. */
const SMALLEST = 0.0001;

/** A share as `0.0093 %`, with a no-break space: rounded up to two digits, so that it never promises too much. */
export function percentAtMost(share: number): string {
  return `${pointsAtMost(share)}\u00a0%`;
}

/** A difference of shares in percentage points, `0.0093`, rounded up to two digits. */
export function pointsAtMost(share: number): string {
  const percent = Math.max(share * 100, SMALLEST);
  const text = roundedUp(percent, 1 - magnitude(percent));
  // `0.010` as `0.01`, `1.0` as `1`.
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** In so many decimals, and no less than it is but for rounding. */
export function roundedUp(value: number, decimals: number): string {
  const unit = Number(`1e${-decimals}`);
  return grouped(Math.ceil(value / unit - 1e-9) * unit, decimals);
}
