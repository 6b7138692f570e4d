import type { Cell } from './table.ts';

/** A bar to the right of a middle line for a gain, to the left of it for a loss. At least a sign where it is not 0. */
export function signedBar(value: number, most: number, half: number): Cell {
  const length = value === 0 || !(most > 0) ? 0 : Math.max(1, Math.round((Math.abs(value) / most) * half));
  const left = value < 0 ? '█'.repeat(length).padStart(half) : ' '.repeat(half);
  const right = value > 0 ? '█'.repeat(length) : '';
  return { text: `${left}│${right}`, style: value < 0 ? 'bad' : 'good' };
}
