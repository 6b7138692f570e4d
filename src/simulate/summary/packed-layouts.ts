import { SEGMENTS } from '../../statistics/cells.ts';
import { LOOKUP } from '../../statistics/kernel-cells.ts';
import { newNumbers } from '../draws/draw-room.ts';
import { windowsLength, type Layout } from './digest.ts';
import type { Wanted } from './series-figures.ts';

/** Numbers of each layout beside its anchors and windows. */
const BESIDE_ANCHORS = SEGMENTS + 1 + LOOKUP + 1;

/**
 * Layouts of several series in memory that threads share, where they can: they go with every chunk, and as objects of their own they
 * took a tenth of its time. Of each the edges of its segments, its lookup, what its sums are about, its anchors, and its windows.
 */
export function packLayouts(layouts: readonly Layout[]): Float64Array {
  const packed = newNumbers(
    layouts.reduce((length, { anchors, windows }) => length + BESIDE_ANCHORS + anchors.length + windows.length, 0),
  );
  let at = 0;
  for (const { cells, lookup, about, anchors, windows } of layouts) {
    for (const part of [cells.edges, lookup, [about], anchors, windows]) {
      packed.set(part, at);
      at += part.length;
    }
  }
  return packed;
}

/** The layouts that were packed, of series of which this is wanted. */
export function unpackLayouts(packed: Float64Array, wanted: readonly Wanted[]): readonly Layout[] {
  let at = 0;
  const next = (many: number) => packed.subarray(at, (at += many));
  return wanted.map((one) => ({
    cells: { edges: next(SEGMENTS + 1) },
    lookup: next(LOOKUP),
    about: next(1)[0]!,
    anchors: [...next(one.worst.length)],
    windows: next(windowsLength(one)),
  }));
}
