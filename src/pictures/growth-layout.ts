import { curveStepAfter, line } from 'd3-shape';
import { axisOf, tightAxis, type Axis } from './axis.ts';
import { apart } from './text.ts';

export interface GrowthInput {
  /** Where the points of all lines lie across the picture, ascending from 0. */
  readonly at: readonly number[];
  /** One number for each of them. */
  readonly lines: readonly (readonly number[])[];
  /** A height that is on the scale whatever the lines are. */
  readonly mark: number;
  readonly width: number;
  readonly height: number;
  /** Pixels that are kept free on the right, for labels. */
  readonly right: number;
}

export interface GrowthLayout {
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly string[];
  /** Heights of the labels at the ends of the lines. */
  readonly labels: readonly number[];
  readonly bottom: number;
}

const TOP = 18;
const AXIS = 24;
/** Left of the start, for the numbers of the grid. */
const LEFT = 34;
const LABEL = 15;

/** How several figures grow, each in steps at the places given, all on one scale. */
export function layOutGrowth({ at, lines, mark, width, height, right }: GrowthInput): GrowthLayout {
  const bottom = height - AXIS;
  const x = tightAxis([0, at.at(-1)!], [LEFT, width - right], 6);
  const y = axisOf([0, mark, ...lines.flat()], [bottom, TOP], 4);
  const through = line<number>()
    .x((_, k) => x.place(at[k]!))
    .y((value) => y.place(value))
    .curve(curveStepAfter)
    .digits(1);
  const ends = lines.map((values) => y.place(values.at(-1)!));
  const fromTop = ends.map((_, k) => k).toSorted((a, b) => ends[a]! - ends[b]!);
  const heights = apart(
    fromTop.map((k) => ends[k]! + 4),
    LABEL,
    [TOP - 4, bottom],
  );
  return {
    x,
    y,
    lines: lines.map((values) => through(values) ?? ''),
    labels: ends.map((_, k) => heights[fromTop.indexOf(k)]!),
    bottom,
  };
}
