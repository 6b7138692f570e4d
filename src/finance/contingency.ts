import type { Row } from '../domain/row.ts';
import { mean } from '../statistics/mean.ts';
import { quantilesIn } from '../statistics/quantiles-in.ts';

/** What to hold back so that a result is kept with a chance. */
export interface Contingency {
  /** The result that is reached, or exceeded, with the chance. */
  readonly level: number;
  /** The mean less that level. */
  readonly reserve: number;
  /** What would be held back if each part held its own reserve, and how much less is needed for all together. */
  readonly apart: number;
  readonly spared: number;
}

/**
 * The reserve of a sum of parts, and those of the parts alone: not all of them do badly at once.
 *
 * @param parts   one row each, one number per draw; more is better
 * @param chance  of reaching the level, in (0, 1)
 */
export function contingency(parts: readonly Row[], chance: number): Contingency {
  const total = parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]!, 0));
  const levelOf = (row: Row) => quantilesIn(row.slice(), [1 - chance])[0]!;
  const reserveOf = (row: Row) => mean(row) - levelOf(row);
  const reserve = reserveOf(total);
  const apart = parts.reduce((sum, part) => sum + reserveOf(part), 0);
  return { level: levelOf(total), reserve, apart, spared: apart - reserve };
}
