import type { Row } from '../domain/row.ts';
import { orderOf } from '../statistics/order.ts';

/** Classes: more follow a curve closer, fewer have less noise. */
const MOST_CLASSES = 64;
const FEWEST_CLASSES = 4;

/**
 * Share of the variance of `y` that knowing `x` takes away on average: Var(E[y | x]) / Var(y), the first-order Sobol' index, from draws
 * as they are. Draws are put in classes of equal size by `x` (equal values stay together) with a straight line in each, and the variance
 * that is left around the lines is freed from what chance alone takes away (adjusted R²), so that the share is near 0 for what has
 * no influence; it can be a little below. Where `x` moves with other assumptions, what they do counts as well.
 *
 * @param order  of the draws by `x`
 * Source: Saltelli et al., "Global sensitivity analysis: the primer" (2008), section 4.4, with lines in place of means, which would
 *   leave in what `y` changes within a class.
 */
export function firstOrder(x: Row, y: Row, order = orderOf(x)): number {
  const n = y.length;
  const classes = Math.max(FEWEST_CLASSES, Math.min(MOST_CLASSES, Math.round(Math.sqrt(n) / 2)));
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const total = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  let [left, parameters] = [0, 0];
  for (let from = 0, to = 0; from < n; from = to) {
    // The end of the class that this draw would be in; equal values go with it.
    to = Math.max(from + 1, Math.round(((Math.floor((from * classes) / n) + 1) * n) / classes));
    while (to < n && x[order[to]!] === x[order[to - 1]!]) to += 1;
    const around = aroundLine(x, y, order.subarray(from, to));
    left += around.left;
    parameters += around.parameters;
  }
  return total > 0 && parameters > 1 && parameters < n ? 1 - left / (n - parameters) / (total / (n - 1)) : 0;
}

/** Squared differences from the straight line nearest to some draws; from their mean where one value is all there is of `x`. */
function aroundLine(x: Row, y: Row, draws: Uint32Array): { readonly left: number; readonly parameters: number } {
  const meanOf = (row: Row) => draws.reduce((sum, i) => sum + row[i]!, 0) / draws.length;
  const [middleX, middleY] = [meanOf(x), meanOf(y)];
  let [ofX, ofBoth, ofY] = [0, 0, 0];
  for (const i of draws) {
    const [u, v] = [x[i]! - middleX, y[i]! - middleY];
    ofX += u * u;
    ofBoth += u * v;
    ofY += v * v;
  }
  if (!(ofX > 0)) return { left: ofY, parameters: 1 };
  return { left: Math.max(0, ofY - (ofBoth * ofBoth) / ofX), parameters: 2 };
}
