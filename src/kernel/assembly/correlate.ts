/** `correlate` of `random/dependence.ts`, for one member: the same sums in the same order. */

/** Draws summed at a time, in registers. */
const DRAWS: i32 = 16;
const TERM_BYTES: usize = 16;

/**
 * Sums of rows, each times its share, at `to`.
 *
 * @param terms  for each row its share, a double, and its place, a whole number: row k begins `stride` bytes after row k - 1, row 0 at `from`
 * @param count  a multiple of 16
 */
export function mixRows(terms: usize, rows: i32, from: usize, stride: usize, to: usize, count: i32): void {
  const end = terms + <usize>rows * TERM_BYTES;
  for (let first: usize = 0; count > 0; count -= DRAWS, first += 8 * DRAWS) {
    // Not 0 and then the first term: of sums that are 0 the sign may differ from the twin's, and no table tells these apart.
    const once = v128.load64_splat(terms);
    const start = from + load<usize>(terms, 8) * stride + first;
    let a = f64x2.mul(once, v128.load(start));
    let b = f64x2.mul(once, v128.load(start, 16));
    let c = f64x2.mul(once, v128.load(start, 32));
    let d = f64x2.mul(once, v128.load(start, 48));
    let e = f64x2.mul(once, v128.load(start, 64));
    let f = f64x2.mul(once, v128.load(start, 80));
    let g = f64x2.mul(once, v128.load(start, 96));
    let h = f64x2.mul(once, v128.load(start, 112));
    for (let term = terms + TERM_BYTES; term < end; term += TERM_BYTES) {
      const share = v128.load64_splat(term);
      const row = from + load<usize>(term, 8) * stride + first;
      a = f64x2.add(a, f64x2.mul(share, v128.load(row)));
      b = f64x2.add(b, f64x2.mul(share, v128.load(row, 16)));
      c = f64x2.add(c, f64x2.mul(share, v128.load(row, 32)));
      d = f64x2.add(d, f64x2.mul(share, v128.load(row, 48)));
      e = f64x2.add(e, f64x2.mul(share, v128.load(row, 64)));
      f = f64x2.add(f, f64x2.mul(share, v128.load(row, 80)));
      g = f64x2.add(g, f64x2.mul(share, v128.load(row, 96)));
      h = f64x2.add(h, f64x2.mul(share, v128.load(row, 112)));
    }
    const out = to + first;
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
    v128.store(out, e, 64);
    v128.store(out, f, 80);
    v128.store(out, g, 96);
    v128.store(out, h, 112);
  }
}
