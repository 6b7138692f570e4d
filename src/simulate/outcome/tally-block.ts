import type { Model, Plan, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { addBaselineSums, type BaselineTotals } from '../conditions/baseline.ts';
import { again, withOwnRows, zeroRow, type Block } from '../block/block.ts';
import { tallyChannel, type ChannelTotals, type TallyInput } from './channel-tally.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { channelsUsed, evaluate } from './evaluate.ts';
import { addFigureValues } from '../figure-values.ts';
import type { Figure } from '../goal/figure.ts';
import { figureInBlock, isSeparable } from '../goal/figure-in-block.ts';
import { changeBySpend } from '../goal/gradient.ts';
import { nextUnit } from '../goal/next-unit.ts';
import { leastNextReturn, REVENUE } from '../next-returns.ts';
import type { UsedMemory } from '../block/memory.ts';
import { addTimes } from '../block/rows.ts';
import { ratioChances } from '../goal/ratio-chances.ts';
import { totalNames } from './outcome.ts';
import { periodRoom } from '../tally/period-room.ts';
import type { Tally } from '../tally/tally.ts';
import { volumesOf } from '../channel/volume.ts';

const PROFIT: Figure = { weights: { profit: 1 } };

/**
 * Adds what a plan leads to in a block of draws to a tally: the sums are those of its outcome (`outcomeOf`), of which none
 * is put together by draw and period.
 *
 * @param withReturns  whether the returns of the next unit of spend are wanted
 */
export function tallyBlock(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  withReturns: boolean,
  memory: UsedMemory,
  kernel: Kernel | undefined,
  tally: Tally,
): void {
  const used = channelsUsed(plan);
  const evaluation = isSeparable(model)
    ? undefined
    : evaluate(model, plan, conditions, used, memory, undefined, kernel);
  const next = withReturns ? nextUnit(model, plan) : undefined;
  const room = periodRoom(model, memory);
  const block = withOwnRows(conditions.block);
  again(block, () => void room.ownProfit.fill(0));
  const input: TallyInput = {
    model,
    plan,
    used,
    volumes: evaluation?.volumes ?? volumesOf(model, plan),
    block,
    channels: conditions.channels,
    evaluation,
    next,
    returns: next &&
      evaluation && {
        revenue: changeBySpend(model, evaluation, figureInBlock(model, conditions, REVENUE), next),
        profit: changeBySpend(model, evaluation, figureInBlock(model, conditions, PROFIT), next),
      },
    memory,
    kernel,
    room,
  };
  const from = block.first - tally.first;
  const totals = model.channels.map((_, c) => tallyChannel(input, c, tally.channels[c]!, from));
  fillTotals(tally.totals, from, totals, block, conditions.baseline);
  addBaselineSums(model, block, tally.baseline);
  again(block, () => {
    for (let k = 0; k < tally.ownProfit.length; k++) tally.ownProfit[k]! += room.ownProfit[k]!;
  });
  fillRoom(model, plan, conditions, memory, kernel, tally.room, from);
}

/** How far each draw is above what is asked of it: by the figure that it is least above. */
function fillRoom(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  memory: UsedMemory,
  kernel: Kernel | undefined,
  room: Tally['room'],
  from: number,
): void {
  const { count } = conditions.block;
  const valuesOf = (figures: readonly Figure[]) => {
    const rows = figures.map(() => new Float64Array(count));
    addFigureValues(model, plan, conditions, figures, rows, memory, kernel);
    return rows;
  };
  const leastReturn = () =>
    leastNextReturn({ model, plan, conditions, revenue: figureInBlock(model, conditions, REVENUE) }, memory, kernel);
  ratioChances(model).forEach((asked, k) => {
    kernel?.byHand();
    const { least } = asked;
    const rows = asked.kind === 'next unit' ? [leastReturn()] : valuesOf(asked.figures);
    for (let i = 0; i < count; i++) {
      room[k]![from + i] = rows.reduce((lowest, row) => Math.min(lowest, row[i]! - least), Infinity);
    }
  });
}

/** All channels and what needs no spend together, from one draw of the rows on. */
function fillTotals(
  totals: Tally['totals'],
  from: number,
  channels: readonly ChannelTotals[],
  block: Block,
  baseline: BaselineTotals,
): void {
  const nothing = block.constants.get(0);
  const besides: Readonly<Partial<Record<TotalName, Row>>> = {
    ...baseline,
    ...(baseline.margin && { cost: baseline.margin }),
  };
  for (const name of totalNames) {
    const total = zeroRow(block);
    const add = (row: Row | undefined, times: 1 | -1) => {
      if (row !== undefined && row !== nothing) addTimes(block, total, row, times);
    };
    for (const own of channels) add(own[name], 1);
    add(besides[name], 1);
    if (name === 'cost') add(baseline.profit, -1);
    again(block, () => totals[name].set(total, from));
  }
}
