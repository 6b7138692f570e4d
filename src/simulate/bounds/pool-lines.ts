import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { ChannelModel } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { responses } from '../../responses/table.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import type { Pools } from './pools.ts';

/** What the draws of each pool bring together by what is at work, from above: a line in each cell between two knots. */
export interface PoolLines {
  readonly knots: Float64Array;
  /** Height of each line at the ends of its cell: `[pool * cells + cell]`. */
  readonly atStart: Float64Array;
  readonly atEnd: Float64Array;
}

export interface PoolLinesInput {
  readonly channel: ChannelModel;
  readonly conditions: ChannelConditions;
  readonly pools: Pools;
  /** Per unit of saturated effective spend, at least 0, the same in every period but for its scale. */
  readonly worth: RowsByPeriod;
  /** The largest amount at work that is asked for. */
  readonly end: number;
}

/** Amounts at work are halved so many times; from one to the next, no cell has more than such a share of what can be had. */
const HALVINGS = 16;
const FINEST = 1 / 200;
/** Sums of some draws are right to this share. */
const ROUNDING = 1e-12;

/** In one period, for a worth of one unit of scale. */
export function linesOfPeriod(input: PoolLinesInput): PoolLines {
  return linesOf(input, [{ scale: 1, left: undefined }]);
}

/**
 * In the last period of the plan and after it together, where what is at work only fades: what is far down the curve by then
 * was high up on it before, and the two together bend less than either.
 */
export function linesFromLastPeriod(input: PoolLinesInput, periods: number): PoolLines {
  const { worth, channel, pools } = input;
  const stages: Stage[] = [{ scale: worth.scale[periods - 1]!, left: undefined }];
  let left: Row = pools.bought.map(() => 1);
  for (let k = 0; k < channel.tail; k++) {
    left = left.map((share, i) => share * pools.retention![i]!);
    stages.push({ scale: worth.scale[periods + k]!, left });
  }
  return linesOf(input, stages);
}

/** A period, with what is left in it by draw of what was at work in the first one; all of it where that is left out. */
interface Stage {
  readonly scale: number;
  readonly left: Row | undefined;
}

/** As a slope that rises and then falls is nowhere in a cell below both of its ends, lines back from upper ends are above curves. */
function linesOf(input: PoolLinesInput, stages: readonly Stage[]): PoolLines {
  const { count, members, starts } = input.pools;
  const rows = () => new Float64Array(members.length);
  const knots = knotsOf((at) => brought(input, stages, at, stages.map(rows)), input.end);
  const cells = knots.length - 1;
  const [atStart, atEnd] = [new Float64Array(count * cells), new Float64Array(count * cells)];
  let [before, steep] = [stages.map(rows), stages.map(rows)];
  brought(input, stages, 0, before);
  for (let cell = 0; cell < cells; cell++) {
    const width = knots[cell + 1]! - knots[cell]!;
    const value = rows();
    brought(input, stages, knots[cell + 1]!, steep, value);
    for (let pool = 0; pool < count; pool++) {
      let [height, slope] = [0, 0];
      for (let m = starts[pool]!; m < starts[pool + 1]!; m++) {
        const i = members[m]!;
        height += value[i]!;
        for (let k = 0; k < stages.length; k++) slope += Math.min(before[k]![i]!, steep[k]![i]!);
      }
      atEnd[pool * cells + cell] = height * (1 + ROUNDING);
      atStart[pool * cells + cell] = height * (1 + ROUNDING) - slope * width;
    }
    [before, steep] = [steep, before];
  }
  return { knots, atStart, atEnd };
}

/** What all draws bring in all stages; fills slopes by stage and draw, and adds to the value of each draw. */
function brought(
  { channel, conditions: { curve }, pools: { bought }, worth }: PoolLinesInput,
  stages: readonly Stage[],
  at: number,
  slopes: readonly Row[],
  values?: Row,
): number {
  const { family, points } = channel.response;
  const own = worth.rows[0]!;
  const value = new Float64Array(bought.length);
  let total = 0;
  stages.forEach(({ scale, left }, k) => {
    const steep = slopes[k]!;
    const spend = bought.map((each, i) => each * (left?.[i] ?? 1) * at);
    responses[family]!.respond({ spend, parameters: curve, points }, value, steep);
    for (let i = 0; i < value.length; i++) {
      const counts = scale * own[i]!;
      total += counts * value[i]!;
      if (values !== undefined) values[i] = values[i]! + counts * value[i]!;
      steep[i] = counts * bought[i]! * (left?.[i] ?? 1) * steep[i]!;
    }
  });
  return total;
}

/** Ends of cells from 0 on, close where much is won. */
function knotsOf(valueAt: (at: number) => number, end: number): Float64Array {
  const ends = [end];
  for (let k = 0; k < HALVINGS; k++) ends.push(ends.at(-1)! / 2);
  const all = valueAt(end);
  const knots = [0];
  let reached = 0;
  for (const to of ends.toReversed()) {
    const from = knots.at(-1)!;
    const value = valueAt(to);
    const parts = all > 0 ? Math.max(1, Math.ceil((value - reached) / all / FINEST)) : 1;
    for (let part = 1; part < parts; part++) knots.push(from + ((to - from) * part) / parts);
    knots.push(to);
    reached = value;
  }
  return Float64Array.from(knots);
}
