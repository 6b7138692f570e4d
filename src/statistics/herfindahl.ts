/**
 * Sum of squared shares, from 1 / n for n equal parts to 1 for one alone; parts below 0 count for nothing. Undefined where nothing is
 * above 0.
 *
 * Source: Herfindahl (1950).
 */
export function herfindahl(amounts: readonly number[]): number | undefined {
  const parts = amounts.map((amount) => Math.max(0, amount));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return total > 0 ? parts.reduce((sum, part) => sum + (part / total) * (part / total), 0) : undefined;
}
