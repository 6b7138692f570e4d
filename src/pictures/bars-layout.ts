import { axisOf, type Axis } from './axis.ts';

/** A bar from one value to another, in a row of its own. */
export interface BarRow {
  readonly from: number;
  readonly to: number;
}

export interface BarsInput {
  readonly rows: readonly BarRow[];
  /** Values that must be on the axis, too. */
  readonly also?: readonly number[];
  readonly width: number;
  /** Pixels kept free on either side, for names and for figures at the ends. */
  readonly left: number;
  readonly right: number;
  readonly rowHeight: number;
}

export interface BarsLayout {
  readonly axis: Axis;
  /** `middle`: of the row, for its texts. */
  readonly rows: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly middle: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

const TOP = 6;
const AXIS = 24;
/** Share of a row that its bar takes. */
const THICKNESS = 0.58;
const TICK_DISTANCE = 90;

/** Bars one below the other on one axis. */
export function layOutBars({ rows, also = [], width, left, right, rowHeight }: BarsInput): BarsLayout {
  const room = width - left - right;
  const axis = axisOf(
    [...rows.flatMap(({ from, to }) => [from, to]), ...also],
    [left, width - right],
    Math.max(2, Math.floor(room / TICK_DISTANCE)),
  );
  const bottom = TOP + rows.length * rowHeight;
  return {
    axis,
    top: TOP,
    bottom,
    height: bottom + AXIS,
    rows: rows.map((row, k) => {
      const [from, to] = [axis.place(row.from), axis.place(row.to)];
      const thickness = rowHeight * THICKNESS;
      return {
        x: Math.min(from, to),
        width: Math.max(1, Math.abs(to - from)),
        y: TOP + k * rowHeight + (rowHeight - thickness) / 2,
        height: thickness,
        middle: TOP + (k + 0.5) * rowHeight,
        from,
        to,
      };
    }),
  };
}
