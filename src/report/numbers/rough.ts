import { magnitude } from '../../numeric/digits.ts';
import { isSmallAmount, NOTHING, withoutZeros, type FigureKind } from './exact.ts';
import { grouped } from './grouped.ts';

/** Digits of a figure that is shown without its noise. */
const DIGITS = 3;
/** Ends of a range that are the same in so many digits are shown as the same. */
const MOST_DIGITS = 6;
/** No figure is shown in finer steps than these, but for small amounts. */
const MOST_DECIMALS: Readonly<Record<FigureKind, number>> = { money: 2, count: 2, hours: 2, ratio: 3 };

/** A figure in three digits that count: 1,034,211 as `1,030,000`; `0` where none of them would be seen. */
export function rough(value: number, kind: FigureKind): string {
  return roughAs(value, value, kind);
}

/** The ends of a range, both in the steps of the larger one; in finer steps where these would not tell them apart. */
export function roughRange([from, to]: readonly [number, number], kind: FigureKind): readonly [string, string] {
  const larger = Math.max(Math.abs(from), Math.abs(to));
  for (let digits = DIGITS; ; digits++) {
    const shown = [roughAs(from, larger, kind, digits), roughAs(to, larger, kind, digits)] as const;
    if (shown[0] !== shown[1] || from === to || digits === MOST_DIGITS) return shown;
  }
}

function roughAs(value: number, like: number, kind: FigureKind, digits = DIGITS): string {
  if (!Number.isFinite(value)) return NOTHING;
  if (value === 0) return '0';
  const decimals = digits - 1 - magnitude(like);
  const isSmall = isSmallAmount(like, kind);
  const shown = grouped(value, isSmall ? decimals : Math.min(MOST_DECIMALS[kind], decimals));
  if (!/[1-9]/.test(shown)) return '0';
  return isSmall ? withoutZeros(shown) : shown;
}
