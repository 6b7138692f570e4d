/** `simulate/channel/flow.ts` on a table of draws: the same operations in the same order. */

/**
 * Adds the products of values and worths to sixteen sums for each row, every sixteenth draw to one: the replicates, up to
 * the first draw of the block. A tile begins with the first of them.
 */
export function sumReplicates(
  value: usize,
  stride: usize,
  bytes: usize,
  rows: i32,
  worth: usize,
  sums: usize,
  offset: usize,
): void {
  const whole = bytes & ~(<usize>127);
  for (let t = 0; t < rows; t++, value += stride, sums += 128) {
    const row = load<usize>(worth + (t << 2)) + offset;
    let a = v128.load(sums);
    let b = v128.load(sums, 16);
    let c = v128.load(sums, 32);
    let d = v128.load(sums, 48);
    let e = v128.load(sums, 64);
    let f = v128.load(sums, 80);
    let g = v128.load(sums, 96);
    let h = v128.load(sums, 112);
    for (let at: usize = 0; at < whole; at += 128) {
      const x = value + at;
      const y = row + at;
      a = f64x2.add(a, f64x2.mul(v128.load(x), v128.load(y)));
      b = f64x2.add(b, f64x2.mul(v128.load(x, 16), v128.load(y, 16)));
      c = f64x2.add(c, f64x2.mul(v128.load(x, 32), v128.load(y, 32)));
      d = f64x2.add(d, f64x2.mul(v128.load(x, 48), v128.load(y, 48)));
      e = f64x2.add(e, f64x2.mul(v128.load(x, 64), v128.load(y, 64)));
      f = f64x2.add(f, f64x2.mul(v128.load(x, 80), v128.load(y, 80)));
      g = f64x2.add(g, f64x2.mul(v128.load(x, 96), v128.load(y, 96)));
      h = f64x2.add(h, f64x2.mul(v128.load(x, 112), v128.load(y, 112)));
    }
    v128.store(sums, a);
    v128.store(sums, b, 16);
    v128.store(sums, c, 32);
    v128.store(sums, d, 48);
    v128.store(sums, e, 64);
    v128.store(sums, f, 80);
    v128.store(sums, g, 96);
    v128.store(sums, h, 112);
    for (let at = whole; at < bytes; at += 16) {
      const sum = sums + (at & 127);
      v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(v128.load(value + at), v128.load(row + at))));
    }
  }
}

/** Adds what is worth of a change of what is at work to the row `to`, draw by draw, over all periods. */
export function addChanges(
  slope: usize,
  change: usize,
  stride: usize,
  bytes: usize,
  rows: i32,
  worth: usize,
  scale: usize,
  to: usize,
  offset: usize,
): void {
  const target = to + offset;
  for (let t = 0; t < rows; t++, slope += stride, change += stride) {
    if (load<f64>(scale + (t << 3)) == 0) continue;
    const factor = v128.load64_splat(scale + (t << 3));
    const row = load<usize>(worth + (t << 2)) + offset;
    for (let at: usize = 0; at < bytes; at += 16) {
      const brought = f64x2.mul(v128.load(slope + at), v128.load(change + at));
      const product = f64x2.mul(f64x2.mul(factor, v128.load(row + at)), brought);
      v128.store(target + at, f64x2.add(v128.load(target + at), product));
    }
  }
}
