/**
 * Factors for a program: each row, column and the objective gets the factor that brings the median of its entries to 1,
 * limits and bounds counted as entries, in a few alternating sweeps. (Curtis and Reid, "On the automatic scaling of
 * matrices for Gaussian elimination", 1972, fit the same by least squares; a median cares for no outlier, such as the
 * noise in a gradient or a bound that is meant as none.)
 */
import { binaryExponents, powerOfTwo } from './binary.ts';
import type { LinearProgram, Rows } from './program.ts';
import { FAR_BITS, type Scaling } from './scale.ts';

/** The first sweep finds the units, the others settle what it moved. */
const SWEEPS = 4;

/** Exponents of factors stay within this, so that a product of three cannot overflow. */
const LARGEST_EXPONENT = 300;

export function scalingOf(program: LinearProgram): Scaling {
  const { columns, rows } = program;
  const exponents = columnExponents(program);
  const factors = exponents.map((exponent, j) => (columns.integer?.[j] === 1 ? 1 : factor(exponent)));
  return {
    rows: rowFactors(rows, factors),
    columns: factors,
    objective: objectiveFactor(columns.cost, factors),
  };
}

/** Factors for rows over columns that are scaled already. */
export function rowFactors(rows: Rows, columns: Float64Array): Float64Array {
  const [entries, limits, shift] = [binaryExponents(rows.values), limitExponents(rows), binaryExponents(columns)];
  return rowExponents(rows, entries, limits, shift).map((exponent, i) => {
    const farthest = Math.max(...limits[i]!);
    if (farthest + exponent < FAR_BITS) return factor(exponent);
    // A limit that is far in units of small entries, but near in those of the largest, is met: solvers have to see it.
    let largest = -Infinity;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      largest = Math.max(largest, entries[k]! + shift[rows.indices[k]!]!);
    }
    return factor(farthest - largest < FAR_BITS ? -largest : exponent);
  });
}

/** The factor of the objective over columns that are scaled already. */
export function objectiveFactor(cost: Float64Array, columns: Float64Array): number {
  return factor(objectiveExponent(binaryExponents(cost), binaryExponents(columns)));
}

function columnExponents({ rows, columns }: LinearProgram): Float64Array {
  const entries = binaryExponents(rows.values);
  const costs = binaryExponents(columns.cost);
  const limits = limitExponents(rows);
  const bounds = limitExponents(columns);
  const { starts, order, rowOf } = byColumn(rows, columns.cost.length);
  const usual = usualSize(rows, entries, limits, bounds);
  let exponents = Float64Array.from(bounds, (own) => median(own) ?? usual);
  const wanted = medianOf(rows.lower.length + 3);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const ofRows = rowExponents(rows, entries, limits, exponents);
    const ofObjective = objectiveExponent(costs, exponents);
    exponents = exponents.map((exponent, j) => {
      for (const bound of bounds[j]!) wanted.add(bound);
      wanted.add(-costs[j]! - ofObjective);
      for (let n = starts[j]!; n < starts[j + 1]!; n++) wanted.add(-entries[order[n]!]! - ofRows[rowOf[n]!]!);
      return wanted.take() ?? exponent;
    });
  }
  return exponents;
}

/** Per row, the exponent that brings its median to 0, over columns that are shifted by `shift`. */
function rowExponents(
  rows: Rows,
  entries: Float64Array,
  limits: readonly (readonly number[])[],
  shift: Float64Array,
): Float64Array {
  const own = medianOf(shift.length + 2);
  return rows.lower.map((_, i) => {
    for (const limit of limits[i]!) own.add(limit);
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) own.add(entries[k]! + shift[rows.indices[k]!]!);
    return -(own.take() ?? 0);
  });
}

function objectiveExponent(costs: Float64Array, shift: Float64Array): number {
  return -(median(costs.map((exponent, j) => exponent + shift[j]!)) ?? 0);
}

/**
 * What the bounds of columns and the limits of rows say about the size of x. The matrix leaves the unit of x open, and
 * without this start the sweeps would not find it.
 */
function usualSize(
  rows: Rows,
  entries: Float64Array,
  limits: readonly (readonly number[])[],
  bounds: readonly (readonly number[])[],
): number {
  const sizes = bounds.flat();
  for (const [i, own] of limits.entries()) {
    const usualEntry = median(entries.subarray(rows.starts[i], rows.starts[i + 1]));
    for (const exponent of own) sizes.push(exponent - (usualEntry ?? 0));
  }
  return median(sizes) ?? 0;
}

/** The entries ordered by column: where those of a column start, and where and in which row each is. */
function byColumn({ starts: rowStarts, indices, lower }: Rows, columns: number) {
  const starts = new Int32Array(columns + 1);
  for (const column of indices) starts[column + 1]! += 1;
  for (let j = 0; j < columns; j++) starts[j + 1]! += starts[j]!;
  const next = starts.slice();
  const order = new Int32Array(indices.length);
  const rowOf = new Int32Array(indices.length);
  for (let i = 0; i < lower.length; i++) {
    for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) {
      const n = next[indices[k]!]!++;
      order[n] = k;
      rowOf[n] = i;
    }
  }
  return { starts, order, rowOf };
}

/** Exponents of the limits that count: finite, not zero, and an equality once. */
function limitExponents({ lower, upper }: Pick<Rows, 'lower' | 'upper'>): readonly (readonly number[])[] {
  const ofLower = binaryExponents(lower);
  const ofUpper = binaryExponents(upper);
  return Array.from(lower, (low, i) => {
    const sides = low === upper[i] ? [ofLower[i]!] : [ofLower[i]!, ofUpper[i]!];
    return sides.filter((exponent) => Number.isFinite(exponent));
  });
}

/** The lower median of what is finite, so that of two bounds the nearer counts; undefined when nothing is. */
function median(exponents: ArrayLike<number>): number | undefined {
  const collected = medianOf(exponents.length);
  for (let i = 0; i < exponents.length; i++) collected.add(exponents[i]!);
  return collected.take();
}

/** The same for up to `most` numbers that come one by one; once it is taken, others may come. */
function medianOf(most: number) {
  const finite = new Int16Array(most);
  let count = 0;
  return {
    add(exponent: number): void {
      if (Number.isFinite(exponent)) finite[count++] = exponent;
    },
    take(): number | undefined {
      const own = finite.subarray(0, count);
      if (count <= FEW) sortFew(own);
      else own.sort();
      count = 0;
      return own[(own.length - 1) >> 1];
    },
  };
}

/** So many numbers are in order sooner than the engine's own sort is called; most rows and columns have no more. */
const FEW = 12;

/** Puts numbers in order by inserting one after the other. */
function sortFew(numbers: Int16Array): void {
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i]!;
    let k = i - 1;
    for (; k >= 0 && numbers[k]! > number; k--) numbers[k + 1] = numbers[k]!;
    numbers[k + 1] = number;
  }
}

function factor(exponent: number): number {
  return powerOfTwo(exponent, LARGEST_EXPONENT);
}
