import type { ResponseFamily } from '../families/response.ts';
import type { Row } from '../domain/row.ts';

/** A response curve with its parameters in a block of draws, one row per parameter. */
export interface CurveInBlock {
  readonly family: ResponseFamily;
  readonly parameters: readonly Row[];
  /** What `prepare` has made of them, if it has been asked. */
  readonly prepared?: readonly Row[];
  readonly points: readonly (readonly number[])[];
}

/**
 * Multiplies each efficiency in `row`, customers per unit of currency, by x0 / S(x0): what was quoted is then the
 * average seen at a spend of `observedAt` = x0 > 0 per period, and the curve passes through that observation.
 */
export function observedFactor(curve: CurveInBlock, observedAt: number, row: Row): void {
  const { family, parameters, points } = curve;
  const prepared = curve.prepared ?? family.prepare?.(parameters) ?? parameters;
  const spend = new Float64Array(row.length).fill(observedAt);
  const value = new Float64Array(row.length);
  family.respond({ spend, parameters: prepared, points }, value, spend.slice());
  for (let i = 0; i < row.length; i++) row[i] = (row[i]! * observedAt) / value[i]!;
}

/**
 * Multiplies each number in `row` by ceiling / S(infinity): times S it is then at most `ceiling` (customers or revenue
 * per period) where `row` was 1. For curves that have a ceiling.
 */
export function ceilingFactor({ family, parameters, prepared, points }: CurveInBlock, ceiling: Row, row: Row): void {
  const known = prepared && family.ceilings?.(prepared);
  const ofDraw = parameters.map(() => 0);
  for (let i = 0; i < row.length; i++) {
    for (let k = 0; k < ofDraw.length; k++) ofDraw[k] = parameters[k]![i]!;
    row[i] = (row[i]! * ceiling[i]!) / (known?.[i] ?? family.ceiling(ofDraw, points));
  }
}
