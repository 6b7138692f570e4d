/**
 * The steps of `simulate/channel/table-code.ts` on tables of draws, where channels do something to each other: the same operations
 * in the same order. `rows` and `scale` tell, by period, where a row stands and how often it counts.
 */
import { addWeighted } from './carry';

// @ts-ignore: decorator
@inline
function rowAt(rows: usize, t: i32): usize {
  return load<usize>(rows + (t << 2));
}

// @ts-ignore: decorator
@inline
function factorAt(scale: usize, t: i32): v128 {
  return v128.load64_splat(scale + (t << 3));
}

export function buyRows(rows: usize, scale: usize, periods: i32, to: usize, stride: usize, bytes: usize): void {
  for (let t = 0; t < periods; t++, to += stride) {
    const row = rowAt(rows, t);
    const amount = factorAt(scale, t);
    for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, f64x2.mul(amount, v128.load(row + at)));
  }
}

export function addShareBought(
  rows: usize,
  scale: usize,
  share: usize,
  periods: i32,
  to: usize,
  stride: usize,
  bytes: usize,
): void {
  for (let t = 0; t < periods; t++, to += stride) {
    const row = rowAt(rows, t);
    const amount = factorAt(scale, t);
    for (let at: usize = 0; at < bytes; at += 16) {
      const more = f64x2.mul(v128.load(share + at), f64x2.mul(amount, v128.load(row + at)));
      v128.store(to + at, f64x2.add(v128.load(to + at), more));
    }
  }
}

export function multiplyRows(table: usize, factor: usize, periods: i32, stride: usize, bytes: usize): void {
  for (let t = 0; t < periods; t++, table += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(table + at, f64x2.mul(v128.load(table + at), v128.load(factor + at)));
    }
  }
}

/** @param demand  rows by period, 0 for none */
export function seasonRows(
  table: usize,
  efficiency: usize,
  season: usize,
  demand: usize,
  periods: i32,
  stride: usize,
  bytes: usize,
): void {
  for (let t = 0; t < periods; t++, table += stride) {
    const usual = factorAt(season, t);
    const shock = rowAt(demand, t);
    if (shock == 0) {
      for (let at: usize = 0; at < bytes; at += 16) {
        v128.store(table + at, f64x2.mul(v128.load(table + at), f64x2.mul(v128.load(efficiency + at), usual)));
      }
      continue;
    }
    for (let at: usize = 0; at < bytes; at += 16) {
      const factor = f64x2.mul(f64x2.mul(v128.load(efficiency + at), usual), v128.load(shock + at));
      v128.store(table + at, f64x2.mul(v128.load(table + at), factor));
    }
  }
}

/** Adds worth times value to pairs of doubles, one for each period: even and odd draws apart. */
export function sumWorth(rows: usize, scale: usize, value: usize, periods: i32, stride: usize, bytes: usize, sums: usize): void {
  for (let t = 0; t < periods; t++, value += stride, sums += 16) {
    if (load<f64>(scale + (t << 3)) == 0) continue;
    const row = rowAt(rows, t);
    let total = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      total = f64x2.add(total, f64x2.mul(v128.load(row + at), v128.load(value + at)));
    }
    v128.store(sums, total);
  }
}

// @ts-ignore: decorator
@inline
function weighed(factor: v128, row: usize, crowding: usize, at: usize): v128 {
  return f64x2.add(f64x2.mul(factor, v128.load(row + at)), v128.load(crowding + at));
}

export function weighRows(
  rows: usize,
  scale: usize,
  crowding: usize,
  periods: i32,
  to: usize,
  stride: usize,
  bytes: usize,
): void {
  for (let t = 0; t < periods; t++, to += stride) {
    const row = rowAt(rows, t);
    const factor = factorAt(scale, t);
    for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, weighed(factor, row, crowding, at));
  }
}

/**
 * One draw at a time: most of them need the weights of another channel.
 *
 * @param runsOut  a row of periods, or 0
 * @param others  for each channel that `marginal` numbers the addresses of its need and of its weights
 */
export function displaceRows(
  weights: usize,
  share: usize,
  marginal: usize,
  runsOut: usize,
  need: usize,
  others: usize,
  periods: i32,
  to: usize,
  stride: usize,
  count: i32,
): void {
  const end = <usize>count << 3;
  for (let t = 0; t < periods; t++) {
    for (let at: usize = 0; at < end; at += 8) {
      const cell = t * stride + at;
      const paying = <i32>load<f64>(marginal + cell);
      let weight = load<f64>(weights + cell);
      if (paying >= 0) {
        if (load<f64>(share + cell) < 1) weight = 0;
        else {
          const other = others + (paying << 3);
          const paid = runsOut == 0 ? cell : <usize>load<f64>(runsOut + at) * stride + at;
          weight -= (load<f64>(need + at) / load<f64>(load<usize>(other) + at)) * load<f64>(load<usize>(other, 4) + paid);
        }
      }
      store<f64>(to + cell, weight);
    }
  }
}

/** @param ahead  room for a row */
export function gatherFading(
  rows: usize,
  scale: usize,
  crowding: usize,
  slope: usize,
  gain: usize,
  retention: usize,
  periods: i32,
  tail: i32,
  ahead: usize,
  to: usize,
  stride: usize,
  bytes: usize,
): void {
  memory.fill(ahead, 0, bytes);
  for (let t = periods + tail - 1; t >= 0; t--) {
    const row = rowAt(rows, t);
    const factor = factorAt(scale, t);
    const steep = slope + t * stride;
    const own = to + t * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const worth = f64x2.mul(weighed(factor, row, crowding, at), v128.load(steep + at));
      const later = f64x2.add(worth, f64x2.mul(v128.load(retention + at), v128.load(ahead + at)));
      v128.store(ahead + at, later);
      if (t < periods) v128.store(own + at, f64x2.mul(v128.load(gain + at), later));
    }
  }
}

/** @param room  for a table of all periods */
export function gatherWindow(
  rows: usize,
  scale: usize,
  crowding: usize,
  slope: usize,
  weights: usize,
  lagStride: usize,
  lags: i32,
  periods: i32,
  tail: i32,
  room: usize,
  to: usize,
  stride: usize,
  bytes: usize,
): void {
  for (let t = 0; t < periods + tail; t++) {
    const row = rowAt(rows, t);
    const factor = factorAt(scale, t);
    const cells = t * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const worth = weighed(factor, row, crowding, at);
      v128.store(room + cells + at, f64x2.mul(worth, v128.load(slope + cells + at)));
    }
  }
  const once = f64x2.splat(1);
  for (let t = 0; t < periods; t++, to += stride) {
    memory.fill(to, 0, bytes);
    for (let lag = 0; lag <= min(lags, periods + tail - 1 - t); lag++) {
      addWeighted(weights, lagStride, lag, once, room + (t + lag) * stride, to, bytes, 0);
    }
  }
}

export function addShare(share: usize, source: usize, periods: i32, to: usize, stride: usize, bytes: usize): void {
  for (let t = 0; t < periods; t++, source += stride, to += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const more = f64x2.mul(v128.load(share + at), v128.load(source + at));
      v128.store(to + at, f64x2.add(v128.load(to + at), more));
    }
  }
}
