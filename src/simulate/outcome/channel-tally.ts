import type { Model, Plan, TotalName } from '../../domain.ts';
import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { again, constantRow, zeroRow, type Block } from '../block/block.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import { hasBefore } from '../channel/effect.ts';
import { withVolume } from '../channel/effective-spend.ts';
import { servedOf } from '../conditions/capacity.ts';
import type { Evaluation } from './evaluate.ts';
import { flowOfSpend } from '../channel/flow-of-spend.ts';
import { flowOfRows, type FlowAsked, type FlowSums } from '../channel/flow.ts';
import { flowOfRowsCompiled } from '../channel/kernel-flow.ts';
import type { Memory, Table } from '../block/memory.ts';
import { addPeriods, type FlowsByPeriod, type PeriodRoom } from '../tally/period-room.ts';
import { paidOver, planCosts } from './plan-costs.ts';
import { addTimes, difference, product, sum } from '../block/rows.ts';
import { addReplicateSums } from '../tally/replicate-sums.ts';
import type { ChannelSum, ChannelTally } from '../tally/tally.ts';
import type { Volumes } from '../channel/volume.ts';

/** A plan in a block of draws, as all channels share it. */
export interface TallyInput {
  readonly model: Model;
  readonly plan: Plan;
  readonly used: readonly boolean[];
  readonly volumes: Volumes;
  /** Rows made for this plan are kept in it. */
  readonly block: Block;
  readonly channels: readonly ChannelConditions[];
  /** What is known of channels that do something to each other; undefined where each depends on its own spend only. */
  readonly evaluation: Evaluation | undefined;
  /** How the next unit of spend is spread over periods, by channel, where its returns are asked for. */
  readonly next: readonly Float64Array[] | undefined;
  /** Change of revenue and profit by that unit, before its cost, by channel, where channels do something to each other. */
  readonly returns: Readonly<Record<'revenue' | 'profit', readonly Row[]>> | undefined;
  readonly memory: Memory;
  readonly kernel: Kernel | undefined;
  readonly room: PeriodRoom;
}

/** What each draw of the block has of each total by one channel. */
export type ChannelTotals = Readonly<Record<TotalName, Row>>;

/**
 * All that a summary needs to know of one channel, in sums over the time and over the draws.
 *
 * @param to  its sums are added to, its rows filled
 * @param from  the place of the block's first draw in these rows
 */
