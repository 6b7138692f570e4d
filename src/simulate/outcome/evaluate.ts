import { eachOnce } from '../../carryover/spread.ts';
import type { Model, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { audienceOf, type Audience } from '../conditions/audience.ts';
import { constantRow, withOwnRows, zeroRow, type Block } from '../block/block.ts';
import { servedOf, serviceOf, type Service } from '../conditions/capacity.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { channelEffects, type ChannelEffect } from '../channel/effect.ts';
import type { Relaxation } from '../bounds/relaxation.ts';
import { kernelTables } from '../channel/kernel-tables.ts';
import { fresh, type Memory, type Table } from '../block/memory.ts';
import { plainTables, type TableCode } from '../channel/table-code.ts';
import { volumesOf, type Volumes } from '../channel/volume.ts';
import type { UnitWorth } from '../conditions/worth.ts';

/**
 * What one plan leads to in one block of draws, as factors that outcomes and gradients are put together from. Tables have
 * rows for the periods of the plan, then for those of the tail.
 */
export interface Evaluation {
  readonly plan: Plan;
  /** Channels whose fixed costs are paid. */
  readonly used: readonly boolean[];
  readonly conditions: Conditions;
  readonly volumes: Volumes;
  readonly effects: readonly ChannelEffect[];
  readonly service: Service | undefined;
  /** What of each channel's effect is served. */
  readonly served: readonly Table[];
  readonly audience: Audience;
  /** Makes what else is asked of the evaluation, in the same memory. */
  readonly code: TableCode;
  readonly memory: Memory;
}

/** Channels in which the plan spends anything. */
export function channelsUsed(plan: Plan): readonly boolean[] {
  return plan.spend.map((spend) => spend.some((amount) => amount > 0));
}

/**
 * Evaluates a plan in a block of draws.
 *
 * @param used  channels whose fixed costs and hours count; by default those with any spend
 * @param memory  where the tables of the result live
 * @param relaxation  what takes the place of response curves and discounts, if anything does
 * @param kernel  computes faster, with the same bits
 */
export function evaluate(
  model: Model,
  plan: Plan,
  conditions: Conditions,
  used: readonly boolean[] = channelsUsed(plan),
  memory: Memory = fresh,
  relaxation?: Relaxation,
  kernel?: Kernel,
): Evaluation {
  const { block, channels } = conditions;
  const code = kernel === undefined ? plainTables(memory) : kernelTables(kernel, memory);
  const volumes = volumesOf(model, plan, relaxation?.box);
  const effects = channelEffects(model, volumes, conditions, memory, code, relaxation?.envelopes, kernel);
  const service = serviceOf(
    model,
    block,
    channels,
    effects.map(({ effect }) => effect),
    used,
    memory,
    code,
  );
  const served = effects.map(({ effect }, c) => servedOf(service, c, effect, memory, code));
  const reached: Row[] = [];
  // Not kept with the block: they are for this plan only.
  const own = withOwnRows(block, memory);
  const audience = audienceOf(
    model,
    block,
    own,
    (c) => (reached[c] ??= sumOverPeriods(own, served[c]!, code)),
    channels.map(({ worth }) => worth.won),
  );
  return { plan, used, conditions, volumes, effects, service, served, audience, code, memory };
}

/** Profit of one served unit of effect when the share `kept` of it becomes customers, before media and fixed costs. */
export function unitProfit(unit: UnitWorth, kept: Row): Row {
  return kept.map(
    (share, i) =>
      share * (unit.margin[i]! - unit.perCustomerCost[i]! - unit.hoursCost[i]!) -
      unit.leadCost[i]! -
      unit.leadHoursCost[i]!,
  );
}

function sumOverPeriods(block: Block, table: Table, code: TableCode): Row {
  const total = zeroRow(block);
  const one = constantRow(block, 1);
  code.addWorth(eachOnce(table.map(() => one)), table, total);
  return total;
}
