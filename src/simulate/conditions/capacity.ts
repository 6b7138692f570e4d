import type { ChannelModel, Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, isConstant, rowOf, type Block } from '../block/block.ts';
import type { ChannelConditions } from './conditions.ts';
import type { Memory, Table } from '../block/memory.ts';
import { product, sum, difference } from '../block/rows.ts';
import type { Served } from './serve.ts';
import type { SharedSupply } from './shared-supply.ts';
import type { TableCode } from '../channel/table-code.ts';

/** What people in limited supply can serve. */
export interface Service {
  /** Share of each channel's effect that is served, of the next of it where there is none; undefined where all of it is. */
  readonly share: readonly (Table | undefined)[];
  /** By resource; undefined where none is in limited supply or none needs it. */
  readonly supplies: readonly (Supply | undefined)[];
}

/** A resource in limited supply. */
export interface Supply {
  /** Channels that need it, with what they take of it for one unit of their effect. */
  readonly users: readonly { readonly channel: number; readonly need: Row }[];
  /** Which of them is served in part (its loss pays for any further load), or -1. */
  readonly marginal: Table;
  /** Of a stock for the whole plan, the period in which that one is served in part, by draw. */
  readonly runsOut: Row | undefined;
}

/**
 * Leads and customers beyond what a role can serve in a period are lost. Channels are served in the order of profit
 * per hour of the scarce role in that period. Where no channel makes a loss with what it serves, the total is the value
 * of a linear program, concave in what arrives; nobody turns leads away because they do not pay, so otherwise it is not.
 * A stock for the whole plan is served in the same order over all periods: what is sold for more later is kept for it.
 *
 * @param effects  effect of each channel
 * @param used  channels in use: their fixed hours are taken from the capacity first
 */
export function serviceOf(
  model: Model,
  block: Block,
  channels: readonly ChannelConditions[],
  effects: readonly Table[],
  used: readonly boolean[],
  memory: Memory,
  code: TableCode,
): Service | undefined {
  const resource = model.channels.map((channel) => limitedResource(model, channel));
  if (resource.every((index) => index === undefined)) return undefined;
  const table = () => memory.table(model.periods + model.tail, block.count);
  const share = resource.map((index) => (index === undefined ? undefined : table()));
  const supplies = model.resources.map(({ capacity, over }, k): Supply | undefined => {
    const members = resource.flatMap((index, c) => (index === k ? [c] : []));
    if (members.length === 0 || capacity === undefined) return undefined;
    const users = members.map((c): Served => ({
      ...worthOfServing(block, channels[c]!),
      need: needOf(block, channels[c]!, model.channels[c]!, k),
      value: channels[c]!.shocks.value,
      effect: effects[c]!,
      share: share[c]!,
    }));
    const marginal = table();
    const runsOut = over === 'plan' ? new Float64Array(block.count) : undefined;
    code.serve({
      users,
      capacity: rowOf(block, capacity),
      fixed: fixedHours(model, block, k, used),
      periods: model.periods,
      discount: model.discount,
      marginal,
      runsOut,
    });
    return { users: users.map(({ need }, u) => ({ channel: members[u]!, need })), marginal, runsOut };
  });
  return { share, supplies };
}

/** What is served of some effect of a channel. */
export function servedOf(
  service: Service | undefined,
  c: number,
  effect: Table,
  memory: Memory,
  code: TableCode,
): Table {
  const share = service?.share[c];
  if (share === undefined) return effect;
  const served = memory.table(effect.length, effect[0]!.length);
  code.product(effect, share, served);
  return served;
}

/** What there is of each supply in a period, less what the channels in use take of it in any case, and who needs the rest. */
export function suppliesOf(
  model: Model,
  block: Block,
  channels: readonly ChannelConditions[],
  used: readonly boolean[],
): readonly SharedSupply[] {
  const resource = model.channels.map((channel) => limitedResource(model, channel));
  return model.resources.flatMap(({ capacity, over }, k): readonly SharedSupply[] => {
    const users = resource.flatMap((index, c) =>
      index === k ? [{ channel: c, need: needOf(block, channels[c]!, model.channels[c]!, k) }] : [],
    );
    if (users.length === 0 || capacity === undefined) return [];
    const all = rowOf(block, capacity);
    if (over === 'plan') return [{ users, capacity: [all] }];
    const left = difference(block, all, fixedHours(model, block, k, used));
    return [
      {
        users,
        capacity: Array.from({ length: model.periods + model.tail }, (_, t) => (t < model.periods ? left : all)),
      },
    ];
  });
}

/** Profit of one served unit of effect before overlap, and the part of it that shocks to the worth of customers multiply. */
function worthOfServing(block: Block, { worth, inside }: ChannelConditions): Pick<Served, 'profit' | 'margin'> {
  const paid = sum(block, worth.perCustomerCost, worth.hoursCost);
  const perCustomer = product(block, inside, difference(block, worth.margin, paid));
  const perLead = sum(block, worth.leadCost, worth.leadHoursCost);
  return { profit: difference(block, perCustomer, perLead), margin: product(block, inside, worth.margin) };
}

/** What one unit of a channel's effect takes of a resource. */
function needOf(block: Block, { worth, inside }: ChannelConditions, { hours }: ChannelModel, resource: number): Row {
  const role = hours.find((own) => own.resource === resource)!;
  const forLeads = product(block, rowOf(block, role.perLead), worth.leads);
  const forCustomers = product(block, product(block, rowOf(block, role.perCustomer), worth.customers), inside);
  return sum(block, forLeads, forCustomers);
}

/** Whether what any channel brings has to be served by people in limited supply. */
export function hasScarcePeople(model: Model): boolean {
  return model.channels.some((channel) => isScarce(model, channel));
}

/** Whether what a channel brings has to be served by people in limited supply. */
export function isScarce(model: Model, channel: ChannelModel): boolean {
  return limitedResource(model, channel) !== undefined;
}

/** Index of the role in limited supply that serves a channel's leads or customers. */
function limitedResource(model: Model, channel: ChannelModel): number | undefined {
  const limited = channel.hours.find(
    (role) =>
      model.resources[role.resource]!.capacity !== undefined &&
      !(isConstant(role.perLead, 0) && isConstant(role.perCustomer, 0)),
  );
  return limited?.resource;
}

/** Hours of a role that the channels in use take every period whatever arrives. */
function fixedHours(model: Model, block: Block, resource: number, used: readonly boolean[]): Row {
  return model.channels
    .flatMap(({ hours }, c) => (used[c]! ? hours : []))
    .filter((role) => role.resource === resource)
    .reduce((total, { perPeriod }) => sum(block, total, rowOf(block, perPeriod)), constantRow(block, 0));
}
