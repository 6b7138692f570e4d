import type { Cell } from './table.ts';

/** The signs of a bar, for its legend. */
export const barSigns = { kept: '█', added: '▓', cut: '░' } as const;

export interface BarInput {
  readonly before: number;
  readonly after: number;
  /** Value of a bar as long as `width`. */
  readonly most: number;
  readonly width: number;
}

/** One bar for a value before and after: what both have, then what came or went. Positive values show at least a sign. */
export function changeBar({ before, after, most, width }: BarInput): Cell {
  const length = (value: number) => (value > 0 ? Math.max(1, Math.round((value / most) * width)) : 0);
  const [from, to] = [length(before), length(after)];
  const kept = Math.min(from, to);
  const sign = to > from ? barSigns.added : barSigns.cut;
  const style = to > from ? 'good' : 'faint';
  return { text: barSigns.kept.repeat(kept), rest: { text: sign.repeat(Math.abs(to - from)), style } };
}
