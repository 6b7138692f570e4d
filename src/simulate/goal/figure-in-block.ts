import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { GoalMetric, Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { overlaps } from '../conditions/audience.ts';
import { constantRow, withOwnRows, type Block } from '../block/block.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { effectWorth, saturatedWorth } from './effect-worth.ts';
import { hasBefore } from '../channel/effect.ts';
import { hasHalo } from '../channel/effective-spend.ts';
import { figureOfChannel, type Figure, type FigureOfChannel } from './figure.ts';
import { hasScarcePeople } from '../conditions/capacity.ts';
import { product, sum } from '../block/rows.ts';
import { sharedWorth, type SharedWorth } from './shared-worth.ts';
import { spendingOf, type Spending } from './spending.ts';

/** A figure taken apart for a block, channel by channel: all of it that no plan changes. */
export interface FigureInBlock {
  readonly channels: readonly FigureOfChannel[];
  readonly spending: readonly Spending[];
  /** What needs no spend; undefined where it counts for nothing. */
  readonly baseline: Row | undefined;
  /** Periods of plan and tail that count. */
  readonly until: number;
  readonly ofPlanOnly: boolean;
  /** Whether units that lose count for nothing. */
  readonly lossless: boolean;
  /** Per unit of each channel's saturated effective spend, where that is the same whatever the plan and other channels do. */
  readonly alone: readonly RowsByPeriod[] | undefined;
  /** Per unit of each channel's effect that is kept where segments fill up; undefined where none does. */
  readonly kept: readonly RowsByPeriod[] | undefined;
  /** Per unit of what channels share; made when first asked for. */
  readonly shared: SharedWorth;
}

/**
 * See {@link FigureInBlock}.
 *
 * @param relaxed  whether the figure may be larger than it is where that makes it concave: units that lose count for
 *   nothing, unless segments fill up, where a loss to one channel is a gain to others
 */
export function figureInBlock(
  model: Model,
  conditions: Conditions,
  figure: Figure,
  { relaxed = false }: { readonly relaxed?: boolean } = {},
): FigureInBlock {
  const block = withOwnRows(conditions.block);
  const until = Math.min(model.periods + model.tail, figure.until ?? Infinity);
  const ofPlanOnly = figure.ofPlanOnly === true;
  const lossless = relaxed && !overlaps(model);
  let shared: SharedWorth | undefined;
  const channels = model.channels.map((channel, c) =>
    figureOfChannel(model, channel, conditions.channels[c]!, block, figure),
  );
  const alone =
    isSeparable(model) && !(ofPlanOnly && model.channels.some(hasBefore))
      ? model.channels.map((channel, c) => {
          const own = conditions.channels[c]!;
          const worth = effectWorth(model, block, channel, channels[c]!, own.shocks, own.inside, until, lossless);
          return saturatedWorth(block, channel, own, worth);
        })
      : undefined;
  return {
    channels,
    spending: channels.map((own, c) => spendingOf(model, block, own, conditions.channels[c]!.shocks, until)),
    baseline: ofPlanOnly ? undefined : baselineOf(block, conditions, figure),
    until,
    ofPlanOnly,
    lossless,
    alone,
    kept: overlaps(model) ? keptWorth(model, block, conditions, channels, until) : undefined,
    get shared() {
      return (shared ??= sharedWorth(model, block, conditions, channels, until));
    },
  };
}

function keptWorth(
  model: Model,
  block: Block,
  conditions: Conditions,
  channels: readonly FigureOfChannel[],
  until: number,
): readonly RowsByPeriod[] {
  const all = constantRow(block, 1);
  return model.channels.map((channel, c) => {
    const ofKept = { ...channels[c]!, plainServed: undefined, served: undefined };
    return effectWorth(model, block, channel, ofKept, conditions.channels[c]!.shocks, all, until);
  });
}

/** Whether what a channel brings depends on its own spend only. */
export function isSeparable(model: Model): boolean {
  return !overlaps(model) && !hasHalo(model) && !hasScarcePeople(model);
}

function baselineOf(block: Block, { baseline }: Conditions, figure: Figure): Row | undefined {
  const counted = Object.entries(baseline).filter(([name]) => (figure.weights[name as GoalMetric] ?? 0) !== 0);
  if (counted.length === 0) return undefined;
  return counted
    .map(([name, row]) => product(block, row, constantRow(block, figure.weights[name as GoalMetric]!)))
    .reduce((total, row) => sum(block, total, row));
}
