/** Vectors of columns: boxes around them, and what is between two. */

/** A box of so much of each column's range around a point, within bounds. */
export function boxAround(centre: Float64Array, lower: Float64Array, upper: Float64Array, radius: number) {
  return {
    lower: centre.map((value, k) => Math.max(lower[k]!, value - radius * (upper[k]! - lower[k]!))),
    upper: centre.map((value, k) => Math.min(upper[k]!, value + radius * (upper[k]! - lower[k]!))),
  };
}

/** Bounds of columns, then of the parts of the goal. */
export function withParts(bounds: Float64Array, ofParts: Float64Array): Float64Array {
  const all = new Float64Array(bounds.length + ofParts.length);
  all.set(bounds);
  all.set(ofParts, bounds.length);
  return all;
}

/** The point at a share of the way from one to another. */
export function between(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((value, k) => value + share * (to[k]! - value));
}

/** Rounding of a solver, as a share of a column's range or of the largest value: nobody spends a millionth of a cent on purpose. */
const DUST = 1e-9;
/** Where all values are small beside the range, this share of it is rounding: of a plan of nothing all that solvers leave is. */
const NOTHING = 1e-10;

/** Within the bounds, and on them where only rounding is between. */
export function clamped(values: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  return values.map((value, k) => {
    const [least, most] = [lower[k]!, upper[k]!];
    const dust = Math.min(DUST * (most - least), Math.max(DUST * largest, NOTHING * (most - least)));
    if (value <= least + dust) return least;
    return value >= most - dust ? most : value;
  });
}
