import type { Estimate } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import type { FigureKind } from '../numbers/exact.ts';
import { rough, roughRange } from '../numbers/rough.ts';

/** Standard errors by which a change must clear zero to be told as one. */
const CLEAR = 2;

/** Whether an estimate is beyond its simulation noise. */
export function isClear({ value, standardError }: Estimate): boolean {
  return Math.abs(value) > CLEAR * standardError;
}

/** `1,200 ± 30 EUR`: a figure with its noise and its unit. */
export function sum(estimate: Estimate, kind: FigureKind, currency: string): string {
  return unit(inline(figure(estimate, kind)), kind, currency);
}

/** The same without its sign. */
export function size({ value, standardError }: Estimate, kind: FigureKind, currency: string): string {
  return sum({ value: Math.abs(value), standardError }, kind, currency);
}

/** `1,200 EUR` in three digits that count. */
export function about(value: number, kind: FigureKind, currency: string): string {
  return unit(rough(value, kind), kind, currency);
}

/** `between 1,000 and 2,000 EUR`. */
export function between(range: readonly [number, number], kind: FigureKind, currency: string): string {
  const [from, to] = roughRange(range, kind);
  return `between ${from} and ${unit(to, kind, currency)}`;
}

function unit(text: string, kind: FigureKind, currency: string): string {
  return kind === 'money' ? `${text}\u00a0${currency}` : text;
}
