import { line } from 'd3-shape';
import { axisOf, type Axis, type Tick } from './axis.ts';
import { apart } from './text.ts';

export interface SpiderInput {
  /** By line: how likely its assumption is lower, and the figure there. */
  readonly lines: readonly (readonly { readonly probability: number; readonly mean: number }[])[];
  readonly width: number;
  /** Of the plot, without what stands below it. */
  readonly height: number;
}

export interface SpiderLayout {
  readonly y: Axis;
  readonly lines: readonly string[];
  /** Where each line ends, and heights of the numbers beside the ends. */
  readonly ends: readonly { readonly at: number; readonly label: number }[];
  readonly ticks: readonly Tick[];
  /** Of the lines. */
  readonly right: number;
  readonly bottom: number;
}

const TOP = 18;
const AXIS = 24;
/** For the numbers of the grid, and for those of the lines. */
const LEFT = 40;
const RIGHT = 22;
const NUMBER = 13;
const TICKS = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** Lines of a figure over the ranges of assumptions, each from its 10 % to its 90 % point, all on one scale. */
export function layOutSpider({ lines, width, height }: SpiderInput): SpiderLayout {
  const bottom = height - AXIS;
  const right = width - RIGHT;
  const [low, high] = [TICKS[0], TICKS.at(-1)!];
  const x = (probability: number) => LEFT + ((probability - low) / (high - low)) * (right - LEFT);
  const y = axisOf(
    lines.flatMap((points) => points.map(({ mean }) => mean)),
    [bottom, TOP],
    5,
  );
  const path = line<(typeof lines)[number][number]>()
    .x(({ probability }) => x(probability))
    .y(({ mean }) => y.place(mean))
    .digits(1);
  const ends = lines.map((points) => y.place(points.at(-1)!.mean));
  const fromTop = ends.map((_, k) => k).toSorted((a, b) => ends[a]! - ends[b]!);
  const labels = apart(
    fromTop.map((k) => ends[k]! + 4),
    NUMBER,
    [TOP - 4, bottom],
  );
  return {
    y,
    lines: lines.map((points) => path(points) ?? ''),
    ends: ends.map((at, k) => ({ at, label: labels[fromTop.indexOf(k)]! })),
    ticks: TICKS.map((value) => ({ at: x(value), value })),
    right,
    bottom,
  };
}
