/** Numbers in Chinese typography and units. */
import { grouped } from './grouped.ts';

/** Percents without the space that English ones have here. */
export function tight(text: string): string {
  return text.replaceAll('\u00a0%', '%');
}

/** `-50万`, `1.25亿`: an amount for the axis of a picture. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${trimmed(value / 1e8)}亿`;
  if (size >= 1e4) return `${trimmed(value / 1e4)}万`;
  return trimmed(value);
}

/** At most two digits after the point, and none that say nothing. */
function trimmed(value: number): string {
  return grouped(value, 2).replace(/\.?0+$/, '');
}
