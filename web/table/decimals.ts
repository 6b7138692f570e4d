/** Which sign separates decimals in a pasted block: "20,000" alone could be twenty or twenty thousand. */
import type { Block } from './tsv.ts';

export type Decimal = 'point' | 'comma';

export interface DecimalReading {
  readonly decimal: Decimal;
  /** Some number tells, and no other one says the opposite; or it makes no difference. */
  readonly isClear: boolean;
}

const NUMBERS = /\d(?:[\d.,' \u00a0\u202f]*\d)?/g;

/** Reads all numbers of a block: one that can be read in one way only decides for those that could be read in two. */
export function decimalOf(block: Block): DecimalReading {
  const signs = block.flat().flatMap((cell) => (cell.match(NUMBERS) ?? []).map(signOf));
  const [points, commas, open] = (['point', 'comma', 'open'] as const).map(
    (sign) => signs.filter((one) => one === sign).length,
  ) as [number, number, number];
  const isClear = points > 0 !== commas > 0 || points + commas + open === 0;
  return { decimal: commas > points ? 'comma' : 'point', isClear };
}

/** What one number says about the sign of decimals; nothing where it has none. */
function signOf(number: string): Decimal | 'open' | undefined {
  const [point, comma] = [number.lastIndexOf('.'), number.lastIndexOf(',')];
  if (point < 0 && comma < 0) return undefined;
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const sign = point >= 0 ? '.' : ',';
  const [here, other]: [Decimal, Decimal] = sign === '.' ? ['point', 'comma'] : ['comma', 'point'];
  const groups = number.split(sign);
  // 1.234.567 has two of them: they separate thousands.
  if (groups.length > 2) return other;
  const couldBeThousands = /^[1-9]\d{0,2}$/.test(groups[0]!) && groups[1]!.length === 3;
  return couldBeThousands ? 'open' : here;
}

/** The block with points for decimals and nothing between thousands, where its decimals are commas. */
export function withPoints(block: Block, decimal: Decimal): Block {
  if (decimal === 'point') return block;
  return block.map((row) =>
    row.map((cell) =>
      // A list or a text with commas of its own is none of numbers.
      cell.replaceAll(NUMBERS, (number) => (signOf(number) === undefined ? number : plainly(number))),
    ),
  );
}

/** Without what separates thousands, and without zeros at the end of decimals: 20.000 looks like twenty thousand. */
function plainly(number: string): string {
  return number
    .replaceAll('.', '')
    .replace(',', '.')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
