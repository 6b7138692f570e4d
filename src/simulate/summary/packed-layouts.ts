import { SEGMENTS } from '../../statistics/cells.ts';
import { newNumbers } from '../draws/draw-room.ts';
import type { Layout } from './digest.ts';
import type { Wanted } from './series-figures.ts';

/**
 * Layouts of several series in memory that threads share, where they can: they go with every chunk, and as objects of their own they
 * took a tenth of its time. Of each the edges of its segments, what its sums are about, and its anchors.
 */
export function packLayouts(layouts: readonly Layout[]): Float64Array {
  const parts = layouts.map(({ cells: { edges }, about, anchors }) => [...edges, about, ...anchors]);
  const packed = newNumbers(parts.reduce((length, part) => length + part.length, 0));
  packed.set(parts.flat());
  return packed;
}

/** The layouts that were packed, of series of which this is wanted. */
export function unpackLayouts(packed: Float64Array, wanted: readonly Wanted[]): readonly Layout[] {
  let at = 0;
  const next = (many: number) => packed.subarray(at, (at += many));
  return wanted.map(({ worst }) => ({
    cells: { edges: next(SEGMENTS + 1) },
    about: next(1)[0]!,
    anchors: [...next(worst.length)],
  }));
}
