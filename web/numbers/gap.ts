import { grouped } from '../../src/report/numbers/grouped.ts';

/** Digits of a gap, rounded up, so that it never promises too much. */
const DIGITS = 2;
/** Percent; below it nobody cares. */
const SMALLEST = 0.0001;

/** A gap as `0.0093 %`, with a no-break space and without zeros that say nothing. */
export function gapText(share: number): string {
  const percent = Math.max(share * 100, SMALLEST);
  const decimals = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(percent)));
  const unit = 10 ** -decimals;
  const text = grouped(Math.ceil(percent / unit - 1e-9) * unit, decimals);
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text}\u00a0%`;
}
