import { axisOf, type Axis, type Tick } from './axis.ts';
import { apart } from './text.ts';

export interface StackInput {
  /** By channel and period, not negative. */
  readonly spend: readonly (readonly number[])[];
  readonly width: number;
  readonly height: number;
  /** Pixels kept free on the right, for names. */
  readonly right: number;
}

export interface StackLayout {
  readonly y: Axis;
  readonly bars: readonly {
    readonly channel: number;
    readonly period: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Heights of the names of channels with any spend, beside the last bar, from top to bottom. */
  readonly names: readonly { readonly channel: number; readonly y: number }[];
  readonly ticks: readonly Tick[];
  readonly bottom: number;
}

const TOP = 18;
const AXIS = 24;
const LEFT = 34;
const NAME_HEIGHT = 15;
const TICK_DISTANCE = 46;

/** One bar a period, with the first channel at the bottom. */
export function layOutStack({ spend, width, height, right }: StackInput): StackLayout {
  const periods = spend[0]!.length;
  const bottom = height - AXIS;
  const step = (width - right - LEFT) / periods;
  const bar = Math.max(1, step * 0.82);
  const totals = Array.from({ length: periods }, (_, t) => spend.reduce((sum, own) => sum + own[t]!, 0));
  const y = axisOf([0, ...totals], [bottom, TOP], 3);
  const bars = totals.flatMap((_, period) => {
    let below = 0;
    return spend.map((own, channel) => {
      const [from, to] = [y.place(below), y.place((below += own[period]!))];
      return { channel, period, x: LEFT + period * step, y: to, width: bar, height: from - to };
    });
  });
  const used = spend.flatMap((own, channel) => (own.some((amount) => amount > 0) ? [channel] : [])).toReversed();
  const last = bars.filter(({ period }) => period === periods - 1);
  const heights = apart(
    used.map((channel) => last[channel]!.y + last[channel]!.height / 2 + 4),
    NAME_HEIGHT,
    [12, bottom],
  );
  const every = Math.max(1, Math.ceil(TICK_DISTANCE / step));
  return {
    y,
    bars: bars.filter((one) => one.height > 0),
    names: used.map((channel, k) => ({ channel, y: heights[k]! })),
    ticks: totals.flatMap((_, t) => (t % every === 0 ? [{ at: LEFT + t * step + bar / 2, value: t + 1 }] : [])),
    bottom,
  };
}
