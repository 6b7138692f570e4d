import type { TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';

/** One number per replicate: the sum over the draws that belong to it. */
export type ReplicateSums = Float64Array;

/** The same for periods, one after the other: `[t * REPLICATES + r]`. */
export type PeriodSums = Float64Array;

/** Sums over a run of draws. */
export interface TallySums {
  readonly count: number;
  /** Draws that the sums of marginal returns are over. */
  readonly marginalCount: number;
  /** All sums one after the other, of which all others are parts. */
  readonly all: Float64Array;
  readonly channels: readonly ChannelSums[];
  readonly baseline: { readonly revenue: PeriodSums; readonly profit: PeriodSums };
  /** Profit that the plan's own spend brings, by period of the plan and of the time after it. */
  readonly ownProfit: PeriodSums;
}

export interface ChannelSums {
  /** By period of the plan. */
  readonly byPeriod: Readonly<Record<'customers' | 'revenue' | 'profit', PeriodSums>>;
  readonly sums: Readonly<Record<ChannelSum, ReplicateSums>>;
}

/** What is known of a run of consecutive draws: sums, and what each draw brought. */
export interface Tally extends TallySums {
  readonly first: number;
  /** Each total by draw. */
  readonly totals: Readonly<Record<TotalName, Row>>;
  /** By draw how far it is above what each of `ratioChances` asks: reached at 0 and more. */
  readonly room: readonly Row[];
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

/** The sums of one period. */
export function sumsOfPeriod(sums: PeriodSums, t: number): ReplicateSums {
  return sums.subarray(t * REPLICATES, (t + 1) * REPLICATES);
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
