import type { Rows } from '../../linear/program.ts';

export interface MissedRow {
  readonly row: number;
  /** By how much its sum is above what it should be. */
  readonly above: number;
}

/** A pivot below this share of its row's own size is rounding: the row says what rows before it say. */
const SMALLEST_PIVOT = 1e-10;

/**
 * By how much prices of several rows have to change, all at once, for their sums to fall by what is missed: exact as long as no column
 * meets a bound on the way (a step of Newton's method). A row that is the sum of others there keeps its price.
 *
 * @param gives  by column, how much of it goes per unit of price; 0 where it stays at a bound
 */
export function pricesTogether(
  { starts, indices, values }: Pick<Rows, 'starts' | 'indices' | 'values'>,
  gives: Float64Array,
  missed: readonly MissedRow[],
): Float64Array {
  const count = missed.length;
  const entries = Array.from(gives, (): { readonly place: number; readonly value: number }[] => []);
  missed.forEach(({ row }, place) => {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      if (gives[indices[at]!]! > 0) entries[indices[at]!]!.push({ place, value: values[at]! });
    }
  });
  /** By how much the sum of a row falls per unit of another's price, row by row below the diagonal, then its factor. */
  const falls = new Float64Array(count * count);
  entries.forEach((own, k) => {
    for (const one of own) {
      for (const other of own) {
        if (other.place > one.place) break;
        falls[one.place * count + other.place]! += one.value * other.value * gives[k]!;
      }
    }
  });
  const change = Float64Array.from(missed, ({ above }) => above);
  for (let i = 0; i < count; i++) {
    const own = falls[i * count + i]!;
    for (let j = 0; j <= i; j++) {
      let rest = falls[i * count + j]!;
      for (let m = 0; m < j; m++) rest -= falls[i * count + m]! * falls[j * count + m]!;
      if (j < i) falls[i * count + j] = falls[j * count + j]! > 0 ? rest / falls[j * count + j]! : 0;
      else falls[i * count + i] = rest > SMALLEST_PIVOT * own ? Math.sqrt(rest) : 0;
    }
  }
  for (let i = 0; i < count; i++) {
    for (let m = 0; m < i; m++) change[i]! -= falls[i * count + m]! * change[m]!;
    change[i] = falls[i * count + i]! > 0 ? change[i]! / falls[i * count + i]! : 0;
  }
  for (let i = count - 1; i >= 0; i--) {
    for (let m = i + 1; m < count; m++) change[i]! -= falls[m * count + i]! * change[m]!;
    change[i] = falls[i * count + i]! > 0 ? change[i]! / falls[i * count + i]! : 0;
  }
  return change;
}
