import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { ChannelModel } from '../../domain.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import { linesFromLastPeriod, linesOfPeriod, type PoolLines } from './pool-lines.ts';
import { atWorkIn, poolsOf, type Pools } from './pools.ts';

/** A channel's pools in a block of draws, with lines by worth and by the largest amount at work that they reach. */
export interface KnownPools {
  readonly pools: Pools;
  readonly lines: WeakMap<RowsByPeriod, Map<number, PeriodLines>>;
}

/** Of the last period, the lines are those from it on where what is at work only fades after the plan. */
interface PeriodLines {
  readonly usual: PoolLines;
  readonly last: PoolLines;
}

/** A channel's pools within bounds of what arrives in each period of the plan. */
export interface PooledBox {
  readonly known: KnownPools;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Filled as worths are asked for. */
  readonly hulls: WeakMap<RowsByPeriod, Hulls>;
}

/** Corners of the least concave functions above the lines: those of pool and period `k` from `starts[k]` to `starts[k + 1]`. */
interface Hulls {
  readonly starts: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What a channel brings at most, summed over draws, by period, and a slope of all of it by what arrives in each. */
export interface PooledBound {
  readonly total: number;
  readonly cells: Float64Array;
  readonly gradient: Float64Array;
}

/** Pools of which nothing else is known yet. */
export function openPools(conditions: ChannelConditions, periods: number, tail: number): KnownPools {
  return { pools: poolsOf(conditions, periods, tail), lines: new WeakMap() };
}

/** See {@link PooledBox}; what arrives of bounds of spend, discounts included. */
export function pooledBox(known: KnownPools, lower: Float64Array, upper: Float64Array): PooledBox {
  return { known, lower, upper, hulls: new WeakMap() };
}

/** What arrives in each period of the plan, before what draws buy with it. */
export function arrivingOf({ buying }: ChannelConditions, volume: Float64Array): Float64Array {
  return volume.map((amount, t) => amount * buying.scale[t]!);
}

/**
 * A concave function of what arrives in the periods of the plan that lies nowhere below what the channel brings within the
 * box; undefined where the worth of draws changes from one period to another. What comes after the plan may be told with
 * its last period.
 *
 * @param worth  as of `PoolLinesInput`
 */
export function pooledBound(
  channel: ChannelModel,
  conditions: ChannelConditions,
  box: PooledBox,
  worth: RowsByPeriod,
  arriving: Float64Array,
): PooledBound | undefined {
  if (worth.rows.some((row, t) => row !== worth.rows[0] && worth.scale[t] !== 0)) return undefined;
  const { pools } = box.known;
  const { lags, weights } = pools;
  let hulls = box.hulls.get(worth);
  if (hulls === undefined) box.hulls.set(worth, (hulls = hullsOf(channel, conditions, box, worth)));
  const { starts, x, y } = hulls;
  const cells = new Float64Array(lags);
  const gradient = new Float64Array(arriving.length);
  for (let pool = 0; pool < pools.count; pool++) {
    for (let t = 0; t < lags; t++) {
      const scale = pools.retention !== undefined && t === lags - 1 ? 1 : worth.scale[t]!;
      if (scale === 0) continue;
      const at = atWorkIn(pools, pool, arriving, t);
      const k = pool * lags + t;
      const [first, last] = [starts[k]!, starts[k + 1]! - 1];
      const low = lastUpTo(x, first, Math.max(first, last - 1), at);
      const slope = last > first ? (y[low + 1]! - y[low]!) / (x[low + 1]! - x[low]!) : 0;
      cells[t] = cells[t]! + scale * (y[low]! + slope * (at - x[low]!));
      for (let s = 0; s <= Math.min(t, gradient.length - 1); s++) {
        gradient[s] = gradient[s]! + scale * slope * weights[pool * lags + t - s]!;
      }
    }
  }
  return { total: cells.reduce((sum, cell) => sum + cell, 0), cells, gradient };
}

function hullsOf(
  channel: ChannelModel,
  conditions: ChannelConditions,
  { known, lower, upper }: PooledBox,
  worth: RowsByPeriod,
): Hulls {
  const { pools } = known;
  const { count, lags } = pools;
  const size = count * lags;
  const rangeOf = (bounds: Float64Array) =>
    Float64Array.from({ length: size }, (_, k) => atWorkIn(pools, Math.floor(k / lags), bounds, k % lags));
  const [least, most] = [rangeOf(lower), rangeOf(upper)];
  const byEnd = known.lines.get(worth) ?? new Map<number, PeriodLines>();
  known.lines.set(worth, byEnd);
  // Of few sizes, so that boxes share them, and of none that depends on what was asked before.
  let end = 1;
  for (const amount of most) while (end < amount) end *= 4;
  let lines = byEnd.get(end);
  if (lines === undefined) {
    const input = { channel, conditions, pools, worth, end };
    const usual = linesOfPeriod(input);
    lines = { usual, last: pools.retention === undefined ? usual : linesFromLastPeriod(input, lower.length) };
    byEnd.set(end, lines);
  }
  const starts = new Int32Array(size + 1);
  const [x, y]: [number[], number[]] = [[], []];
  for (let k = 0; k < size; k++) {
    const of = k % lags === lags - 1 ? lines.last : lines.usual;
    addHull(of, Math.floor(k / lags), least[k]!, most[k]!, x, y);
    starts[k + 1] = x.length;
  }
  return { starts, x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** Corners that are no further apart than this share of where they are count as one: slopes between them would be rounding. */
const NEAR = 1e-6;

/** Adds the corners of the least concave function above a pool's lines between two amounts: Andrew's monotone chain. */
function addHull(
  { knots, atStart, atEnd }: PoolLines,
  pool: number,
  from: number,
  to: number,
  x: number[],
  y: number[],
): void {
  const first = x.length;
  const add = (at: number, py: number): void => {
    let px = at;
    let last = x.length - 1;
    // What rises is nowhere above the height of the upper of two corners, one of which stands for both.
    if (last >= first && px - x[last]! <= NEAR * px) {
      if (y[last]! >= py) return;
      px = x[last]!;
      last -= 1;
    }
    while (last > first && (y[last]! - y[last - 1]!) * (px - x[last]!) <= (py - y[last]!) * (x[last]! - x[last - 1]!)) {
      last -= 1;
    }
    x.length = last + 1;
    y.length = last + 1;
    x.push(px);
    y.push(py);
  };
  const cells = knots.length - 1;
  for (let cell = lastUpTo(knots, 0, cells - 1, from); cell < cells && knots[cell]! <= to; cell++) {
    const [a, b] = [knots[cell]!, knots[cell + 1]!];
    const [low, high] = [atStart[pool * cells + cell]!, atEnd[pool * cells + cell]!];
    const height = (at: number) => high - ((high - low) * (b - at)) / (b - a);
    add(Math.max(a, from), height(Math.max(a, from)));
    add(Math.min(b, to), height(Math.min(b, to)));
  }
}

/** The last of some ascending numbers, by index from `first` to `last`, that is not above a value; the first if none is. */
function lastUpTo(numbers: Float64Array, first: number, last: number, value: number): number {
  let [low, high] = [first, last + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
