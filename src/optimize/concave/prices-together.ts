import type { Rows } from '../../linear/program.ts';
import { symmetricSolver } from '../../numeric/symmetric.ts';

export interface MissedRow {
  readonly row: number;
  /** By how much its sum is above what it should be. */
  readonly above: number;
}

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
  /** By how much the sum of a row falls per unit of another's price, row by row up to the diagonal. */
  const falls = new Float64Array(count * count);
  entries.forEach((own, k) => {
    for (const one of own) {
      for (const other of own) {
        if (other.place > one.place) break;
        falls[one.place * count + other.place]! += one.value * other.value * gives[k]!;
      }
    }
  });
  return symmetricSolver(falls, count)(missed.map(({ above }) => above));
}
