/** `statistics/ranking-steps.ts` on rows in the kernel's memory, of sixteen replicates that take turns. */

/** Where the piece of each bucket and replicate begins, and, after the last, where it ends. */
export function startPieces(places: usize, count: i32, shift: i32, starts: usize, pieces: i32): void {
  memory.fill(starts, 0, ((<usize>pieces) << 2) + 4);
  for (let i = 0; i < count; i++, places += 2) {
    const piece = ((<i32>load<u16>(places) >> shift) << 4) | (i & 15);
    const at = starts + ((<usize>piece) << 2);
    store<u32>(at, load<u32>(at, 4) + 1, 4);
  }
  let start: u32 = 0;
  for (let k = 0; k <= pieces; k++, starts += 4) {
    start += load<u32>(starts);
    store<u32>(starts, start);
  }
}

/** How many values of some pieces of each bucket, from `from` to `to`, lie in buckets before it. */
export function countBefore(starts: usize, buckets: i32, from: i32, to: i32, before: usize): void {
  let sum: u32 = 0;
  let first = starts + ((<usize>from) << 2);
  let last = starts + ((<usize>to) << 2);
  store<u32>(before, sum);
  for (let b = 0; b < buckets; b++, first += 64, last += 64) {
    before += 4;
    sum += load<u32>(last) - load<u32>(first);
    store<u32>(before, sum);
  }
}

/** Puts the values of marked buckets into their pieces. */
export function fillPieces(
  values: usize,
  places: usize,
  count: i32,
  shift: i32,
  marks: usize,
  next: usize,
  to: usize,
): void {
  for (let i = 0; i < count; i++, places += 2) {
    const bucket = <i32>load<u16>(places) >> shift;
    if (load<u8>(marks + <usize>bucket) == 0) continue;
    const piece = next + ((<usize>((bucket << 4) | (i & 15))) << 2);
    const at = load<u32>(piece);
    store<f64>(to + ((<usize>at) << 3), load<f64>(values + ((<usize>i) << 3)) + 0.0); // no -0
    store<u32>(piece, at + 1);
  }
}

/** The sum of a row from its first value to its last. */
export function sumInOrder(row: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (const end = row + ((<usize>count) << 3); row < end; row += 8) sum += load<f64>(row);
  return sum;
}

/**
 * Writes for each of sixteen replicates the sum of the differences of its values from its number in `about`, then for each the
 * sum of their squares; then both for all values and the number `aboutAll`.
 */
export function sumDifferences(row: usize, count: i32, about: usize, aboutAll: f64, sums: usize): void {
  memory.fill(sums, 0, 256);
  let rest: f64 = 0;
  let squares: f64 = 0;
  for (let i = 0; i < count; i++, row += 8) {
    const value = load<f64>(row);
    const difference = value - aboutAll;
    rest += difference;
    squares += difference * difference;
    const r = (<usize>(i & 15)) << 3;
    const own = value - load<f64>(about + r);
    store<f64>(sums + r, load<f64>(sums + r) + own);
    store<f64>(sums + r, load<f64>(sums + r, 128) + own * own, 128);
  }
  store<f64>(sums, rest, 256);
  store<f64>(sums, squares, 264);
}
