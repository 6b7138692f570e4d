import type { Model } from '../../domain.ts';
import { REPLICATES } from '../../random/points.ts';
import type { Memory } from '../block/memory.ts';
import type { ChannelTally, PeriodSums, ReplicateSums } from './tally.ts';

/** Room for what is summed by period and replicate in a block of draws, for one channel after the other. */
export interface PeriodRoom {
  readonly flow: FlowsByPeriod;
  readonly before: FlowsByPeriod;
  readonly cost: PeriodSums;
  /** Of all channels: profit that the plan's own spend brings. */
  readonly ownProfit: PeriodSums;
}

export type FlowsByPeriod = readonly [customers: PeriodSums, revenue: PeriodSums, profit: PeriodSums];

/** Room by period of the plan and of the time after it, with anything in it. */
export function periodRoom({ periods, tail }: Model, memory: Memory): PeriodRoom {
  const table = memory.table(8, (periods + tail) * REPLICATES);
  const [customers, revenue, profit, customersBefore, revenueBefore, profitBefore, cost, ownProfit] = table;
  return {
    flow: [customers!, revenue!, profit!],
    before: [customersBefore!, revenueBefore!, profitBefore!],
    cost: cost!,
    ownProfit: ownProfit!,
  };
}

/**
 * Adds what a channel has in the room to its sums: by period of the plan, over all periods and over the time after the
 * plan; and what it brings to `ownProfit`. Takes what it costs off its profit.
 *
 * @param hasPast  whether spend before the plan still works in it, and `before` is filled
 */
export function addPeriods(
  model: Model,
  c: number,
  room: PeriodRoom,
  hasPast: boolean,
  { byPeriod, sums }: ChannelTally,
): void {
  const planned = model.periods * REPLICATES;
  const end = planned + model.channels[c]!.tail * REPLICATES;
  const { cost, ownProfit } = room;
  const [customers, revenue, profit] = room.flow;
  for (let k = 0; k < planned; k++) profit[k] = profit[k]! - cost[k]!;
  addEach(byPeriod.customers, customers);
  addEach(byPeriod.revenue, revenue);
  addEach(byPeriod.profit, profit);
  addTotal(sums.customers, customers, 0, end);
  addTotal(sums.revenue, revenue, 0, end);
  addTotal(sums.profit, profit, 0, end);
  const past = hasPast ? room.before : undefined;
  addTotal(sums.tailCustomers, customers, planned, end, past?.[0]);
  addTotal(sums.tailProfit, profit, planned, end, past?.[2]);
  if (past !== undefined) {
    addTotal(sums.carryInCustomers, past[0], 0, end);
    addTotal(sums.carryInRevenue, past[1], 0, end);
    addTotal(sums.carryInProfit, past[2], 0, end);
  }
  for (let k = 0; k < end; k++) {
    ownProfit[k] = ownProfit[k]! + (past === undefined ? profit[k]! : profit[k]! - past[2][k]!);
  }
}

/** Adds to as many sums as there are. */
function addEach(to: PeriodSums, sums: PeriodSums): void {
  for (let k = 0; k < to.length; k++) to[k] = to[k]! + sums[k]!;
}

/** Adds the sum over some periods, less that of others. */
function addTotal(to: ReplicateSums, sums: PeriodSums, from: number, end: number, less?: PeriodSums): void {
  for (let r = 0; r < REPLICATES; r++) {
    let total = 0;
    let other = 0;
    for (let k = from + r; k < end; k += REPLICATES) total += sums[k]!;
    if (less !== undefined) for (let k = from + r; k < end; k += REPLICATES) other += less[k]!;
    to[r] = to[r]! + (total - other);
  }
}
