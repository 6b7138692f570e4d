import type { Model, Plan, TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { baselineSums } from './baseline.ts';
import { withOwnRows } from './block.ts';
import { tallyChannel, type TallyInput } from './channel-tally.ts';
import type { Conditions } from './conditions.ts';
import { channelsUsed, evaluate } from './evaluate.ts';
import { isSeparable } from './figure-in-block.ts';
import { changeBySpend } from './gradient.ts';
import type { Memory } from './memory.ts';
import { totalNames } from './outcome.ts';
import { addSums, type Tally } from './tally.ts';
import { volumesOf } from './volume.ts';

/**
 * Sums of what a plan leads to in a block of draws: those of its outcome (`outcomeOf`), of which none is put together by
 * draw and period.
 *
 * @param withReturns  whether the returns of the next unit of spend are wanted
 */
export function tallyBlock(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  withReturns: boolean,
  memory: Memory,
  kernel: Kernel | undefined,
): Tally {
  const used = channelsUsed(plan);
  const evaluation = isSeparable(model)
    ? undefined
    : evaluate(model, plan, conditions, used, memory, undefined, kernel);
  const next = withReturns ? plan.spend.map((spend) => spreadAsSpent(model, spend)) : undefined;
  const input: TallyInput = {
    model,
    plan,
    used,
    volumes: evaluation?.volumes ?? volumesOf(model, plan),
    block: withOwnRows(conditions.block),
    channels: conditions.channels,
    evaluation,
    next,
    returns: next &&
      evaluation && {
        revenue: changeBySpend(model, evaluation, 'revenue', next),
        profit: changeBySpend(model, evaluation, 'profit', next),
      },
    memory,
    kernel,
  };
  const channels = model.channels.map((_, c) => tallyChannel(input, c));
  const { first, count } = conditions.block;
  return {
    first,
    count,
    marginalCount: withReturns ? count : 0,
    totals: totalsOf(
      channels.map(({ totals }) => totals),
      conditions,
    ),
    channels: channels.map(({ tally }) => tally),
    baseline: baselineSums(model, conditions.block),
    ownProfit: Array.from({ length: model.periods + model.tail }, (_, t) =>
      addSums(channels.map(({ ownProfit }) => ownProfit[t]!)),
    ),
  };
}

/** One unit of spend, spread over periods to come as the plan spreads its spend; evenly where it spends nothing. */
function spreadAsSpent(model: Model, spend: Float64Array): Float64Array {
  const total = spend.subarray(model.settled).reduce((sum, amount) => sum + amount, 0);
  return spend.map((amount, t) => {
    if (t < model.settled) return 0;
    return total > 0 ? amount / total : 1 / (model.periods - model.settled);
  });
}

/** All channels and what needs no spend together. */
function totalsOf(
  channels: readonly Readonly<Record<TotalName, Row>>[],
  { block, baseline }: Conditions,
): Tally['totals'] {
  const nothing = block.constants.get(0);
  const totals = Object.fromEntries(totalNames.map((name) => [name, new Float64Array(block.count)])) as Record<
    TotalName,
    Row
  >;
  const add = (name: TotalName, row: Row | undefined, sign: 1 | -1 = 1) => {
    if (row === undefined || row === nothing) return;
    const total = totals[name];
    for (let i = 0; i < total.length; i++) total[i] = total[i]! + sign * row[i]!;
  };
  for (const own of channels) for (const name of totalNames) add(name, own[name]);
  for (const name of ['customers', 'revenue', 'margin', 'profit'] as const) add(name, baseline[name]);
  add('cost', baseline.margin);
  add('cost', baseline.profit, -1);
  return totals;
}
