/**
 * Sorts places by the numbers that stand there, the largest first, in the order that they had where these are equal. By insertion:
 * few are out of order from one draw to the next, and nothing is faster then.
 */
export function sortFalling(items: Int32Array, by: Float64Array): void {
  for (let k = 1; k < items.length; k++) {
    const item = items[k]!;
    const own = by[item]!;
    let at = k;
    for (; at > 0 && by[items[at - 1]!]! < own; at--) items[at] = items[at - 1]!;
    items[at] = item;
  }
}
