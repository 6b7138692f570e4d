/** `simulate/conditions/serve.ts` on tables of draws, one draw at a time: the same operations in the same order. */

/**
 * A user is six addresses: of the rows of its need, profit and margin, of the tables of its effect and share, and of a
 * list of shocks' rows by period, each 0 where there is none, as the list itself may be.
 */
const USER: usize = 24;

// @ts-ignore: decorator
@inline
function need(user: usize, at: usize): f64 {
  return load<f64>(load<usize>(user) + at);
}

// @ts-ignore: decorator
@inline
function effect(user: usize, at: usize): f64 {
  return load<f64>(load<usize>(user, 12) + at);
}

// @ts-ignore: decorator
@inline
function setShare(user: usize, at: usize, share: f64): void {
  store<f64>(load<usize>(user, 16) + at, share);
}

/** Profit per unit of the supply in period t of the draw at `at`. */
// @ts-ignore: decorator
@inline
function worthOf(user: usize, t: i32, at: usize): f64 {
  const needed = need(user, at);
  if (!(needed > 0)) return Infinity;
  const profit = load<f64>(load<usize>(user, 4) + at);
  const shocks = load<usize>(user, 20);
  const factor = shocks == 0 ? 0 : load<usize>(shocks + (t << 2));
  if (factor == 0) return profit / needed;
  return (profit + load<f64>(load<usize>(user, 8) + at) * (load<f64>(factor + at) - 1)) / needed;
}

/** What is left after a user has been served, or -1 where what there was is not enough. */
// @ts-ignore: decorator
@inline
function serveOne(user: usize, at: usize, cell: usize, left: f64): f64 {
  const needed = need(user, at);
  const load = needed * effect(user, cell);
  if (load <= left && (left > 0 || needed == 0)) {
    setShare(user, cell, 1);
    return left - load;
  }
  setShare(user, cell, load > 0 ? left / load : 0);
  return -1;
}

/** @param order, worth  room for a whole number, and for a number, for each user */
export function servePeriods(
  users: usize,
  many: i32,
  stride: usize,
  count: i32,
  rows: i32,
  periods: i32,
  capacity: usize,
  fixed: usize,
  changes: bool,
  marginal: usize,
  order: usize,
  worth: usize,
): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 3;
    for (let t = 0; t < rows; t++) {
      if (t == 0 || changes) sortUsers(users, many, t, at, order, worth);
      const cell = t * stride + at;
      let left = max<f64>(0, load<f64>(capacity + at) - (t < periods ? load<f64>(fixed + at) : 0));
      let paying: f64 = -1;
      for (let k = 0; k < many; k++) {
        const u = load<i32>(order + (k << 2));
        const after = serveOne(users + u * USER, at, cell, left);
        if (after < 0 && paying < 0) paying = u;
        left = max<f64>(0, after);
      }
      store<f64>(marginal + cell, paying);
    }
  }
}

function sortUsers(users: usize, many: i32, t: i32, at: usize, order: usize, worth: usize): void {
  for (let u = 0; u < many; u++) {
    const own = worthOf(users + u * USER, t, at);
    store<f64>(worth + (u << 3), own);
    insert(order, worth, u, own);
  }
}

/** Puts number k, worth `own`, where it belongs among the k before it, which are in order. */
// @ts-ignore: decorator
@inline
function insert(order: usize, worth: usize, k: i32, own: f64): void {
  let place = order + (k << 2);
  for (; place > order; place -= 4) {
    const before = load<i32>(place - 4);
    if (!(load<f64>(worth + (before << 3)) < own)) break;
    store<i32>(place, before);
  }
  store<i32>(place, k);
}

/** @param order, worth  room for a whole number, and for a number, for each user and period. @param next  for each user */
export function servePlan(
  users: usize,
  many: i32,
  stride: usize,
  count: i32,
  rows: i32,
  capacity: usize,
  discount: usize,
  marginal: usize,
  runsOut: usize,
  order: usize,
  worth: usize,
  next: usize,
): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 3;
    let all: f64 = 0;
    for (let t = 0; t < rows; t++) {
      const cell = t * stride + at;
      store<f64>(marginal + cell, -1);
      for (let u = 0; u < many; u++) {
        const user = users + u * USER;
        setShare(user, cell, 1);
        all += need(user, at) * effect(user, cell);
      }
    }
    store<f64>(runsOut + at, 0);
    if (all < load<f64>(capacity + at)) continue;
    for (let u = 0; u < many; u++) sortPeriods(users + u * USER, rows, at, discount, order + ((u * rows) << 2), worth + ((u * rows) << 3));
    memory.fill(next, 0, many << 2);
    serveInTurn(users, many, stride, rows, at, load<f64>(capacity + at), marginal, runsOut, order, worth, next);
  }
}

function serveInTurn(
  users: usize,
  many: i32,
  stride: usize,
  rows: i32,
  at: usize,
  left: f64,
  marginal: usize,
  runsOut: usize,
  order: usize,
  worth: usize,
  next: usize,
): void {
  while (left >= 0) {
    const u = firstInLine(order, worth, next, many, rows);
    if (u < 0) return;
    const turn = next + (u << 2);
    const t = load<i32>(order + ((u * rows + load<i32>(turn)) << 2));
    store<i32>(turn, load<i32>(turn) + 1);
    left = serveOne(users + u * USER, at, t * stride + at, left);
    if (left >= 0) continue;
    for (let row = 0; row < rows; row++) store<f64>(marginal + row * stride + at, u);
    store<f64>(runsOut + at, t);
  }
  for (let u = 0; u < many; u++) {
    const user = users + u * USER;
    if (need(user, at) == 0) continue;
    for (let k = load<i32>(next + (u << 2)); k < rows; k++) {
      setShare(user, load<i32>(order + ((u * rows + k) << 2)) * stride + at, 0);
    }
  }
}

function sortPeriods(user: usize, rows: i32, at: usize, discount: usize, order: usize, worth: usize): void {
  for (let t = 0; t < rows; t++) {
    const own = worthOf(user, t, at) * load<f64>(discount + (t << 3));
    store<f64>(worth + (t << 3), own);
    insert(order, worth, t, own);
  }
}

/** The user whose next period is worth most, the earliest of these; -1 where all have been served. */
function firstInLine(order: usize, worth: usize, next: usize, many: i32, rows: i32): i32 {
  let first = -1;
  let most: f64 = 0;
  let earliest = 0;
  for (let u = 0; u < many; u++) {
    const turn = load<i32>(next + (u << 2));
    if (turn == rows) continue;
    const t = load<i32>(order + ((u * rows + turn) << 2));
    const own = load<f64>(worth + ((u * rows + t) << 3));
    if (first >= 0 && !(own > most || (own == most && t < earliest))) continue;
    first = u;
    most = own;
    earliest = t;
  }
  return first;
}
