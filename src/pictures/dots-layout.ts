import { tightAxis, type Axis } from './axis.ts';

/** Equally likely values of one plan. */
export interface DotSet {
  readonly kind: 'today' | 'recommended';
  readonly label: string;
  readonly values: readonly number[];
}

export interface DotsInput {
  readonly sets: readonly DotSet[];
  /** Ends of the axis. */
  readonly span: readonly [number, number];
  readonly width: number;
  /** Must be on the axis, too. */
  readonly target?: number;
}

export interface DotsLayout {
  readonly axis: Axis;
  readonly radius: number;
  readonly strips: readonly DotStrip[];
  /** Of the label of a target. */
  readonly targetY: number;
  readonly bottom: number;
  readonly height: number;
}

export interface DotStrip {
  readonly of: DotSet;
  readonly labelY: number;
  readonly baseline: number;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly value: number }[];
}

const SIDE = 8;
/** Pixels of one strip: its label, and at most for the dots below it. */
const LABEL = 22;
const DOTS = 92;
const AXIS = 26;
/** Pixels above the strips for the label of a target. */
const TARGET = 20;
const LARGEST_DOT = 24;
const SMALLEST_DOT = 4;
/** Pixels that a number on the axis takes. */
const TICK_DISTANCE = 90;

/** One strip of dots for each plan on one axis: as large as they can be without growing out of the strip. */
export function layOutDots({ sets, span, width, target }: DotsInput): DotsLayout {
  const axis = tightAxis(
    target === undefined ? span : [...span, target],
    [SIDE, width - SIDE],
    Math.max(2, Math.floor(width / TICK_DISTANCE)),
  );
  const all = sets.map(({ values }) => values.map(axis.place));
  let size = LARGEST_DOT;
  const highest = () => Math.max(1, ...all.map((places) => highestPile(places, size)));
  while (size > SMALLEST_DOT && highest() * size > DOTS) size -= 0.5;
  // Where too many have one value, dots lie over each other like coins.
  const step = Math.min(size, DOTS / highest());
  const top = target === undefined ? 0 : TARGET;
  const strip = LABEL + (highest() - 1) * step + size;
  return {
    axis,
    radius: size / 2 - 0.5,
    strips: sets.map((of, s) => {
      const baseline = top + (s + 1) * strip;
      const piles = new Map<number, number>();
      return {
        of,
        labelY: top + s * strip + 14,
        baseline,
        dots: of.values.map((value, k) => {
          const column = columnOf(all[s]![k]!, size);
          const below = piles.get(column) ?? 0;
          piles.set(column, below + 1);
          return { x: (column + 0.5) * size, y: baseline - size / 2 - below * step, value };
        }),
      };
    }),
    targetY: 12,
    bottom: top + sets.length * strip,
    height: top + sets.length * strip + AXIS,
  };
}

function columnOf(x: number, size: number): number {
  return Math.floor(x / size);
}

function highestPile(places: readonly number[], size: number): number {
  const piles = new Map<number, number>();
  for (const x of places) piles.set(columnOf(x, size), (piles.get(columnOf(x, size)) ?? 0) + 1);
  return Math.max(0, ...piles.values());
}
