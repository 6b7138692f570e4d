/**
 * Where values near a few quantiles lie, by a pilot: of each window the value that it begins at and that which it ends before, ascending.
 * Values in a window are counted one by one, those between windows all together, which is most of them.
 */
export type Windows = Float64Array;

/**
 * Share of the pilot to either side of a quantile: of 8,192 draws, a share of 5 % is off by 0.0024, one standard error, if they are
 * plain ones, and by less if they are evenly spread.
 */
const NEAR = 0.02;

/**
 * Windows about the quantiles of these probabilities.
 *
 * @param pilot  ascending, NaN last
 * @param probabilities  ascending, further than twice `NEAR` from each other
 */
export function windowsOf(pilot: Float64Array, probabilities: readonly number[]): Windows {
  const last = pilot.length - 1;
  const value = (place: number) => {
    const found = pilot[Math.min(Math.max(place, 0), last)] ?? 0;
    return Number.isNaN(found) ? Infinity : found;
  };
  return Float64Array.from(
    probabilities.flatMap((p) => [value(Math.floor((p - NEAR) * last)), value(Math.ceil((p + NEAR) * last))]),
  );
}

/**
 * The values in windows, window by window.
 *
 * @param counts  where is written, of each window, how many values lie below it and how many in it
 */
export function valuesWithin(windows: Windows, values: Float64Array, counts: Float64Array): Float64Array {
  const found: number[] = [];
  for (let w = 0; w < windows.length; w += 2) {
    const [from, to] = [windows[w]!, windows[w + 1]!];
    const before = found.length;
    let below = 0;
    for (const value of values) {
      if (value < from) below += 1;
      else if (value < to) found.push(value);
    }
    counts.set([below, found.length - before], w);
  }
  return Float64Array.from(found);
}

/** How many values lie in windows. */
export function countWithin(counts: Float64Array): number {
  let count = 0;
  for (let w = 1; w < counts.length; w += 2) count += counts[w]!;
  return count;
}

/**
 * Where values that are not counted one by one are counted together, and how many they are: below the first window, and from each
 * window's end on. So counts are right for every cell that lies in a window as a whole, and for all that is before it.
 *
 * @param counts  what `valuesWithin` writes, of all values
 */
export function restsOf(windows: Windows, counts: Float64Array, draws: number): readonly Rest[] {
  const rests: Rest[] = [{ at: windows[0]!, count: counts[0]! }];
  for (let w = 0; w < windows.length; w += 2) {
    const next = w + 2 < windows.length ? counts[w + 2]! : draws;
    rests.push({ at: windows[w + 1]!, count: next - counts[w]! - counts[w + 1]! });
  }
  return rests;
}

/** So many values, to be counted as if they were this one. */
export interface Rest {
  readonly at: number;
  readonly count: number;
}
