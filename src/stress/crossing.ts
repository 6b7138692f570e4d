/** Steps of a bisection: the place is known to a thousandth of the first bracket. */
const HALVINGS = 10;

/**
 * Where a function changes its sign between two places, one of whose values is above 0 and the other not; the end with the
 * steeper half first does not matter. Undefined where the signs at both ends are the same.
 *
 * @param valueAt  asked some ten times
 */
export function crossing(
  [from, to]: readonly [number, number],
  [valueFrom, valueTo]: readonly [number, number],
  valueAt: (place: number) => number,
): number | undefined {
  if (valueFrom > 0 === valueTo > 0) return undefined;
  let [low, high] = [from, to];
  const above = valueFrom > 0;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (valueAt(middle) > 0 === above) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
