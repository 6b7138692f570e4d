import { area, line } from 'd3-shape';
import { axisOf, type Axis, type Tick } from './axis.ts';

export interface PathsInput {
  /** One number per period each, from the first period on; before it all are 0. */
  readonly paths: readonly (readonly number[])[];
  /** What comes in each of the first periods. */
  readonly bars?: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Pixels that are kept free on the right, for labels. */
  readonly right: number;
}

export interface PathsLayout {
  /** Pixels of the start and of the end of each period. */
  readonly x: readonly number[];
  readonly y: Axis;
  readonly lines: readonly string[];
  readonly bars: readonly Bar[];
  /** Between zero and the last path where that is below zero, as an outline. */
  readonly below: string;
  /** Periods whose number is written, at their ends. */
  readonly ticks: readonly Tick[];
  readonly bottom: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isLoss: boolean;
}

const TOP = 18;
const AXIS = 24;
/** Left of the start, for the numbers of the grid. */
const LEFT = 34;
const TICK_DISTANCE = 46;
/** Share of a period that its bar is wide, and pixels that none is wider than. */
const BAR_SHARE = 0.6;
const WIDEST_BAR = 26;

/** How amounts of money that begin at zero run over time. */
export function layOutPaths({ paths, bars = [], width, height, right }: PathsInput): PathsLayout {
  const bottom = height - AXIS;
  const last = width - right;
  const periods = paths[0]!.length;
  const at = (t: number) => LEFT + (t / periods) * (last - LEFT);
  const x = Array.from({ length: periods + 1 }, (_, t) => at(t));
  const whole = paths.map((path) => [0, ...path]);
  const y = axisOf([...whole.flat(), ...bars], [bottom, TOP], 4);
  const barWidth = Math.min(WIDEST_BAR, (BAR_SHARE * (last - LEFT)) / periods);
  const through = line<number>()
    .x((_, t) => x[t]!)
    .y((value) => y.place(value))
    .digits(1);
  const under = area<Point>()
    .x(({ t }) => at(t))
    .y0(y.place(0))
    .y1(({ value }) => y.place(Math.min(0, value)))
    .digits(1);
  const every = Math.max(1, Math.ceil((TICK_DISTANCE * periods) / (last - LEFT)));
  return {
    x,
    y,
    lines: whole.map((path) => through(path) ?? ''),
    bars: bars.map((value, t) => ({
      x: (x[t]! + x[t + 1]! - barWidth) / 2,
      y: y.place(Math.max(0, value)),
      width: barWidth,
      height: Math.abs(y.place(value) - y.place(0)),
      isLoss: value < 0,
    })),
    below: under(withCrossings(whole.at(-1)!)) ?? '',
    ticks: x.flatMap((place, t) => (t > 0 && t % every === 0 ? [{ at: place, value: t }] : [])),
    bottom,
  };
}

interface Point {
  /** Periods from the start. */
  readonly t: number;
  readonly value: number;
}

/** The points of a path, and those in which it crosses zero between them. */
function withCrossings(values: readonly number[]): readonly Point[] {
  return values.flatMap((value, t) => {
    const next = values[t + 1] ?? value;
    const crossing = value * next < 0 ? [{ t: t + value / (value - next), value: 0 }] : [];
    return [{ t, value }, ...crossing];
  });
}
