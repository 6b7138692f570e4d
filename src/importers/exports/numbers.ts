import { readNumber } from '../../scenario/quantity/number.ts';
import { plainText } from '../../scenario/quantity/typography.ts';
import type { CellContent } from '../../tables/sheet.ts';

export type DecimalSign = '.' | ',';

/** A number; `undefined` where the platform reports none; `masked` where it hides a small one; `bad` for anything else. */
export type NumberCell = number | undefined | 'masked' | 'bad';

const NONE = /^(?:-{0,3}|—|–|n\/a|null)$/i;
const MASKED = /^<\s*\d+$/;

/**
 * The sign that stands before decimals in these texts, as far as any of them decides: both signs in one number, a sign
 * twice, or a sign that is not followed by three digits. Undefined where none does, or they disagree.
 */
export function decimalSignOf(cells: Iterable<CellContent>): DecimalSign | undefined {
  let points = 0;
  let commas = 0;
  for (const cell of cells) {
    if (typeof cell === 'number') continue;
    const sign = signIn(plainText(cell).replaceAll(/[^\d.,]/g, ''));
    if (sign === '.') points += 1;
    if (sign === ',') commas += 1;
  }
  if (points === 0) return commas === 0 ? undefined : ',';
  return commas === 0 ? '.' : undefined;
}

function signIn(digits: string): DecimalSign | undefined {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const last = Math.max(point, comma);
  if (last < 0) return undefined;
  const [sign, other] = point >= 0 ? (['.', ','] as const) : ([',', '.'] as const);
  if (digits.indexOf(sign) !== last) return other;
  const isGroup = digits.length - last - 1 === 3 && last >= 1 && last <= 3 && digits[0] !== '0';
  return isGroup ? undefined : sign;
}

/** The largest number that a scenario may have. */
const MOST = 1e12;

/** The number in a cell, as people and programs of many countries write it: `1.234,50`, `$1,117.10K`, `1.2万`, `--`. */
export function numberIn(cell: CellContent, decimal: DecimalSign): NumberCell {
  if (typeof cell === 'number') return inBounds(cell);
  const text = plainText(cell);
  if (NONE.test(text)) return undefined;
  if (MASKED.test(text)) return 'masked';
  const reading = readNumber(decimal === '.' ? text : text.replaceAll('.', '').replace(',', '.'));
  return reading.ok ? inBounds(reading.value) : 'bad';
}

function inBounds(value: number): NumberCell {
  return Math.abs(value) <= MOST ? value : 'bad';
}
