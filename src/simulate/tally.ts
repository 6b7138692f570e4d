import type { TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
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

/** Tallies of consecutive runs of draws, in order, as one. The same bits come out whoever made the parts. */
export function mergeTallies(parts: readonly Tally[]): Tally {
  const [head] = parts;
  if (head === undefined) throw new Error('mergeTallies needs at least one part');
  if (parts.length === 1) return head;
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
