/**
 * Factors for a program: least-squares fits to the binary exponents of all entries (Curtis and Reid, "On the automatic
 * scaling of matrices for Gaussian elimination", 1972), extended by limits and costs, in a few alternating sweeps.
 */
import { binaryExponents, powerOfTwo } from './binary.ts';
import type { LinearProgram, Rows } from './program.ts';
import type { Scaling } from './scale.ts';

/** The fit moves less than one bit after this many sweeps on the programs of this engine. */
const SWEEPS = 8;

/** Entries so many bits below the largest of their row are noise: they must not decide the scale. */
const NOISE_BITS = 30;

/** Limits so many bits above the rest do not bind: they say nothing about sizes. */
const LOOSE_BITS = 40;

/** Exponents of factors stay within this, so that a product of three cannot overflow. */
const LARGEST_EXPONENT = 300;

export function scalingOf(program: LinearProgram): Scaling {
  const { columns } = program;
  const exponents = columnExponents(program);
  const factors = exponents.map((exponent, j) => (columns.integer?.[j] === 1 ? 1 : factor(exponent)));
  return {
    rows: rowFactors(program.rows, factors),
    columns: factors,
    objective: objectiveFactor(columns.cost, factors),
  };
}

/** Factors for rows over columns that are scaled already. */
export function rowFactors(rows: Rows, columns: Float64Array): Float64Array {
  const entries = binaryExponents(rows.values);
  const limits = limitExponents(rows);
  const shift = binaryExponents(columns);
  return Float64Array.from(rows.lower, (_, i) => factor(-levelOfRow(rows, i, entries, limits, shift).level));
}

/** The factor of the objective over columns that are scaled already. */
export function objectiveFactor(cost: Float64Array, columns: Float64Array): number {
  const shift = binaryExponents(columns);
  const entries = binaryExponents(cost).map((exponent, j) => exponent + shift[j]!);
  return factor(-meanAbove(entries, largest(entries) - NOISE_BITS));
}

function columnExponents({ rows, columns }: LinearProgram): Float64Array {
  const entries = binaryExponents(rows.values);
  const costs = binaryExponents(columns.cost);
  const limits = limitExponents(rows);
  const allBounds = limitExponents(columns);
  const usual = usualSize(rows, entries, limits, allBounds);
  const bounds = allBounds.map((own) => own.filter((exponent) => exponent <= usual + LOOSE_BITS));
  const exponents = Float64Array.from(bounds, (own) => (own.length > 0 ? mean(own) : usual));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const sum = new Float64Array(exponents.length);
    const weight = new Float64Array(exponents.length);
    const pull = (j: number, exponent: number): void => {
      sum[j]! += exponent;
      weight[j]! += 1;
    };
    for (let i = 0; i < rows.lower.length; i++) {
      const { level, floor } = levelOfRow(rows, i, entries, limits, exponents);
      for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
        const j = rows.indices[k]!;
        if (entries[k]! + exponents[j]! > floor) pull(j, level - entries[k]!);
      }
    }
    const scaledCosts = costs.map((exponent, j) => exponent + exponents[j]!);
    const floor = largest(scaledCosts) - NOISE_BITS;
    const meanCost = meanAbove(scaledCosts, floor);
    for (let j = 0; j < exponents.length; j++) {
      if (scaledCosts[j]! > floor) pull(j, meanCost - costs[j]!);
      for (const exponent of bounds[j]!) pull(j, exponent);
      if (weight[j]! > 0) exponents[j] = sum[j]! / weight[j]!;
    }
  }
  return exponents;
}

/**
 * What the bounds of columns and the limits of rows say about the size of x. The matrix leaves the unit of x open, and
 * without this start the sweeps would creep towards it.
 */
function usualSize(
  rows: Rows,
  entries: Float64Array,
  limits: readonly (readonly number[])[],
  bounds: readonly (readonly number[])[],
): number {
  const sizes = bounds.flat();
  for (const [i, exponents] of limits.entries()) {
    const own = entries.subarray(rows.starts[i], rows.starts[i + 1]);
    const mean = meanAbove(own, largest(own) - NOISE_BITS);
    for (const exponent of exponents) sizes.push(exponent - mean);
  }
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** Mean exponent of a row's entries and limits, over columns shifted by `shift`, and below which an entry is noise. */
function levelOfRow(
  rows: Rows,
  row: number,
  entries: Float64Array,
  limits: readonly (readonly number[])[],
  shift: Float64Array,
): { readonly level: number; readonly floor: number } {
  let most = -Infinity;
  for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++) {
    most = Math.max(most, entries[k]! + shift[rows.indices[k]!]!);
  }
  const floor = most - NOISE_BITS;
  let sum = 0;
  let count = 0;
  for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++) {
    const exponent = entries[k]! + shift[rows.indices[k]!]!;
    if (exponent > floor) {
      sum += exponent;
      count += 1;
    }
  }
  const loose = sum / count + LOOSE_BITS;
  for (const exponent of limits[row]!) {
    if (!(exponent <= loose)) continue;
    sum += exponent;
    count += 1;
  }
  return { level: count > 0 ? sum / count : 0, floor };
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

function largest(exponents: Float64Array): number {
  return exponents.reduce((most, exponent) => Math.max(most, exponent), -Infinity);
}

/** Mean of the exponents above `floor`; 0 when there are none. */
function meanAbove(exponents: Float64Array, floor: number): number {
  let sum = 0;
  let count = 0;
  for (const exponent of exponents) {
    if (!(exponent > floor) || exponent === Infinity) continue;
    sum += exponent;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

function mean(exponents: readonly number[]): number {
  return exponents.reduce((sum, exponent) => sum + exponent, 0) / exponents.length;
}

function factor(exponent: number): number {
  return powerOfTwo(exponent, LARGEST_EXPONENT);
}
