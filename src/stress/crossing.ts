/** The place is known to this share of the first bracket. */
const CLOSE = 1e-4;
const MOST_STEPS = 30;

/**
 * Where a continuous function changes its sign between two places, one of whose values is above 0 and the other not. Undefined where
 * the signs at both ends are the same.
 *
 * @param valueAt  asked some five times
 * Source: the Illinois rule, Dowell and Jarratt, "A modified regula falsi method for computing the root of an equation" (1971).
 */
export function crossing(
  [from, to]: readonly [number, number],
  [valueFrom, valueTo]: readonly [number, number],
  valueAt: (place: number) => number,
): number | undefined {
  if (valueFrom > 0 === valueTo > 0) return undefined;
  let [a, b] = [from, to];
  let [atA, atB] = [valueFrom, valueTo];
  let last = a;
  for (let step = 0; step < MOST_STEPS && atB !== 0; step++) {
    // Where the straight line between both ends crosses 0.
    const next = b - (atB * (b - a)) / (atB - atA);
    const value = valueAt(next);
    // The end that stays twice in a row counts half, or it would stay for good.
    if (value > 0 !== atB > 0) [a, atA] = [b, atB];
    else atA /= 2;
    [b, atB] = [next, value];
    if (Math.abs(next - last) < CLOSE * Math.abs(to - from)) break;
    last = next;
  }
  return b;
}
