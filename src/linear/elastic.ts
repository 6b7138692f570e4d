import { join } from './edit.ts';
import { type LinearProgram, type RowInput, rowsOf } from './program.ts';
import type { Limit } from './solution.ts';
import { isTakenForGranted, limitAt } from './validate.ts';

/** A program whose limits give way for a price. */
export interface Elastic {
  /** Minimizes the price of all that gives way; its first columns are those of the original, at no cost. */
  readonly program: LinearProgram;
  /** The limits that may give way; column `firstSlack + k` says by how much the k-th does. */
  readonly limits: readonly Limit[];
  readonly firstSlack: number;
  /** Per row, the row of the original it stands for; undefined for the bound of a column. */
  readonly origins: readonly (number | undefined)[];
}

/**
 * Lets limits give way outwards at a price per unit; those with an infinite price stay, and so does what is taken for
 * granted. With a price on every row it
 * always has an optimum, unless bounds of a column are crossed.
 */
export function elastic(original: LinearProgram, price: (limit: Limit) => number): Elastic {
  const { columns, rows } = original;
  const count = columns.cost.length;
  const limits: Limit[] = [];
  const inputs: RowInput[] = [];
  const origins: (number | undefined)[] = [];
  const lower = columns.lower.slice();
  const upper = columns.upper.slice();
  const relax = (limit: Limit, terms: RowInput['terms'], origin: number | undefined): void => {
    const slack = count + limits.push(limit) - 1;
    const outwards = limit.side === 'lower' ? 1 : -1;
    inputs.push({ terms: [...terms, [slack, outwards]], [limit.side]: limit.value });
    origins.push(origin);
  };
  const isSoft = (limit: Limit): boolean =>
    Number.isFinite(limit.value) && !isTakenForGranted(limit) && price(limit) < Infinity;
  for (let j = 0; j < count; j++) {
    for (const side of ['lower', 'upper'] as const) {
      const limit = limitAt(original, 'column', j, side);
      if (!isSoft(limit)) continue;
      relax(limit, [[j, 1]], undefined);
      if (side === 'lower') lower[j] = -Infinity;
      else upper[j] = Infinity;
    }
  }
  for (let i = 0; i < rows.lower.length; i++) {
    const terms: [number, number][] = [];
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) terms.push([rows.indices[k]!, rows.values[k]!]);
    const hard: { lower?: number; upper?: number } = {};
    for (const side of ['lower', 'upper'] as const) {
      const limit = limitAt(original, 'row', i, side);
      if (isSoft(limit)) relax(limit, terms, i);
      else if (Number.isFinite(limit.value)) hard[side] = limit.value;
    }
    if (hard.lower === undefined && hard.upper === undefined) continue;
    inputs.push({ terms, ...hard });
    origins.push(i);
  }
  const extended = (own: Float64Array, ofSlack: (limit: Limit) => number): Float64Array =>
    join(own, Float64Array.from(limits, ofSlack));
  return {
    program: {
      sense: 'minimize',
      columns: {
        cost: extended(new Float64Array(count), price),
        lower: extended(lower, () => 0),
        upper: extended(upper, () => Infinity),
        ...(columns.integer !== undefined && {
          integer: join(columns.integer, new Uint8Array(limits.length)),
        }),
      },
      rows: rowsOf(inputs),
    },
    limits,
    firstSlack: count,
    origins,
  };
}