export function tallyChannel(input: TallyInput, c: number, to: ChannelTally, from: number): ChannelTotals {
  const { model, block, room } = input;
  const channel = model.channels[c]!;
  const own = input.channels[c]!;
  const { worth: unit, inside } = own;
  const times = (a: Row, b: Row) => product(block, a, b);
  const plus = (a: Row, b: Row) => sum(block, a, b);
  const less = (a: Row, b: Row) => difference(block, a, b);
  const nothing = constantRow(block, 0);

  const kept = input.evaluation?.audience.kept[c] ?? inside;
  const lead = plus(unit.leadCost, unit.leadHoursCost);
  const perUnit = {
    customers: times(kept, unit.customers),
    revenue: times(kept, unit.revenue),
    margin: times(kept, unit.margin),
    profit: less(times(kept, less(unit.margin, plus(unit.perCustomerCost, unit.hoursCost))), lead),
  };
  const { asked, summedAs } = askedOf(input, c, perUnit);
  const flow = flowOf(input, c, asked);
  const before = hasBefore(channel) ? flowOfBefore(input, c, asked) : undefined;
  const costs = planCosts(model, c, input.plan, block, own, input.used[c]!, room.cost);

  const row = (of: FlowSums | undefined, name: SumInTime) => of?.byDraw[summedAs[name]!] ?? nothing;
  const [served, present, worth] = [row(flow, 'served'), row(flow, 'present'), row(flow, 'worth')];
  const earned = (ofTime: Row, ofWorth: Row) => {
    const usual = times(perUnit.profit, ofTime);
    return ofWorth === ofTime ? usual : plus(usual, times(perUnit.margin, less(ofWorth, ofTime)));
  };
  const profit = less(earned(present, worth), costs.cost);
  const margin = times(perUnit.margin, worth);
  const customers = times(perUnit.customers, served);
  const people = plus(times(kept, unit.hoursCost), unit.leadHoursCost);
  const hours = plus(times(kept, unit.hours), unit.leadHours);
  const lost = lostOf(input, c, served);
  const earnedBefore = earned(row(before, 'present'), row(before, 'worth'));
  const earnedAfter = (of: FlowSums | undefined) => earned(row(of, 'tailPresent'), row(of, 'tailWorth'));
  const next = nextUnit(input, c, flow);
  const totals: ChannelTotals = {
    spend: costs.media,
    cost: less(margin, profit),
    leads: times(served, unit.leads),
    customers,
    referred: times(times(kept, unit.referred), served),
    revenue: times(perUnit.revenue, worth),
    margin,
    profit,
    hours: plus(costs.hours, times(hours, served)),
    peopleCost: plus(costs.people, times(people, present)),
    outsideTarget: times(costs.media, less(constantRow(block, 1), inside)),
    lostLeads: times(lost, unit.leads),
    carryInProfit: earnedBefore,
    tailProfit: less(earnedAfter(flow), earnedAfter(before)),
  };

  again(block, () => {
    to.customers.set(customers, from);
    to.profit.set(profit, from);
  });
  const winning = plus(times(kept, less(unit.perCustomerCost, unit.service)), plus(unit.leadCost, people));
  const rows: Readonly<Partial<Record<ChannelSum, Row>>> = {
    media: totals.spend,
    cost: totals.cost,
    peopleCost: totals.peopleCost,
    serviceCost: times(times(kept, unit.service), present),
    leads: totals.leads,
    hours: totals.hours,
    inside,
    carryInWinningCost: times(winning, row(before, 'present')),
    carryInPeopleCost: times(people, row(before, 'present')),
    marginalRevenue: next.revenue,
    marginalProfit: next.profit,
  };
  for (const [name, values] of Object.entries(rows)) addReplicateSums(block, values, to.sums[name as ChannelSum]);
  again(block, () => addPeriods(model, c, room, before !== undefined, to));
  return totals;
}

/** Sums over time, by draw, of what a channel brings: as it comes, at present value, and times what shocks do to its worth. */
type SumInTime = 'served' | 'present' | 'worth' | 'tailPresent' | 'tailWorth';

/** What is asked of a channel's flow, and which of the sums by draw stands for which: the same where they do not differ. */
function askedOf(
  { model, block, channels, volumes, evaluation, next, room }: TallyInput,
  c: number,
  perUnit: Readonly<Record<'customers' | 'revenue' | 'margin' | 'profit', Row>>,
): { readonly asked: FlowAsked; readonly summedAs: Readonly<Partial<Record<SumInTime, number>>> } {
  const channel = model.channels[c]!;
  const { efficiency, shocks } = channels[c]!;
  const periods = model.periods + channel.tail;
  const times = (a: Row, b: Row) => product(block, a, b);
  const one = constantRow(block, 1);
  const discount = model.discount.subarray(0, periods);
  // Of saturated spend a unit is worth what it brings; what an evaluation holds has been brought already.
  const season = evaluation === undefined ? channel.demand.subarray(0, periods) : new Float64Array(periods).fill(1);
  const brought = (t: number) => (evaluation === undefined ? times(efficiency, shocks.demand?.[t] ?? one) : one);
  const factor = (t: number) => shocks.value?.[t] ?? one;
  const byPeriod = (rowAt: (t: number) => Row, scale: Float64Array): RowsByPeriod => ({
    rows: Array.from({ length: periods }, (_, t) => times(rowAt(t), brought(t))),
    scale,
  });
  const present = season.map((index, t) => index * discount[t]!);
  const after = present.map((scale, t) => (t < model.periods ? 0 : scale));
  const profitAt = (t: number) => sum(block, perUnit.profit, times(perUnit.margin, difference(block, factor(t), one)));
  const worths = [
    byPeriod(() => perUnit.customers, season),
    byPeriod((t) => times(perUnit.revenue, factor(t)), present),
    byPeriod(profitAt, present),
  ] as const;

  const byDraw: RowsByPeriod[] = [];
  const add = (worth: RowsByPeriod) => byDraw.push(worth) - 1;
  const shocked = shocks.value !== undefined;
  const served = add(byPeriod(() => one, season));
  const presented = discount.every((share) => share === 1) ? served : add(byPeriod(() => one, present));
  const worth = shocked ? add(byPeriod(factor, present)) : presented;
  const ofTail = (): Partial<Record<SumInTime, number>> => {
    if (channel.tail === 0) return {};
    const tailPresent = add(byPeriod(() => one, after));
    return { tailPresent, tailWorth: shocked ? add(byPeriod(factor, after)) : tailPresent };
  };
  const summedAs = { served, present: presented, worth, ...ofTail() };
  const change =
    next === undefined || evaluation !== undefined
      ? undefined
      : { spend: next[c]!.map((share, t) => share * volumes.slope[c]![t]!), worths: [worths[1], worths[2]] };
  return { asked: { block, byPeriod: into(worths, room.flow), byDraw, ...(change && { change }) }, summedAs };
}

