import type { ChannelModel, Model } from '../../domain.ts';
import { expm1 } from '../../numeric/exp.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, filledRow, isConstant, rowOf, type Block } from '../block/block.ts';
import { product, ratio, sum } from '../block/rows.ts';

/** How much of what each channel reaches becomes a customer of its own, by draw. */
export interface Audience {
  /** Share inside the target, less those whom another channel reaches as well. */
  readonly kept: readonly Row[];
  /** Per segment: people reached over its size, and the share of them who are different people. */
  readonly segments: readonly { readonly fill: Row; readonly distinct: Row }[];
  /** Customers won per unit of each channel's effect. */
  readonly won: readonly Row[];
}

/**
 * Overlap of channels in the segments they share: of U customers won independently in a segment of M people,
 * N = M (1 - exp(-U / M)) are different people, credited to the channels in proportion to what each brought.
 *
 * @param own  the block with room for rows that are for this plan only
 * @param reached  effect of a channel over plan and tail, by draw; only asked for where segments have a size
 * @param won  customers won per unit of each channel's effect, by draw
 */
export function audienceOf(
  model: Model,
  block: Block,
  own: Block,
  reached: (channel: number) => Row,
  won: readonly Row[],
): Audience {
  const segments = model.segments.map((segment, s) => {
    if (segment.size === undefined) return { fill: constantRow(block, 0), distinct: constantRow(block, 1) };
    const customers = model.channels.flatMap((channel, c) => {
      const share = shareOf(channel, s);
      if (share === undefined) return [];
      return [product(own, product(block, rowOf(block, share), won[c]!), reached(c))];
    });
    const all = customers.reduce((a, b) => sum(own, a, b), constantRow(own, 0));
    const fill = ratio(own, all, rowOf(block, segment.size));
    const distinct = filledRow(own, (row) => {
      for (let i = 0; i < row.length; i++) row[i] = shareDistinct(fill[i]!);
    });
    return { fill, distinct };
  });
  const kept = model.channels.map((channel) => {
    if (channel.audience.length === 0) return rowOf(block, channel.precision);
    return channel.audience
      .map(({ segment, share }) => product(own, rowOf(block, share), segments[segment]!.distinct))
      .reduce((a, b) => sum(own, a, b));
  });
  return { kept, segments, won };
}

/** Share of what a channel reaches that belongs to any target segment, by draw: targeting precision. */
export function insideTarget(channel: ChannelModel, block: Block): Row {
  if (channel.audience.length === 0) return rowOf(block, channel.precision);
  return channel.audience.map(({ share }) => rowOf(block, share)).reduce((a, b) => sum(block, a, b));
}

/**
 * Adds to `weights` (derivative of the goal by each channel's reach, before overlap) what overlap takes away: one more
 * customer of channel c in a segment lowers the share kept by every channel there.
 *
 * @param worth  goal per kept customer, times reach, summed over periods: per channel and draw
 * @param weights  per channel and draw, changed in place
 */
export function overlapGradient(
  model: Model,
  block: Block,
  audience: Audience,
  worth: readonly Row[],
  weights: readonly Row[],
): void {
  const { count } = block;
  model.segments.forEach((segment, s) => {
    if (segment.size === undefined) return;
    const size = rowOf(block, segment.size);
    const { fill } = audience.segments[s]!;
    const atStake = new Float64Array(count);
    model.channels.forEach((channel, c) => {
      const share = shareOf(channel, s);
      if (share === undefined) return;
      const row = rowOf(block, share);
      for (let i = 0; i < count; i++) atStake[i] = atStake[i]! + row[i]! * worth[c]![i]!;
    });
    const byNextCustomer = atStake.map((worth, i) => (worth * shareDistinctSlope(fill[i]!)) / size[i]!);
    model.channels.forEach((channel, c) => {
      const share = shareOf(channel, s);
      if (share === undefined) return;
      const row = product(block, rowOf(block, share), audience.won[c]!);
      const target = weights[c]!;
      for (let i = 0; i < count; i++) target[i] = target[i]! + byNextCustomer[i]! * row[i]!;
    });
  });
}

/** Whether any channel wins customers in a segment of limited size, which fills up over the plan. */
export function overlaps(model: Model): boolean {
  return model.segments.some(
    (segment, s) =>
      segment.size !== undefined &&
      model.channels.some((channel) =>
        channel.audience.some((part) => part.segment === s && !isConstant(part.share, 0)),
      ),
  );
}

function shareOf(channel: ChannelModel, segment: number) {
  return channel.audience.find((part) => part.segment === segment)?.share;
}

/** (1 - exp(-u)) / u: the share of u people per person of a segment, won at random, who are won for the first time. */
export function shareDistinct(u: number): number {
  return u < 1e-12 ? 1 : -expm1(-u) / u;
}

/** Derivative of (1 - exp(-u)) / u; the series is used where the quotient cancels. */
export function shareDistinctSlope(u: number): number {
  if (u < 1e-4) return -0.5 + u / 3 - (u * u) / 8;
  const gone = -expm1(-u);
  return (u * (1 - gone) - gone) / (u * u);
}
