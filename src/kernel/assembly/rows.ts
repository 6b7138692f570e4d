/**
 * `simulate/block/rows.ts` and sums by replicate on rows in the kernel's memory, two draws at a time: the same operations in the
 * same order. Rows have room for an even number of draws; `bytes` is that of their pairs.
 */

export function productRows(a: usize, b: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  }
}

export function sumRows(a: usize, b: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f64x2.add(v128.load(a + at), v128.load(b + at)));
  }
}

export function differenceRows(a: usize, b: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f64x2.sub(v128.load(a + at), v128.load(b + at)));
  }
}

/** 0 where b is not positive. */
export function quotientRows(a: usize, b: usize, to: usize, bytes: usize): void {
  const zero = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const below = v128.load(b + at);
    v128.store(to + at, v128.and(f64x2.div(v128.load(a + at), below), f64x2.gt(below, zero)));
  }
}

export function ratioRows(a: usize, b: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f64x2.div(v128.load(a + at), v128.load(b + at)));
  }
}

/** Adds a row, so many times, to another. */
export function addTimes(to: usize, row: usize, times: f64, bytes: usize): void {
  const factor = f64x2.splat(times);
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(factor, v128.load(row + at))));
  }
}

/** Whether all numbers are finite and no less than `least`. */
export function areFrom(row: usize, least: f64, bytes: usize): bool {
  const from = f64x2.splat(least);
  const beyond = f64x2.splat(Infinity);
  let all = f64x2.eq(beyond, beyond);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(row + at);
    all = v128.and(all, v128.and(f64x2.ge(x, from), f64x2.lt(f64x2.abs(x), beyond)));
  }
  return i64x2.all_true(all);
}

export function clearRow(row: usize, bytes: usize): void {
  memory.fill(row, 0, bytes);
}

/** Sixteen sums, every sixteenth draw in one, at `sums`. */
export function sumOfReplicates(row: usize, sums: usize, count: i32): void {
  const end = row + (<usize>count << 3);
  const whole = row + ((<usize>count << 3) & ~(<usize>127));
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  for (; row < whole; row += 128) {
    a = f64x2.add(a, v128.load(row));
    b = f64x2.add(b, v128.load(row, 16));
    c = f64x2.add(c, v128.load(row, 32));
    d = f64x2.add(d, v128.load(row, 48));
    e = f64x2.add(e, v128.load(row, 64));
    f = f64x2.add(f, v128.load(row, 80));
    g = f64x2.add(g, v128.load(row, 96));
    h = f64x2.add(h, v128.load(row, 112));
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
  v128.store(sums, c, 32);
  v128.store(sums, d, 48);
  v128.store(sums, e, 64);
  v128.store(sums, f, 80);
  v128.store(sums, g, 96);
  v128.store(sums, h, 112);
  for (; row < end; row += 8, sums += 8) store<f64>(sums, load<f64>(sums) + load<f64>(row));
}
