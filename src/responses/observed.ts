import type { ResponseFamily, Row } from '../families.ts';

/** A response curve with its parameters in a block of draws, one row per parameter. */
export interface CurveInBlock {
  readonly family: ResponseFamily;
  readonly parameters: readonly Row[];
  readonly points: readonly (readonly number[])[];
}

/**
 * Multiplies each efficiency in `row`, customers per unit of currency, by x0 / S(x0): what was quoted is then the
 * average seen at a spend of `observedAt` = x0 > 0 per period, and the curve passes through that observation.
 */
export function observedFactor({ family, parameters, points }: CurveInBlock, observedAt: number, row: Row): void {
  const spend = new Float64Array(row.length).fill(observedAt);
  const value = new Float64Array(row.length);
  family.respond({ spend, parameters: family.prepare?.(parameters) ?? parameters, points }, value, spend.slice());
  for (let i = 0; i < row.length; i++) row[i] = (row[i]! * observedAt) / value[i]!;
}

/**
 * Multiplies each number in `row` by ceiling / S(infinity): times S it is then at most `ceiling` (customers or revenue
 * per period) where `row` was 1. For curves that have a ceiling.
 */
export function ceilingFactor({ family, parameters, points }: CurveInBlock, ceiling: Row, row: Row): void {
  for (let i = 0; i < row.length; i++) {
    const ofDraw = parameters.map((parameter) => parameter[i]!);
    row[i] = (row[i]! * ceiling[i]!) / family.ceiling(ofDraw, points);
  }
}
