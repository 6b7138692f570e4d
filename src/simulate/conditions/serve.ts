import type { Row } from '../../domain/row.ts';
import type { Table } from '../block/memory.ts';

/** One channel whose leads or customers need what is in limited supply. */
export interface Served {
  /** Units of the supply that one unit of effect takes, by draw. */
  readonly need: Row;
  /** Profit of one served unit of effect, and how much of it shocks to the worth of customers multiply. */
  readonly profit: Row;
  readonly margin: Row;
  /** These shocks, by period; periods without any are left undefined. */
  readonly value: readonly (Row | undefined)[] | undefined;
  readonly effect: Table;
  /** Filled with the share of the effect that is served, of the next of it where there is none. */
  readonly share: Table;
}

/** A supply and all that needs it, in a block of draws. */
export interface Serving {
  /** In the order of the file. */
  readonly users: readonly Served[];
  readonly capacity: Row;
  /** Taken first in every period of the plan. */
  readonly fixed: Row;
  /** Of the plan. */
  readonly periods: number;
  readonly discount: Float64Array;
  /** Filled with the user that is served in part, whose loss pays for any further load, or -1. */
  readonly marginal: Table;
  /** Of a stock for the whole plan filled with the period in which that user is served in part. */
  readonly runsOut: Row | undefined;
}

/** Serves users in the order of profit per unit of the supply, as far as it goes. */
export function serve(serving: Serving): void {
  const count = serving.capacity.length;
  if (serving.runsOut === undefined) for (let i = 0; i < count; i++) servePeriods(serving, i);
  else for (let i = 0; i < count; i++) servePlan(serving, serving.runsOut, i);
}

/** One draw of a supply that comes anew in every period. */
function servePeriods({ users, capacity, fixed, periods, marginal }: Serving, i: number): void {
  const changes = users.some(({ value }) => value !== undefined);
  const [order, worth] = [new Int32Array(users.length), new Float64Array(users.length)];
  marginal.forEach((paying, t) => {
    if (t === 0 || changes) sortUsers(users, t, i, order, worth);
    let left = Math.max(0, capacity[i]! - (t < periods ? fixed[i]! : 0));
    paying[i] = -1;
    for (const u of order) {
      const after = serveOne(users[u]!, t, i, left);
      if (after === undefined && paying[i] === -1) paying[i] = u;
      left = after ?? 0;
    }
  });
}

/** What is left after a user has been served in a period; undefined where what there is was not enough. */
function serveOne({ need, effect, share }: Served, t: number, i: number, left: number): number | undefined {
  const load = need[i]! * effect[t]![i]!;
  // Where nothing is left, nothing of what comes is served, even if nothing comes: the next of it would be lost.
  const enough = load <= left && (left > 0 || need[i] === 0);
  share[t]![i] = enough ? 1 : load > 0 ? left / load : 0;
  return enough ? left - load : undefined;
}

/** Puts users in the order of their worth, the most first; in the order of the file where it is the same. */
function sortUsers(users: readonly Served[], t: number, i: number, order: Int32Array, worth: Float64Array): void {
  for (let u = 0; u < users.length; u++) {
    worth[u] = worthOf(users[u]!, t, i);
    let k = u;
    for (; k > 0 && worth[order[k - 1]!]! < worth[u]!; k--) order[k] = order[k - 1]!;
    order[k] = u;
  }
}

/** Profit per unit of the supply. */
function worthOf({ need, profit, margin, value }: Served, t: number, i: number): number {
  if (!(need[i]! > 0)) return Infinity;
  const factor = value?.[t];
  return (factor === undefined ? profit[i]! : profit[i]! + margin[i]! * (factor[i]! - 1)) / need[i]!;
}

/** One draw of a stock: what is worth most first, whenever that is; what comes first where it is worth the same. */
function servePlan({ users, capacity, discount, marginal }: Serving, runsOut: Row, i: number): void {
  const periods = marginal.length;
  marginal.forEach((paying) => (paying[i] = -1));
  runsOut[i] = 0;
  for (const { share } of users) share.forEach((own) => (own[i] = 1));
  if (needOfAll(users, periods, i) < capacity[i]!) return;
  const worth = new Float64Array(users.length * periods);
  const order = new Int32Array(users.length * periods);
  for (let u = 0; u < users.length; u++) sortPeriods(users[u]!, i, discount, worth, order, u * periods, periods);
  const next = new Int32Array(users.length);
  let left = capacity[i];
  while (left !== undefined) {
    const u = firstInLine(order, worth, next, periods);
    if (u === -1) return;
    const t = order[u * periods + next[u]!]!;
    next[u] = next[u]! + 1;
    left = serveOne(users[u]!, t, i, left);
    if (left !== undefined) continue;
    marginal.forEach((paying) => (paying[i] = u));
    runsOut[i] = t;
  }
  for (let u = 0; u < users.length; u++) {
    const { need, share } = users[u]!;
    if (need[i] !== 0) for (let k = next[u]!; k < periods; k++) share[order[u * periods + k]!]![i] = 0;
  }
}

function needOfAll(users: readonly Served[], periods: number, i: number): number {
  let total = 0;
  for (let t = 0; t < periods; t++) for (const { need, effect } of users) total += need[i]! * effect[t]![i]!;
  return total;
}

/** Puts the periods of a user in the order of what they are worth at present, from index `from` on. */
function sortPeriods(
  user: Served,
  i: number,
  discount: Float64Array,
  worth: Float64Array,
  order: Int32Array,
  from: number,
  periods: number,
): void {
  for (let t = 0; t < periods; t++) {
    const own = worthOf(user, t, i) * discount[t]!;
    worth[from + t] = own;
    let k = t;
    for (; k > 0 && worth[from + order[from + k - 1]!]! < own; k--) order[from + k] = order[from + k - 1]!;
    order[from + k] = t;
  }
}

/** The user whose next period is worth most, the earliest of these; -1 where all have been served. */
function firstInLine(order: Int32Array, worth: Float64Array, next: Int32Array, periods: number): number {
  let first = -1;
  let most = 0;
  let earliest = 0;
  for (let u = 0; u < next.length; u++) {
    if (next[u] === periods) continue;
    const t = order[u * periods + next[u]!]!;
    const own = worth[u * periods + t]!;
    if (first !== -1 && !(own > most || (own === most && t < earliest))) continue;
    first = u;
    most = own;
    earliest = t;
  }
  return first;
}
