import { area, curveMonotoneX, line } from 'd3-shape';
import type { ResponseCurve } from '../runs/details.ts';
import { tightAxis, type Axis } from './axis.ts';
import type { Cell } from './multiples-layout.ts';

export interface CurveLayout {
  readonly x: Axis;
  readonly y: Axis;
  /** Nine tenths of cases as an outline, the mean as a line. */
  readonly band: string;
  readonly mean: string;
  readonly today: readonly [number, number];
  readonly plan: readonly [number, number];
  /** Where the data end, where they do within the picture. */
  readonly observed: number | undefined;
}

/**
 * A response curve in its place.
 *
 * @param most  largest value of all curves that share a scale
 */
export function layOutCurve(curve: ResponseCurve, most: number, cell: Cell): CurveLayout {
  const { points, today, plan, observed } = curve;
  const x = tightAxis([0, points.at(-1)!.spend], [cell.x, cell.x + cell.width], 2);
  const y = tightAxis([0, most], [cell.y + cell.height, cell.y], 2);
  const at = (k: number): readonly [number, number] => [x.place(points[k]!.spend), y.place(points[k]!.mean)];
  // A monotone curve wants each place once.
  const distinct = points.filter(({ spend }, k) => k === 0 || spend > points[k - 1]!.spend);
  return {
    x,
    y,
    band:
      area<(typeof points)[number]>()
        .x(({ spend }) => x.place(spend))
        .y0(({ low }) => y.place(low))
        .y1(({ high }) => y.place(high))
        .curve(curveMonotoneX)
        .digits(1)(distinct) ?? '',
    mean:
      line<(typeof points)[number]>()
        .x(({ spend }) => x.place(spend))
        .y(({ mean }) => y.place(mean))
        .curve(curveMonotoneX)
        .digits(1)(distinct) ?? '',
    today: at(today),
    plan: at(plan),
    observed: observed !== undefined && observed < points.at(-1)!.spend ? x.place(observed) : undefined,
  };
}
