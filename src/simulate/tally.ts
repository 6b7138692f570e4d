import type { Model, TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
import type { Block } from './block.ts';
import type { Outcome } from './outcome.ts';
import { totalNames } from './outcome.ts';

/** One number per replicate: the sum over the draws that belong to it. */
export type ReplicateSums = Float64Array;

/** Sums over a run of draws. */
export interface TallySums {
  readonly count: number;
  /** Draws that the sums of marginal returns are over. */
  readonly marginalCount: number;
  readonly channels: readonly ChannelSums[];
  readonly baseline: { readonly revenue: readonly ReplicateSums[]; readonly profit: readonly ReplicateSums[] };
  /** Profit that the plan's own spend brings, by period of the plan and of the time after it. */
  readonly ownProfit: readonly ReplicateSums[];
}

export interface ChannelSums {
  /** By period of the plan. */
  readonly byPeriod: Readonly<Record<'customers' | 'revenue' | 'profit', readonly ReplicateSums[]>>;
  readonly sums: Readonly<Record<ChannelSum, ReplicateSums>>;
}

/** What is known of a run of consecutive draws: sums, and what each draw brought. */
export interface Tally extends TallySums {
  readonly first: number;
  /** Each total by draw. */
  readonly totals: Readonly<Record<TotalName, Row>>;
  readonly channels: readonly ChannelTally[];
}

export interface ChannelTally extends ChannelSums {
  /** By draw, over all periods. */
  readonly customers: Row;
  readonly profit: Row;
}

/** What is summed for each channel, in the order in which it is packed. */
export const channelSums = [
  'media',
  'cost',
  'peopleCost',
  'serviceCost',
  'leads',
  'hours',
  'customers',
  'revenue',
  'profit',
  'inside',
  'tailCustomers',
  'tailProfit',
  'carryInCustomers',
  'carryInProfit',
  'carryInRevenue',
  'carryInWinningCost',
  'carryInPeopleCost',
  'marginalRevenue',
  'marginalProfit',
] as const;

export type ChannelSum = (typeof channelSums)[number];

/**
 * Sums an outcome draw by draw, so that the result does not depend on how draws are cut into blocks.
 *
 * @param inside  share of each channel's reach inside the target, by draw
 * @param marginal  change of revenue and profit by the next unit of spend of each channel, by draw; optional
 */
export function tally(
  model: Model,
  block: Block,
  outcome: Outcome,
  inside: readonly Row[],
  marginal?: { readonly revenue: readonly Row[]; readonly profit: readonly Row[] },
): Tally {
  const { count, first } = block;
  const sumRow = (values: Row) => sumPeriods(values, 0, 1, first, count);
  const channels = outcome.channels.map((channel, c): ChannelTally => {
    const periods = model.periods + model.tail;
    const all = (values: Float64Array) => sumPeriods(values, 0, periods, first, count);
    const tail = (values: Float64Array) => sumPeriods(values, model.periods, periods, first, count);
    const each = (values: Float64Array) =>
      Array.from({ length: model.periods }, (_, t) => sumPeriods(values, t, t + 1, first, count));
    const none = new Float64Array(REPLICATES);
    const { before } = channel;
    return {
      customers: perDraw(channel.customers, periods, count),
      profit: perDraw(channel.profit, periods, count),
      byPeriod: {
        customers: each(channel.customers),
        revenue: each(channel.revenue),
        profit: each(channel.profit),
      },
      sums: {
        media: sumRow(channel.media),
        cost: sumRow(channel.cost),
        peopleCost: sumRow(channel.peopleCost),
        serviceCost: sumRow(channel.serviceCost),
        leads: sumRow(channel.leads),
        hours: sumRow(channel.hours),
        customers: all(channel.customers),
        revenue: all(channel.revenue),
        profit: all(channel.profit),
        inside: sumRow(inside[c]!),
        tailCustomers: subtractSums(tail(channel.customers), before && tail(before.customers)),
        tailProfit: subtractSums(tail(channel.profit), before && tail(before.profit)),
        carryInCustomers: before === undefined ? none : all(before.customers),
        carryInProfit: before === undefined ? none : all(before.profit),
        carryInRevenue: before === undefined ? none : sumRow(before.revenue),
        carryInWinningCost: before === undefined ? none : sumRow(before.winningCost),
        carryInPeopleCost: before === undefined ? none : sumRow(before.peopleCost),
        marginalRevenue: marginal === undefined ? none : sumRow(marginal.revenue[c]!),
        marginalProfit: marginal === undefined ? none : sumRow(marginal.profit[c]!),
      },
    };
  });
  const baselineSums = (values: Float64Array) =>
    Array.from({ length: model.periods }, (_, t) => sumPeriods(values, t, t + 1, first, count));
  return {
    first,
    count,
    marginalCount: marginal === undefined ? 0 : count,
    totals: outcome.totals,
    channels,
    baseline: { revenue: baselineSums(outcome.baseline.revenue), profit: baselineSums(outcome.baseline.profit) },
    ownProfit: Array.from({ length: model.periods + model.tail }, (_, t) => {
      const inPeriod = (values: Float64Array) => sumPeriods(values, t, t + 1, first, count);
      return addSums(
        outcome.channels.map(({ profit, before }) => subtractSums(inPeriod(profit), before && inPeriod(before.profit))),
      );
    }),
  };
}

/** Tallies of consecutive runs of draws, in order, as one. The same bits come out whoever made the parts. */
export function mergeTallies(parts: readonly Tally[]): Tally {
  const [head] = parts;
  if (head === undefined) throw new Error('mergeTallies needs at least one part');
  return {
    first: head.first,
    count: parts.reduce((count, part) => count + part.count, 0),
    marginalCount: parts.reduce((count, part) => count + part.marginalCount, 0),
    totals: Object.fromEntries(
      totalNames.map((name) => [name, concatenate(parts.map((part) => part.totals[name]))]),
    ) as Record<TotalName, Row>,
    channels: head.channels.map((_, c) => {
      const members = parts.map((part) => part.channels[c]!);
      const periods = (pick: (member: ChannelTally) => readonly ReplicateSums[]) => addEach(members.map(pick));
      return {
        customers: concatenate(members.map((member) => member.customers)),
        profit: concatenate(members.map((member) => member.profit)),
        byPeriod: {
          customers: periods((member) => member.byPeriod.customers),
          revenue: periods((member) => member.byPeriod.revenue),
          profit: periods((member) => member.byPeriod.profit),
        },
        sums: Object.fromEntries(
          (Object.keys(head.channels[c]!.sums) as ChannelSum[]).map((name) => [
            name,
            addSums(members.map((member) => member.sums[name])),
          ]),
        ) as Record<ChannelSum, ReplicateSums>,
      };
    }),
    baseline: {
      revenue: addEach(parts.map((part) => part.baseline.revenue)),
      profit: addEach(parts.map((part) => part.baseline.profit)),
    },
    ownProfit: addEach(parts.map((part) => part.ownProfit)),
  };
}

/** The arrays by draw of tallies that nobody else holds, to be handed over. */
export function rowBuffers(tallies: readonly Tally[]): readonly ArrayBuffer[] {
  return tallies
    .flatMap(({ totals, channels }) => [
      ...totalNames.map((name) => totals[name]),
      ...channels.flatMap(({ customers, profit }) => [customers, profit]),
    ])
    .flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** Sum over periods `from` to `to - 1` of `[t * count + i]`, by replicate, in the order of draws. */
function sumPeriods(values: Float64Array, from: number, to: number, first: number, count: number): ReplicateSums {
  const sums = new Float64Array(REPLICATES);
  for (let i = 0; i < count; i++) {
    let total = 0;
    for (let t = from; t < to; t++) total += values[t * count + i]!;
    const replicate = (first + i) % REPLICATES;
    sums[replicate] = sums[replicate]! + total;
  }
  return sums;
}

function perDraw(values: Float64Array, periods: number, count: number): Row {
  const total = new Float64Array(count);
  for (let t = 0; t < periods; t++) for (let i = 0; i < count; i++) total[i] = total[i]! + values[t * count + i]!;
  return total;
}

/** One sum less another; less nothing where there is no other. */
export function subtractSums(sums: ReplicateSums, part: ReplicateSums | undefined): ReplicateSums {
  return part === undefined ? sums : sums.map((sum, r) => sum - part[r]!);
}

/** Several sums as one. */
export function addSums(parts: readonly ReplicateSums[]): ReplicateSums {
  const total = new Float64Array(REPLICATES);
  for (const part of parts) for (let r = 0; r < REPLICATES; r++) total[r] = total[r]! + part[r]!;
  return total;
}

function addEach(parts: readonly (readonly ReplicateSums[])[]): ReplicateSums[] {
  return parts[0]!.map((_, t) => addSums(parts.map((part) => part[t]!)));
}

function concatenate(parts: readonly Row[]): Row {
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
