/** Words and figures that all sentences about a frontier share. */
import type { Estimate, Frontier, FrontierPoint } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { magnitude } from '../../numeric/digits.ts';
import { percent, type FigureKind } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { goalWords, worstWords } from './words.ts';

export type FoundPoint = Extract<FrontierPoint, { readonly status: 'found' }>;

/** How points are called in tables and pictures: from 1, then by letters. */
export function pointSign(index: number): string {
  return index < 9 ? String(index + 1) : String.fromCharCode('a'.charCodeAt(0) + index - 9);
}

/** What is looked at: `expected profit`, and how its amounts are shown. */
export function frontierWords({ figure: { maximize, plus }, worst }: Frontier) {
  const { noun, kind } = goalWords(maximize);
  const mean = plus === undefined ? `expected ${noun}` : 'the expected goal';
  return { mean, kind, worst: worstWords(worst) };
}

/** Standard errors by which a change must clear zero to be told as one. */
export const CLEAR = 2;

/** Whether a change goes up (1) or down (-1) by more than noise. */
export function isClear({ value, standardError }: Estimate, way: 1 | -1): boolean {
  return way * value > CLEAR * standardError;
}

/** How much a fall is. */
export function negative({ value, standardError }: Estimate): Estimate {
  return { value: -value, standardError };
}

/** A figure with its noise and its unit. */
export function money(estimate: Estimate, frontier: Frontier): string {
  const { kind } = frontierWords(frontier);
  return withUnit(inline(figure(estimate, kind)), kind, frontier);
}

/** An amount without noise. */
export function inAmount(value: number, frontier: Frontier): string {
  const { kind } = frontierWords(frontier);
  return withUnit(rough(value, kind), kind, frontier);
}

function withUnit(text: string, kind: FigureKind, { scenario: { currency } }: Frontier): string {
  return kind === 'money' ? `${text}\u00a0${currency}` : text;
}

/** What is given up of a figure, in percent, with a digit that counts where it is much less than one. */
export function shareGivenUp(share: number): string {
  return percent(share, share < 0.1 ? Math.max(1, -magnitude(share * 100)) : 0);
}
