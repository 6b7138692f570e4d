import { curveMonotoneX, line } from 'd3-shape';
import { axisOf, type Axis } from './axis.ts';

export interface FrontierPlace {
  readonly x: number;
  readonly y: number;
  /** Written beside it. */
  readonly label?: string;
}

export interface FrontierInput {
  /** Best plans, in order. */
  readonly points: readonly FrontierPlace[];
  /** Other plans. */
  readonly beside: readonly FrontierPlace[];
  /** Names of plans at one place. */
  readonly listed: (names: readonly string[]) => string;
  readonly width: number;
  readonly height: number;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly label: string | undefined;
  readonly anchor: 'start' | 'end';
  /** Where the foot of its letters is. */
  readonly labelY: number;
}

export interface FrontierLayout {
  readonly x: Axis;
  readonly y: Axis;
  readonly path: string;
  readonly points: readonly Placed[];
  readonly beside: readonly Placed[];
  readonly bottom: number;
}

const TOP = 24;
const AXIS = 42;
const LEFT = 40;
const RIGHT = 12;
const TICK_DISTANCE = 90;
/** Pixels that a name stands above its point, and below it. */
const ABOVE = 9;
const BELOW = 18;
/** Pixels between a name and the axis below it. */
const CLEAR = 4;

/** Plans by what they risk or cost, and what they bring. */
export function layOutFrontier({ points, beside, listed, width, height }: FrontierInput): FrontierLayout {
  const all = [...points, ...beside];
  const bottom = height - AXIS;
  const x = axisOf(
    all.map((place) => place.x),
    [LEFT, width - RIGHT],
    Math.max(2, Math.floor(width / TICK_DISTANCE)),
  );
  const y = axisOf(
    all.map((place) => place.y),
    [bottom, TOP],
    4,
  );
  const placed = (place: FrontierPlace, labelBy: number): Placed => ({
    x: x.place(place.x),
    y: y.place(place.y),
    label: place.label,
    anchor: x.place(place.x) > width / 2 ? 'end' : 'start',
    labelY: y.place(place.y) + labelBy,
  });
  // Below the axis its numbers stand.
  const isLow = (place: FrontierPlace) => y.place(place.y) + BELOW > bottom - CLEAR;
  const rising = points
    .toSorted((a, b) => a.x - b.x)
    .filter((place, k, sorted) => k === 0 || place.x > sorted[k - 1]!.x);
  return {
    x,
    y,
    path:
      line<FrontierPlace>()
        .x((place) => x.place(place.x))
        .y((place) => y.place(place.y))
        .curve(curveMonotoneX)
        .digits(1)(rising) ?? '',
    points: withOneLabelEach(
      points.map((place) => placed(place, -ABOVE)),
      listed,
    ),
    beside: withOneLabelEach(
      beside.map((place) => placed(place, isLow(place) ? -ABOVE : BELOW)),
      listed,
    ),
    bottom,
  };
}

/** Pixels across and up within which names would be over each other. */
const NEAR = [90, 16] as const;

/** Names of plans that lie at one place stand there as one. */
function withOneLabelEach(places: readonly Placed[], listed: FrontierInput['listed']): readonly Placed[] {
  const labels = places.map(({ label }) => (label === undefined ? [] : [label]));
  places.forEach((place, k) => {
    const first = places.findIndex(
      ({ x, y }, before) =>
        before < k && labels[before]!.length > 0 && Math.abs(x - place.x) < NEAR[0] && Math.abs(y - place.y) < NEAR[1],
    );
    if (first >= 0) labels[first]!.push(...labels[k]!.splice(0));
  });
  return places.map((place, k) => ({ ...place, label: labels[k]!.length === 0 ? undefined : listed(labels[k]!) }));
}
