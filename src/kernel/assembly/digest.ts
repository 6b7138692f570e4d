/** `plainDigest` of `simulate/summary/digest.ts` on a row in the kernel's memory: the same sums in the same order. */

/** Bytes of a number for each replicate. */
const ROUND: usize = 128;

/**
 * Writes the least and the greatest value, then by replicate the differences from `about`, then their squares.
 *
 * @param count  a multiple of 16; two replicates are summed at a time
 */
export function sumMoments(row: usize, count: i32, about: f64, sums: usize): void {
  const end = row + ((<usize>count) << 3);
  const centre = f64x2.splat(about);
  let least = f64x2.splat(Infinity);
  let greatest = f64x2.splat(-Infinity);
  let to = sums + 16;
  for (const first = row; row < first + ROUND; row += 16, to += 16) {
    let rest = f64x2.splat(0);
    let squares = rest;
    for (let at = row; at < end; at += ROUND) {
      const value = v128.load(at);
      const difference = f64x2.sub(value, centre);
      rest = f64x2.add(rest, difference);
      squares = f64x2.add(squares, f64x2.mul(difference, difference));
      least = f64x2.pmin(least, value);
      greatest = f64x2.pmax(greatest, value);
    }
    v128.store(to, rest);
    v128.store(to, squares, ROUND);
  }
  store<f64>(sums, min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)) + 0.0); // no -0
  store<f64>(sums, max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1)) + 0.0, 8);
}
