import type { Row } from '../families.ts';
import { orderOf } from './ranks.ts';

/** Classes: more follow a curve closer, fewer have less noise. */
const MOST_CLASSES = 64;
const FEWEST_CLASSES = 4;

/**
 * Share of the variance of `y` that knowing `x` takes away on average: Var(E[y | x]) / Var(y), the first-order Sobol' index, from draws
 * as they are. Draws are put in classes of equal size by `x` (equal values stay together), and the variance between classes is
 * freed from what chance alone puts there (analysis of variance), so that it is near 0 for what has no influence; it can be a little
 * below. Where `x` moves with other assumptions, what they do counts as well.
 *
 * Source: Saltelli et al., "Global sensitivity analysis: the primer" (2008), section 4.4; the estimator is that of one-way
 * analysis of variance with random effects.
 */
export function firstOrder(x: Row, y: Row): number {
  const n = y.length;
  const classes = Math.max(FEWEST_CLASSES, Math.min(MOST_CLASSES, Math.round(Math.sqrt(n) / 2)));
  const order = orderOf(x);
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  let [between, within, count] = [0, 0, 0];
  for (let from = 0, to = 0; from < n; from = to) {
    // The end of the class that this draw would be in; equal values go with it.
    to = Math.max(from + 1, Math.round(((Math.floor((from * classes) / n) + 1) * n) / classes));
    while (to < n && x[order[to]!] === x[order[to - 1]!]) to += 1;
    const own = order.subarray(from, to);
    const ownMean = own.reduce((sum, i) => sum + y[i]!, 0) / own.length;
    between += own.length * (ownMean - mean) * (ownMean - mean);
    for (const i of own) within += (y[i]! - ownMean) * (y[i]! - ownMean);
    count += 1;
  }
  const total = between + within;
  if (!(total > 0) || count === 1 || count === n) return 0;
  const byChance = ((count - 1) * within) / (n - count);
  return (between - byChance) / total;
}
