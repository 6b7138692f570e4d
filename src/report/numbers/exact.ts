import { magnitude } from '../../numeric/digits.ts';
import { grouped } from './grouped.ts';

/** What a figure counts: how many digits are worth showing. */
export type FigureKind = 'money' | 'count' | 'hours' | 'ratio';

/** Amounts below this are shown in as many digits as larger ones: they count in thousands or millions of a currency. */
const SMALL = 0.1;
/** What is less is rounding: a unit of a currency that is counted in millions. */
const SMALLEST = 1e-6;
/** Digits of a small amount that count. */
const DIGITS = 3;

/** Whether a figure is an amount so small that digits of a cent would not tell it from others. */
export function isSmallAmount(value: number, kind: FigureKind): boolean {
  return kind === 'money' && Math.abs(value) < SMALL && Math.abs(value) >= SMALLEST;
}

/** Digits after the point that a figure of this kind and size has at most. */
export function mostDecimals(value: number, kind: FigureKind): number {
  const size = Math.abs(value);
  if (isSmallAmount(value, kind)) return DIGITS - 1 - magnitude(value);
  if (kind === 'count' || kind === 'hours') return size >= 100 ? 0 : size >= 10 ? 1 : 2;
  if (size >= 100) return size >= 1000 ? 0 : 1;
  return kind === 'ratio' && size < 0.1 ? 3 : 2;
}

/** A figure that no draw changes. */
export function exact(value: number, kind: FigureKind): string {
  if (!Number.isFinite(value)) return NOTHING;
  if (Math.abs(value) >= HUGE) return value.toPrecision(4);
  const text = grouped(value, Number.isInteger(value) ? 0 : mostDecimals(value, kind));
  return isSmallAmount(value, kind) ? withoutZeros(text) : text;
}

/** `0.0400` as `0.04`: beyond cents, zeros at the end say nothing of a figure without noise. */
export function withoutZeros(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}

/** An amount of money in a plan or a limit, from 100 on without digits after the point. */
export function amount(value: number): string {
  return exact(Math.abs(value) >= 100 ? Math.round(value) : value, 'money');
}

/** Stands for a figure that does not exist, such as the cost per customer where there is none. */
export const NOTHING = '–';

/** From here on digits before the point are no longer read. */
const HUGE = 1e15;

/** A share as `12.3 %`, with a no-break space; whole percents without a point. */
export function percent(share: number, decimals: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  return `${grouped(share * 100, decimals)}\u00a0%`;
}

/** The largest loss that is told of what is not lost as a whole. */
const NEARLY_ALL = 0.999;

/** A change of an amount as a share of it, `+12 %`: as `-100 %` only where nothing is left. */
export function changePercent(before: number, after: number): string {
  const share = (after - before) / before;
  const isNearlyAll = after > 0 && share <= -0.995;
  const told = isNearlyAll ? Math.max(share, -NEARLY_ALL) : share;
  return signed(percent(told, isNearlyAll || Math.abs(share) < 0.1 ? 1 : 0));
}

/** A change with its sign, `+12` or `-12`; nothing before 0. */
export function signed(text: string): string {
  return text.startsWith('-') || !/[1-9]/.test(text) ? text : `+${text}`;
}
