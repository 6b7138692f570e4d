import { curveStepAfter, line } from 'd3-shape';
import { ln } from '../numeric/ln.ts';
import { tightAxis, type Axis, type Tick } from './axis.ts';

/** How far from the best a search was, some time after it began. */
export interface GapAt {
  readonly seconds: number;
  /** Share of the goal; as long as it is not known, it is not here. */
  readonly gap: number;
}

export interface GapLayout {
  readonly path: string;
  readonly x: Axis;
  readonly ticks: readonly Tick[];
  readonly end: readonly [number, number];
  readonly bottom: number;
}

const TOP = 16;
const AXIS = 24;
const RIGHT = 60;
const SMALLEST = 1e-5;

/** A gap that closes by powers of ten rather than by steps. */
export function layOutGap(gaps: readonly GapAt[], width: number, height: number): GapLayout {
  const bottom = height - AXIS;
  const clipped = gaps.map(({ seconds, gap }) => ({ seconds, gap: Math.min(1, Math.max(SMALLEST, gap)) }));
  const x = tightAxis([0, clipped.at(-1)!.seconds], [0, width - RIGHT], 4);
  const least = Math.min(...clipped.map(({ gap }) => gap));
  /** By powers of ten, from half of the least gap to 1. */
  const y = (gap: number) => TOP + ((bottom - TOP) * ln(gap)) / ln(least / 2);
  return {
    path:
      line<GapAt>()
        .x(({ seconds }) => x.place(seconds))
        .y(({ gap }) => y(gap))
        .curve(curveStepAfter)
        .digits(1)(clipped) ?? '',
    x,
    ticks: [1, 0.1, 0.01, 0.001, 0.0001].filter((value) => value > least / 2).map((value) => ({ at: y(value), value })),
    end: [x.place(clipped.at(-1)!.seconds), y(clipped.at(-1)!.gap)],
    bottom,
  };
}
