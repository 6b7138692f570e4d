import type { LinearProgram } from '../../linear/program.ts';
import { pricesTogether } from './prices-together.ts';

export interface PricedInput {
  readonly limits: Pick<LinearProgram, 'rows'>;
  readonly from: Float64Array;
  /** Slopes at `from`, and by how much they fall per unit of step, above 0; by column. */
  readonly slope: Float64Array;
  readonly fall: Float64Array;
  /** Bounds of where the step may lead. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Prices of a similar problem, by row; 0 without. */
  readonly prices?: Float64Array;
}

export interface PricedStep {
  readonly to: Float64Array;
  readonly prices: Float64Array;
}

/** Passes over all rows: a single row needs one, and the more columns rows share, the more they need. */
const MOST_PASSES = 300;
/** After so many, rows share so much that their prices are set together as well: by these shares of such a step, tried in turn. */
const ALONE = 1;
const TOGETHER = [1, 0.5, 0.25] as const;
/** Trials of one price: Newton's steps on a broken line end after a few, and the bracket halves otherwise. */
const MOST_TRIALS = 80;
/** A row is kept when it is missed by no more than this share of its terms: solvers of linear programs do not better. */
const KEPT = 1e-9;
/** Its price is sought until it is missed by no more than this share, so that passes do not wander. */
const EXACT = 1e-12;

/**
 * The best point of a sum of parabolas, slope × d - ½ × fall × d² by column, within bounds and rows: each row charges a
 * price, each column goes where it pays at these prices, and prices are set row by row until all rows are kept. Between passes they are set
 * together where that lowers what columns and rows are worth at them, which is least at the best point. Undefined when they do not settle soon.
 *
 * Source: Hildreth, "A quadratic programming procedure" (1957); together: Qi and Sun, "A nonsmooth version of Newton's method" (1993).
 */
export function pricedStep({ limits, from, slope, fall, lower, upper, ...known }: PricedInput): PricedStep | undefined {
  const { starts, indices, values, lower: least, upper: most } = limits.rows;
  const prices = known.prices?.slice() ?? new Float64Array(least.length);
  const net = slope.slice();
  /** Where columns go at these prices: rows are looked at far more often than prices change. */
  const places = from.map((_, k) => placeOf(k, net[k]!));
  prices.forEach((price, i) => charge(i, price));

  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let settled = true;
    for (let i = 0; i < prices.length; i++) {
      const more = missingIn(i);
      if (more === undefined) return undefined;
      if (more === 0) continue;
      settled = false;
      prices[i] = prices[i]! + more;
      charge(i, more);
    }
    if (settled) return { to: places, prices };
    if (pass >= ALONE) setTogether();
  }
  return undefined;

  function setTogether(): void {
    const missed = Array.from(prices.keys())
      .filter((row) => prices[row] !== 0)
      .map((row) => ({ row, above: rowNow(row).sum - metAt(row) }));
    if (missed.length < 2) return;
    const gives = fall.map((own, k) => (places[k]! > lower[k]! && places[k]! < upper[k]! ? 1 / own : 0));
    const change = pricesTogether(limits.rows, gives, missed);
    const known = { net: net.slice(), places: places.slice(), prices: prices.slice(), worth: worthNow() };
    for (const share of TOGETHER) {
      missed.forEach(({ row }, i) => {
        const price = known.prices[row]!;
        const next = price + share * change[i]!;
        // A price that turns would charge for the other limit of its row.
        const kept = next * price > 0 || least[row] === most[row] ? next : 0;
        prices[row] = kept;
        charge(row, kept - price);
      });
      if (worthNow() <= known.worth) return;
      net.set(known.net);
      places.set(known.places);
      prices.set(known.prices);
    }
  }

  /** What is gained where columns are, and what rows leave or lack there at their prices. */
  function worthNow(): number {
    let worth = 0;
    for (let k = 0; k < places.length; k++) {
      const step = places[k]! - from[k]!;
      // Of columns that cannot move the fall is without end.
      if (step !== 0) worth += step * (slope[k]! - (fall[k]! * step) / 2);
    }
    prices.forEach((price, row) => {
      if (price !== 0) worth += price * (metAt(row) - rowNow(row).sum);
    });
    return worth;
  }

  /** The limit that a row's price charges for. */
  function metAt(row: number): number {
    return prices[row]! > 0 ? most[row]! : least[row]!;
  }

  function charge(i: number, price: number): void {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = indices[at]!;
      net[k] = net[k]! - values[at]! * price;
      places[k] = placeOf(k, net[k]);
    }
  }

  function placeOf(k: number, own: number): number {
    return Math.max(lower[k]!, Math.min(upper[k]!, from[k]! + own / fall[k]!));
  }

  /** A row as it stands: its sum, and the size of its terms. */
  function rowNow(i: number) {
    let [sum, size] = [0, 0];
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const term = values[at]! * places[indices[at]!]!;
      sum += term;
      size += Math.abs(term);
    }
    return { sum, size };
  }

  /** The same at its price and `more`, and by how much the sum falls per unit of price. */
  function rowAt(i: number, more: number) {
    let [sum, size, falls] = [0, 0, 0];
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = indices[at]!;
      const a = values[at]!;
      const place = placeOf(k, net[k]! - a * more);
      sum += a * place;
      size += Math.abs(a * place);
      if (place > lower[k]! && place < upper[k]!) falls += (a * a) / fall[k]!;
    }
    return { sum, size, falls };
  }

  /** By how much the price of a row has to change: above 0 it charges for the row's most, below 0 for its least. */
  function missingIn(i: number): number | undefined {
    const price = prices[i]!;
    const sizeOf = (size: number, limit: number) => Math.max(size, Math.abs(limit));
    const side = ({ sum, size }: { readonly sum: number; readonly size: number }): -1 | 0 | 1 => {
      if (sum > most[i]! + (most[i] === Infinity ? 0 : KEPT * sizeOf(size, most[i]!))) return 1;
      return sum < least[i]! - (least[i] === -Infinity ? 0 : KEPT * sizeOf(size, least[i]!)) ? -1 : 0;
    };
    const now = rowNow(i);
    if (side(now) === 0 && price === 0) return 0;
    const met = metAt(i);
    if (price !== 0 && Math.abs(now.sum - met) <= KEPT * sizeOf(now.size, met)) return 0;
    // Without a price the row lies on one side of its limits, or within them.
    const free = price === 0 ? side(now) : side(rowAt(i, -price));
    if (free === 0) return -price;
    const goal = free > 0 ? most[i]! : least[i]!;
    let [low, high] = [-Infinity, Infinity];
    let more = 0;
    let stride = Math.abs(price) || 1e-3 * slope.reduce((steepest, one) => Math.max(steepest, Math.abs(one)), 0);
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      const { sum, size, falls } = rowAt(i, more);
      if (Math.abs(sum - goal) <= EXACT * sizeOf(size, goal)) return more;
      if (sum > goal) low = more;
      else high = more;
      const newton = more + (sum - goal) / falls;
      if (falls > 0 && newton > low && newton < high) more = newton;
      else if (low > -Infinity && high < Infinity) more = (low + high) / 2;
      else {
        more += sum > goal ? stride : -stride;
        stride *= 2;
      }
    }
    return undefined;
  }
}
