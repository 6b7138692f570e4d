import { area, line } from 'd3-shape';
import type { Band } from '../runs/details.ts';
import { axisOf, type Axis, type Tick } from './axis.ts';

export interface FanInput {
  /** By period: where the figure lies. */
  readonly bands: readonly Band[];
  /** The middle of another plan, by period. */
  readonly beside?: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Pixels that are kept free on the right, for labels. */
  readonly right: number;
}

export interface FanLayout {
  readonly x: readonly number[];
  readonly y: Axis;
  /** Nine tenths and one half of cases, as outlines; the middle, and that of the other plan, as lines. */
  readonly wide: string;
  readonly narrow: string;
  readonly middle: string;
  readonly beside: string | undefined;
  /** Periods whose number is written. */
  readonly ticks: readonly Tick[];
  readonly bottom: number;
}

const TOP = 18;
const AXIS = 24;
/** Left of the first period, for the numbers of the grid. */
const LEFT = 34;
const TICK_DISTANCE = 46;

/** How a figure spreads over periods, from 1 on. */
export function layOutFan({ bands, beside, width, height, right }: FanInput): FanLayout {
  const bottom = height - AXIS;
  const last = width - right;
  const x = bands.map((_, t) =>
    bands.length === 1 ? (LEFT + last) / 2 : LEFT + (t / (bands.length - 1)) * (last - LEFT),
  );
  const y = axisOf([0, ...bands.flatMap(({ low, high }) => [low, high]), ...(beside ?? [])], [bottom, TOP], 4);
  const between = (low: keyof Band, high: keyof Band) =>
    area<Band>()
      .x((_, t) => x[t]!)
      .y0((band) => y.place(band[low]))
      .y1((band) => y.place(band[high]))
      .digits(1)(bands) ?? '';
  const through = (values: readonly number[]) =>
    line<number>()
      .x((_, t) => x[t]!)
      .y((value) => y.place(value))
      .digits(1)(values) ?? '';
  const every = Math.max(1, Math.ceil((TICK_DISTANCE * bands.length) / (last - LEFT)));
  return {
    x,
    y,
    wide: between('low', 'high'),
    narrow: between('lowerQuarter', 'upperQuarter'),
    middle: through(bands.map(({ median }) => median)),
    beside: beside === undefined ? undefined : through(beside),
    ticks: x.flatMap((at, t) => (t % every === 0 ? [{ at, value: t + 1 }] : [])),
    bottom,
  };
}
