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
const POWERS = [0.1, 0.01, 0.001, 0.0001, 0.00001] as const;
const SMALLEST = POWERS[4];

/**
 * A gap that closes by powers of ten rather than by steps. Both axes end at few places, so that a line that grows seldom
 * makes them move: at 1, 2 and 5 seconds and ten times as many, and at the power of ten below the least gap.
 */
export function layOutGap(gaps: readonly GapAt[], width: number, height: number): GapLayout {
  const bottom = height - AXIS;
  const clipped = gaps.map(({ seconds, gap }) => ({ seconds, gap: Math.min(1, Math.max(SMALLEST, gap)) }));
  const x = tightAxis([0, roundAbove(clipped.at(-1)!.seconds)], [0, width - RIGHT], 4);
  const least = Math.min(...clipped.map(({ gap }) => gap));
  const floor = POWERS.find((power) => power <= least) ?? SMALLEST;
  const y = (gap: number) => TOP + ((bottom - TOP) * ln(gap)) / ln(floor);
  return {
    path:
      line<GapAt>()
        .x(({ seconds }) => x.place(seconds))
        .y(({ gap }) => y(gap))
        .curve(curveStepAfter)
        .digits(1)(clipped) ?? '',
    x,
    ticks: [1, ...POWERS].filter((value) => value >= floor).map((value) => ({ at: y(value), value })),
    end: [x.place(clipped.at(-1)!.seconds), y(clipped.at(-1)!.gap)],
    bottom,
  };
}

/** The first of 1, 2, 5, 10, 20, 50 and so on that is no less. */
function roundAbove(seconds: number): number {
  let end = 1;
  for (let k = 0; end < seconds; k++) end *= k % 3 === 1 ? 2.5 : 2;
  return end;
}
