import type { Row } from '../domain/row.ts';

/**
 * Share of the variance of `y` that is left on average when all but one assumption are known: the total Sobol' index, which counts
 * what it does alone and together with others.
 *
 * @param y      a figure, draw by draw
 * @param again  the same with that assumption drawn anew and all others as they were
 * @param variance  of the figure over all draws
 * Source: Jansen, "Analysis of variance designs for model output" (1999).
 */
export function totalIndex(y: Row, again: Row, variance: number): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (y[i]! - again[i]!) * (y[i]! - again[i]!);
  return variance > 0 ? sum / (2 * y.length * variance) : 0;
}
