/** Numbers in Chinese typography and units. */
import * as inUnits from './short.ts';

/** Percents without the space that English ones have here. */
export function tight(text: string): string {
  return text.replaceAll('\u00a0%', '%');
}

const UNITS: readonly inUnits.ShortUnit[] = [
  { size: 1e8, sign: '亿' },
  { size: 1e4, sign: '万' },
];

/** `-50万`, `1.25亿`: an amount for a picture. */
export function short(value: number): string {
  return inUnits.short(value, UNITS);
}

/** One of the numbers along an axis, all in one unit. */
export function tick(value: number, all: readonly number[]): string {
  return inUnits.tick(value, all, UNITS);
}
