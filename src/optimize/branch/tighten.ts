import type { LinearLimit } from '../../domain.ts';

/** Passes over all rows: what one bound implies for another is passed on so often. */
const PASSES = 3;
/** Bounds move only if by this share of their range: otherwise they creep without end. */
const WORTH_MOVING = 1e-3;
/** A least amount that is missed by this share of it is reached. */
const ROUNDING = 1e-9;

/**
 * Bounds of spend that follow from other bounds and the linear limits: what the others take at least leaves so much at
 * most, and the other way round; and what is left of amounts that are nothing or at least so much. Undefined when they
 * leave nothing.
 *
 * @param leastIfUsed  by column: 0, or the least amount of what is not nothing
 */
export function tightened(
  rows: readonly LinearLimit[],
  periods: number,
  bounds: { readonly lower: Float64Array; readonly upper: Float64Array },
  leastIfUsed: Float64Array,
): { readonly lower: Float64Array; readonly upper: Float64Array } | undefined {
  const lower = bounds.lower.slice();
  const upper = bounds.upper.slice();
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = false;
    for (const row of rows) {
      let [least, most] = [0, 0];
      for (const { channel, period, coefficient } of row.terms) {
        const k = channel * periods + period;
        least += coefficient * (coefficient > 0 ? lower[k]! : upper[k]!);
        most += coefficient * (coefficient > 0 ? upper[k]! : lower[k]!);
      }
      for (const { channel, period, coefficient } of row.terms) {
        if (coefficient === 0) continue;
        const k = channel * periods + period;
        const range = upper[k]! - lower[k]!;
        const [own, other] = coefficient > 0 ? [lower[k]!, upper[k]!] : [upper[k]!, lower[k]!];
        // coefficient · x <= most of the row less the least of the others; and the mirror of it.
        const atMost = row.most === undefined ? Infinity : row.most - (least - coefficient * own);
        const atLeast = row.least === undefined ? -Infinity : row.least - (most - coefficient * other);
        const [low, high] =
          coefficient > 0
            ? [atLeast / coefficient, atMost / coefficient]
            : [atMost / coefficient, atLeast / coefficient];
        const slack = 1e-9 * Math.max(1, Math.abs(upper[k]!));
        if (high < upper[k]! - WORTH_MOVING * range) {
          upper[k] = Math.min(upper[k]!, high + slack);
          moved = true;
        }
        if (low > lower[k]! + WORTH_MOVING * range) {
          lower[k] = Math.max(lower[k]!, low - slack);
          moved = true;
        }
        if (lower[k]! > upper[k]! + 2 * slack) return undefined;
        if (upper[k]! < lower[k]!) upper[k] = lower[k]!;
      }
    }
    for (let k = 0; k < lower.length; k++) {
      const least = leastIfUsed[k]!;
      // An amount that has to be something takes the least; one that cannot be as much is nothing.
      if (lower[k]! > 0 && lower[k]! < least) lower[k] = least;
      else if (lower[k]! <= 0 && upper[k]! > 0 && upper[k]! < least * (1 - ROUNDING)) upper[k] = 0;
      else continue;
      if (lower[k]! > upper[k]! * (1 + ROUNDING)) return undefined;
      if (upper[k]! < lower[k]!) upper[k] = lower[k]!;
      moved = true;
    }
    if (!moved) break;
  }
  return { lower, upper };
}
