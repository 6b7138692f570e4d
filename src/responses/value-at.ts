import type { ResponseFamily } from '../families/response.ts';

/** S(spend) of a curve for one set of parameters, in the order in which the family declares them. */
export function valueAt(
  family: ResponseFamily,
  spend: number,
  parameters: readonly number[],
  points: readonly (readonly number[])[] = [],
): number {
  return respondOnce(family, spend, parameters, points).value;
}

/** dS/dspend at `spend`; at a kink the slope to the right. */
export function slopeAt(
  family: ResponseFamily,
  spend: number,
  parameters: readonly number[],
  points: readonly (readonly number[])[] = [],
): number {
  return respondOnce(family, spend, parameters, points).slope;
}

function respondOnce(
  family: ResponseFamily,
  spend: number,
  parameters: readonly number[],
  points: readonly (readonly number[])[],
): { readonly value: number; readonly slope: number } {
  const value = new Float64Array(1);
  const slope = new Float64Array(1);
  const rows = parameters.map((parameter) => Float64Array.of(parameter));
  family.respond({ spend: Float64Array.of(spend), parameters: family.prepare?.(rows) ?? rows, points }, value, slope);
  return { value: value[0]!, slope: slope[0]! };
}
