import type { Estimate } from '../../domain.ts';
import { magnitude } from '../../numeric/digits.ts';
import { roundBySe } from '../../statistics/rounding.ts';
import { exact, mostDecimals, NOTHING, percent, signed, type FigureKind } from './exact.ts';
import { grouped } from './grouped.ts';

/** A simulated figure as text, and its simulation noise where that is not below the last digit shown. */
export interface Figure {
  readonly text: string;
  readonly noise?: string;
}

/** A figure rounded by its standard error, which is shown in the same digits. */
export function figure(estimate: Estimate | undefined, kind: FigureKind): Figure {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return { text: NOTHING };
  const { value, standardError } = estimate;
  if (!(standardError > 0)) return { text: exact(value, kind) };
  const rounded = roundBySe(value, standardError);
  if (rounded.decimals === undefined) return { text: exact(value, kind) };
  const decimals = Math.min(rounded.decimals, mostDecimals(value, kind));
  return { text: grouped(rounded.value, decimals), ...noiseOf(standardError, decimals) };
}

/** A change with its sign. */
export function changeFigure(estimate: Estimate, kind: FigureKind): Figure {
  const { text, ...rest } = figure(estimate, kind);
  return { text: signed(text), ...rest };
}

/**
 * A chance in percent. What happened in none or in all of the draws is said to be below or above what so many draws
 * can tell (with 95 % confidence: three in their number).
 */
export function chanceFigure({ value, standardError }: Estimate, draws: number): Figure {
  const tellable = 3 / draws;
  if (value < 0.5 / draws) return { text: `<\u00a0${percent(tellable, 1 - magnitude(tellable * 100))}` };
  if (value > 1 - 0.5 / draws) return { text: `>\u00a0${percent(1 - tellable, 1 - magnitude(tellable * 100))}` };
  const rounded = roundBySe(value * 100, standardError * 100);
  const decimals = Math.min(rounded.decimals ?? 1, MOST_CHANCE_DECIMALS);
  return { text: percent(rounded.value / 100, decimals), ...noiseOf(standardError * 100, decimals) };
}

const MOST_CHANCE_DECIMALS = 2;

/** Noise in the same steps as its figure; nothing when it is below them. */
function noiseOf(standardError: number, decimals: number): Pick<Figure, 'noise'> {
  const noise = grouped(roundBySe(standardError, standardError).value, decimals);
  return /[1-9]/.test(noise) ? { noise } : {};
}

/** A figure within a sentence: `1,034,100 ± 400`, held together by no-break spaces. */
export function inline({ text, noise }: Figure): string {
  return noise === undefined ? text : `${text}\u00a0±\u00a0${noise}`;
}
