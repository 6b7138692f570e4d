import { amount, exact, isSmallAmount } from './exact.ts';
import { grouped } from './grouped.ts';

/** What a short number is counted in, such as `k` for thousands. */
export interface ShortUnit {
  readonly size: number;
  readonly sign: string;
}

const UNITS: readonly ShortUnit[] = [
  { size: 1e12, sign: 'T' },
  { size: 1e9, sign: 'B' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'k' },
];

/**
 * `-50k`, `1.25M`: an amount for a picture, with two digits after the point at most.
 *
 * @param units  of a language, the largest first
 */
export function short(value: number, units: readonly ShortUnit[] = UNITS): string {
  return inUnit(value, unitOf(Math.abs(value), units));
}

/**
 * One of the numbers along an axis, all of which are in the unit of the largest: `0.5M` beside `1M`. In full where two digits after the
 * point do not say all of each.
 */
export function tick(value: number, all: readonly number[], units: readonly ShortUnit[] = UNITS): string {
  const unit = unitOf(Math.max(...all.map(Math.abs)), units);
  const fits = all.every((each) => {
    const hundredths = (100 * each) / unit.size;
    return Math.abs(hundredths - Math.round(hundredths)) < ROUNDING;
  });
  return fits ? inUnit(value, unit) : inSteps(value, all);
}

/** In as few digits after the point as say all of each value along an axis. */
function inSteps(value: number, all: readonly number[]): string {
  if (value === 0) return '0';
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const steps = Number(`1e${decimals}`);
    if (all.every((each) => Math.abs(each * steps - Math.round(each * steps)) < ROUNDING))
      return grouped(value, decimals);
  }
  return amount(value);
}

/** A millionth is a unit of a currency that is counted in millions; an axis has steps of a tenth of that. */
const MOST_DECIMALS = 7;

/** Of hundreds of thousands, far above that of their quotient. */
const ROUNDING = 1e-6;

function unitOf(size: number, units: readonly ShortUnit[]): ShortUnit {
  return units.find((unit) => size >= unit.size) ?? { size: 1, sign: '' };
}

function inUnit(value: number, { size, sign }: ShortUnit): string {
  const text =
    size === 1 && isSmallAmount(value, 'money')
      ? exact(value, 'money')
      : grouped(value / size, 2).replace(/\.00$|0$/, '');
  return text === '0' ? text : `${text}${sign}`;
}
