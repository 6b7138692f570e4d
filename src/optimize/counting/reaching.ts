import { DIP, EXCESS, LOW, PER_DRAW, RISE, type Interval } from './level-draws.ts';
import type { LevelRow } from './levels.ts';

/** What is known of which draws reach a figure in a box of levels; the others do not. */
export interface Decided {
  /** How many are taken to reach it everywhere there. */
  readonly sure: number;
  /** Those that may reach it besides. */
  readonly open: Int32Array;
}

/** Of some draws, which reach a figure somewhere in a box of levels. */
export interface Reaching extends Decided {
  /** What levels cost together at least where each of these reaches it, beyond what they do at their lower ends. */
  readonly costs: Float64Array;
  /** By level, by how much what these bring may differ from its price there, all added up. */
  readonly spread: Float64Array;
}

/** Before any box is looked at. */
export function noneDecided(draws: number): Decided {
  return { sure: 0, open: Int32Array.from({ length: draws }, (_, draw) => draw) };
}

/**
 * Which draws reach a figure somewhere in a box of levels, each draw with levels of its own: no plan there has more than `sure` and
 * `open` together. A draw is below the sum of its chords and of what it is above them, so that the best of it is the best filling of a
 * knapsack: the chords are its pieces, and what levels cost together is its room.
 *
 * @param before  of a larger box: draws that are in neither do not reach it here either
 * @param row     what levels cost together, nothing of it negative; other rows are not looked at
 * @param least   what draws have to reach
 */
export function reachingWithin(
  before: Decided,
  constant: Float64Array,
  intervals: readonly Interval[],
  row: LevelRow,
  least: number,
): Reaching {
  const { length } = intervals;
  let [room, need] = [row.most, row.least];
  const widths = Float64Array.from(intervals, ({ from, to }, l) => {
    room -= row.coefficients[l]! * from;
    need -= row.coefficients[l]! * from;
    return row.coefficients[l]! * (to - from);
  });
  const numbers = intervals.map(({ byDraw }) => byDraw);
  const spread = new Float64Array(length);
  const open = new Int32Array(before.open.length);
  const costs = new Float64Array(before.open.length);
  /** Levels in the row by what a unit of it brings in the chord, the most first, and that. */
  const order = new Int32Array(length);
  const slopes = new Float64Array(length);
  let [sure, count] = [before.sure, 0];
  for (const draw of before.open) {
    const first = PER_DRAW * draw;
    let at = constant[draw]!;
    let [excess, dip, best, worst, ordered] = [0, 0, 0, 0, 0];
    for (let l = 0; l < length; l++) {
      const own = numbers[l]!;
      at += own[first + LOW]!;
      excess += own[first + EXCESS]!;
      dip += own[first + DIP]!;
      const rise = own[first + RISE]!;
      if (!(widths[l]! > 0)) {
        best += Math.max(0, rise);
        worst += Math.min(0, rise);
        continue;
      }
      const slope = rise / widths[l]!;
      let place = ordered;
      for (; place > 0 && slopes[place - 1]! < slope; place--) {
        slopes[place] = slopes[place - 1]!;
        order[place] = order[place - 1]!;
      }
      slopes[place] = slope;
      order[place] = l;
      ordered += 1;
    }
    let [left, must, price, cost] = [room, need, 0, 0];
    for (let place = 0; place < ordered; place++) {
      const width = widths[order[place]!]!;
      const amount = Math.min(width, slopes[place]! > 0 ? left : must);
      if (!(amount > 0)) break;
      const missing = least - at - excess - best;
      if (missing > 0) cost += slopes[place]! > 0 ? Math.min(amount, missing / slopes[place]!) : amount;
      best += slopes[place]! * amount;
      left -= amount;
      must -= amount;
      if (amount < width) price = slopes[place]!;
    }
    if (at + excess + best < least) continue;
    [left, must] = [room, need];
    for (let place = ordered - 1; place >= 0; place--) {
      const amount = Math.min(widths[order[place]!]!, slopes[place]! < 0 ? left : must);
      if (!(amount > 0)) break;
      worst += slopes[place]! * amount;
      left -= amount;
      must -= amount;
    }
    if (at - dip + worst >= least) {
      sure += 1;
      continue;
    }
    open[count] = draw;
    costs[count] = cost;
    count += 1;
    for (let l = 0; l < length; l++) {
      const own = numbers[l]!;
      const unpriced = Math.abs(own[first + RISE]! - price * widths[l]!);
      spread[l] = spread[l]! + unpriced + own[first + EXCESS]! + own[first + DIP]!;
    }
  }
  return { sure, open: open.slice(0, count), costs: costs.slice(0, count), spread };
}

/** How many of the open draws reach the figure by their chords, so far into all intervals. */
export function reachingAt(
  share: number,
  open: Int32Array,
  constant: Float64Array,
  intervals: readonly Interval[],
  least: number,
): number {
  return open.filter((draw) => {
    let value = constant[draw]!;
    for (const { byDraw } of intervals)
      value += byDraw[PER_DRAW * draw + LOW]! + share * byDraw[PER_DRAW * draw + RISE]!;
    return value >= least;
  }).length;
}
