import { axisOf, type Axis } from './axis.ts';
import { LINE_HEIGHT } from './text.ts';

/** A bar with its name and figure over it. */
export interface NamedBar {
  readonly from: number;
  readonly to: number;
  /** Where its end may lie, for all that simulation noise tells. */
  readonly span?: readonly [number, number];
  /** A second value, drawn as a ring. */
  readonly mark?: number;
  /** Of its name; one where it is left out. */
  readonly lines?: number;
}

export interface NamedBarsLayout {
  readonly axis: Axis;
  /** Pixels: `text` is the line that a name begins on, and its figure stands on. */
  readonly rows: readonly {
    readonly text: number;
    readonly y: number;
    readonly x: number;
    readonly width: number;
    readonly middle: number;
    readonly span?: readonly [number, number];
    readonly mark?: number;
  }[];
  readonly bottom: number;
  readonly height: number;
}

const ROW = 42;
export const THICKNESS = 13;
/** From the top of a row. */
const TEXT = 14;
const BAR = 20;
const AXIS = 24;
/** Kept free at either side where nothing else is asked for: half a ring. */
const MARGIN = 7;
const TICK_DISTANCE = 80;

/**
 * Bars one below the other, each under its name, so that long names fit narrow pictures.
 *
 * @param margin  pixels kept free at either side
 */
export function layOutNamedBars(bars: readonly NamedBar[], width: number, margin = MARGIN): NamedBarsLayout {
  const values = bars.flatMap(({ from, to, span = [], mark = to }) => [from, to, mark, ...span]);
  const axis = axisOf(values, [margin, width - margin], Math.max(2, Math.floor((width - 2 * margin) / TICK_DISTANCE)));
  let bottom = 0;
  const rows: NamedBarsLayout['rows'] = bars.map(({ from, to, span, mark, lines = 1 }) => {
    const [start, end] = [axis.place(from), axis.place(to)];
    const top = bottom;
    const more = (lines - 1) * LINE_HEIGHT;
    const y = top + more + BAR;
    bottom += ROW + more;
    return {
      text: top + TEXT,
      y,
      x: Math.min(start, end),
      width: Math.max(1, Math.abs(end - start)),
      middle: y + THICKNESS / 2,
      ...(span === undefined ? {} : { span: [axis.place(span[0]), axis.place(span[1])] }),
      ...(mark === undefined ? {} : { mark: axis.place(mark) }),
    };
  });
  return { axis, rows, bottom, height: bottom + AXIS };
}
