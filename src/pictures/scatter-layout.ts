import { line } from 'd3-shape';
import type { Scatter } from '../sensitivity/influence.ts';
import { tightAxis, type Axis } from './axis.ts';
import type { Cell } from './multiples-layout.ts';

export interface ScatterLayout {
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** The mean, as a path. */
  readonly mean: string;
  /** Values at the left and the right end. */
  readonly ends: readonly [number, number];
}

/** Draws of one assumption in their place, on a scale of the outcome that all small pictures share. */
export function layOutScatter({ points, line: means }: Scatter, y: Axis, { x: left, width }: Cell): ScatterLayout {
  const values = [...points, ...means].map(([value]) => value);
  const x = tightAxis(values, [left + MARGIN, left + width - MARGIN], 2);
  return {
    dots: points.map(([value, outcome]) => [x.place(value), y.place(outcome)]),
    mean:
      line<readonly [number, number]>()
        .x(([value]) => x.place(value))
        .y(([, outcome]) => y.place(outcome))
        .digits(1)(means) ?? '',
    ends: [Math.min(...values), Math.max(...values)],
  };
}

/** So that no dot is cut in half. */
const MARGIN = 3;
