/** Where everything of a picture of distributions is drawn: numbers only, in pixels. */
import { ticks } from 'd3-array';

export interface Spread {
  /** Share of draws by class. */
  readonly shares: readonly number[];
  /** Where most of the draws lie. */
  readonly range: readonly [number, number];
  readonly mean: number;
}

export interface DistributionInput<S extends Spread> {
  /** Edges of classes, ascending, one more than shares. */
  readonly edges: readonly number[];
  readonly spreads: readonly S[];
  readonly width: number;
  readonly height: number;
}

export interface DistributionLayout<S extends Spread> {
  readonly spreads: readonly SpreadLayout<S>[];
  readonly ticks: readonly { readonly x: number; readonly value: number }[];
  /** Where profit is zero; undefined where it is not in the picture. */
  readonly zero: number | undefined;
  /** Top of the histograms, with room for a word above, and their baseline. */
  readonly top: number;
  readonly bottom: number;
}

export interface SpreadLayout<S extends Spread> {
  readonly of: S;
  /** Height of the line with range and mean. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** The label begins at `from`, or where there is more room to the left, ends at `to`. */
  readonly anchor: 'start' | 'end';
  /** The steps of the histogram as an outline, from the baseline and back to it. */
  readonly outline: string;
}

/** Pixels for the label and the line of one range. */
const RANGE = 36;
/** Of the line below the top of its band; the label is above it. */
const RANGE_LINE = 22;
/** Pixels between the ranges and the histograms, for the word at zero. */
const HEADROOM = 14;
/** Pixels for the numbers under the axis. */
const AXIS = 24;
const SIDE = 6;
/** Pixels that a number on the axis takes. */
const TICK_DISTANCE = 90;

/** Ranges one below the other, and under them the histograms over each other on one scale. */
export function layOutDistribution<S extends Spread>({
  edges,
  spreads,
  width,
  height,
}: DistributionInput<S>): DistributionLayout<S> {
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const x = (value: number) => SIDE + ((value - low) / (high - low)) * (width - 2 * SIDE);
  const top = spreads.length * RANGE + HEADROOM;
  const bottom = height - AXIS;
  const most = Math.max(...spreads.flatMap(({ shares }) => shares));
  const y = (share: number) => bottom - (share / most) * (bottom - top);
  return {
    top,
    bottom,
    ticks: ticks(low, high, Math.max(2, Math.floor(width / TICK_DISTANCE))).map((value) => ({ x: x(value), value })),
    zero: low < 0 && high > 0 ? x(0) : undefined,
    spreads: spreads.map((spread, k) => {
      const [from, to] = [x(spread.range[0]), x(spread.range[1])];
      return {
        of: spread,
        y: k * RANGE + RANGE_LINE,
        from,
        to,
        mean: x(spread.mean),
        anchor: width - from >= to ? 'start' : 'end',
        outline: outline(edges.map(x), spread.shares.map(y), bottom),
      };
    }),
  };
}

/** Steps over the classes that are not empty at the ends. */
function outline(edges: readonly number[], heights: readonly number[], bottom: number): string {
  const first = heights.findIndex((height) => height < bottom);
  const last = heights.findLastIndex((height) => height < bottom);
  if (first < 0) return '';
  const steps = heights.slice(first, last + 1).map((height, k) => `V${px(height)}H${px(edges[first + k + 1]!)}`);
  return `M${px(edges[first]!)},${px(bottom)}${steps.join('')}V${px(bottom)}`;
}

function px(value: number): string {
  return value.toFixed(1);
}