function into(worths: readonly RowsByPeriod[], sums: FlowsByPeriod): FlowAsked['byPeriod'] {
  return worths.map((worth, k) => ({ worth, to: sums[k]! }));
}

function flowOf(input: TallyInput, c: number, asked: FlowAsked): FlowSums {
  const { evaluation, volumes } = input;
  if (evaluation === undefined) return flowOfVolume(input, c, asked, volumes.amount[c]!);
  return flowOfTable(input, c, evaluation.served[c]!, asked);
}

/** The part of it that spend before the plan would have brought alone. */
function flowOfBefore(input: TallyInput, c: number, { byPeriod, byDraw }: FlowAsked): FlowSums {
  const { evaluation, model } = input;
  const worths = byPeriod.map(({ worth }) => worth);
  const asked = { block: input.block, byPeriod: into(worths, input.room.before), byDraw };
  if (evaluation === undefined) return flowOfVolume(input, c, asked, new Float64Array(model.periods));
  const { effects, service, memory, code } = evaluation;
  return flowOfTable(input, c, servedOf(service, c, effects[c]!.fromBefore!, memory, code), asked);
}

function flowOfVolume(input: TallyInput, c: number, asked: FlowAsked, volume: Float64Array): FlowSums {
  const { model, block, channels, memory, kernel } = input;
  const conditions = channels[c]!;
  const arrivals = withVolume(conditions.arrivals, volume);
  const spend = { channel: model.channels[c]!, conditions, arrivals, periods: model.periods, count: block.count };
  return flowOfSpend({ ...spend, envelope: undefined }, asked, memory, kernel);
}

/** Of what is served in the periods of the plan and of the channel's tail. */
function flowOfTable({ model, kernel }: TallyInput, c: number, served: Table, asked: FlowAsked): FlowSums {
  const inTime = served.slice(0, model.periods + model.channels[c]!.tail);
  return kernel === undefined ? flowOfRows(inTime, asked) : flowOfRowsCompiled(kernel, inTime, asked);
}

/** What arrives over the time and cannot be served. */
function lostOf({ block, evaluation }: TallyInput, c: number, served: Row): Row {
  if (evaluation?.service?.share[c] === undefined) return constantRow(block, 0);
  const arriving = zeroRow(block);
  for (const row of evaluation.effects[c]!.effect) addTimes(block, arriving, row, 1);
  return difference(block, arriving, served);
}

/** Change of revenue and profit by the next unit of spend, by draw; nothing where that was not asked for. */
function nextUnit(input: TallyInput, c: number, { change }: FlowSums): { readonly revenue: Row; readonly profit: Row } {
  const { model, block, channels, next, returns } = input;
  const nothing = constantRow(block, 0);
  if (next === undefined) return { revenue: nothing, profit: nothing };
  const { costPerSpend, shocks } = channels[c]!;
  const paid = paidOver(block, next[c]!, (t) => model.discount[t]!, shocks.on);
  const [revenue, profit] = returns === undefined ? change : [returns.revenue[c], returns.profit[c]];
  return { revenue: revenue!, profit: difference(block, profit!, product(block, costPerSpend, paid)) };
}
