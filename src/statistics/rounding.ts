/** A figure as it should be shown. */
export interface RoundedFigure {
  readonly value: number;
  /** Digits after the point; absent for a figure without error, which is as its own format has it. */
  readonly decimals?: number;
}

/**
 * Rounds a figure to what its standard error lets one know: to the place of the error's second digit when the error
 * begins with 100 to 354, of its first when it begins with 355 to 949, and 950 to 999 count as 1000. So the last digit
 * shown is uncertain by 3 to 35 units, and no digit after it is shown. 348,614.78 ± 2.2 is 348,614.8; ± 1,130 is 348,600;
 * ± 700 is also 348,600.
 *
 * Source: Particle Data Group, "Review of particle physics" (2022), section 5.3.
 */
export function roundBySe(value: number, standardError: number): RoundedFigure {
  if (!(standardError > ROUNDING * Math.abs(value) && standardError < Infinity)) return { value };
  let place = 0; // decimals of the error's first digit
  let leading = standardError;
  for (; leading >= 10; place--) leading /= 10;
  for (; leading < 1; place++) leading *= 10;
  const decimals = Math.round(leading * 100) < 355 ? place + 1 : place;
  let scale = 1;
  for (let i = 0; i < Math.abs(decimals); i++) scale *= 10;
  const units = Math.round(decimals < 0 ? Math.abs(value) / scale : Math.abs(value) * scale);
  const size = decimals < 0 ? units * scale : units / scale;
  return { value: value < 0 && units > 0 ? -size : size, decimals: Math.max(0, decimals) };
}

/** An error this small beside the figure is not of the simulation: the draws agree, but for rounding. */
const ROUNDING = 1e-14;
