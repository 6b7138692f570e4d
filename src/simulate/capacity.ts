import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { isConstant, rowOf, type Block } from './block.ts';
import type { UnitWorth } from './worth.ts';

/** What people in limited supply can serve. Channels without a limited resource are served in full. */
export interface Service {
  /** Share of each channel's effect that is served: `[channel][t * count + i]`; absent when all of it is. */
  readonly served: readonly (Float64Array | undefined)[];
  /** Channel that is served in part (its loss pays for any further load), or -1: `[resource][t * count + i]`. */
  readonly marginal: readonly (Int16Array | undefined)[];
  /** Hours that one unit of a channel's effect takes from its limited resource. */
  readonly need: readonly (Row | undefined)[];
  /** Index of the limited resource of each channel. */
  readonly resource: readonly (number | undefined)[];
}

/**
 * Leads and customers beyond what a role can serve in a period are lost. Channels are served in the order of profit
 * per hour of the scarce role, which makes the total the value of a linear program, concave in what arrives.
 *
 * @param effects  effect of each channel by period and draw
 * @param unitProfit  profit of one served unit of effect, by channel and draw
 * @param inside  share of the effect inside the target, by channel and draw
 * @param used  channels in use: their fixed hours are taken from the capacity first
 */
export function serve(
  model: Model,
  block: Block,
  worth: readonly UnitWorth[],
  effects: readonly Float64Array[],
  unitProfit: readonly Row[],
  inside: readonly Row[],
  used: readonly boolean[],
): Service | undefined {
  const { count } = block;
  const resource = model.channels.map((channel) => {
    const limited = channel.hours.find(
      (role) =>
        model.resources[role.resource]!.capacity !== undefined &&
        !(isConstant(role.perLead, 0) && isConstant(role.perCustomer, 0)),
    );
    return limited?.resource;
  });
  if (resource.every((index) => index === undefined)) return undefined;

  const periods = model.periods + model.tail;
  const need = model.channels.map((channel, c) => {
    const role = channel.hours.find((hours) => hours.resource === resource[c]);
    if (role === undefined) return undefined;
    const perLead = rowOf(block, role.perLead);
    const perCustomer = rowOf(block, role.perCustomer);
    return perLead.map(
      (hours, i) => hours * worth[c]!.leads[i]! + perCustomer[i]! * worth[c]!.customers[i]! * inside[c]![i]!,
    );
  });
  const served = resource.map((index) => (index === undefined ? undefined : new Float64Array(periods * count).fill(1)));
  const marginal = model.resources.map((_, k) =>
    resource.includes(k) ? new Int16Array(periods * count).fill(-1) : undefined,
  );

  model.resources.forEach((role, k) => {
    const users = resource.flatMap((index, c) => (index === k ? [c] : []));
    if (users.length === 0 || role.capacity === undefined) return;
    const capacity = rowOf(block, role.capacity);
    const perPeriod = fixedHours(model, block, k, used);
    for (let i = 0; i < count; i++) {
      const perHour = (c: number) => (need[c]![i]! > 0 ? unitProfit[c]![i]! / need[c]![i]! : Infinity);
      const order = users.toSorted((a, b) => perHour(b) - perHour(a) || a - b);
      for (let t = 0; t < periods; t++) {
        const at = t * count + i;
        let left = Math.max(0, capacity[i]! - (t < model.periods ? perPeriod[i]! : 0));
        for (const c of order) {
          const load = need[c]![i]! * effects[c]![at]!;
          if (load <= left) {
            left -= load;
            continue;
          }
          if (marginal[k]![at] === -1) marginal[k]![at] = c;
          served[c]![at] = left / load;
          left = 0;
        }
      }
    }
  });
  return { served, marginal, need, resource };
}

/** Hours of a role that the channels in use take every period whatever arrives. */
function fixedHours(model: Model, block: Block, resource: number, used: readonly boolean[]): Row {
  const total = new Float64Array(block.count);
  for (const [c, channel] of model.channels.entries()) {
    for (const role of channel.hours) {
      if (role.resource !== resource || !used[c]) continue;
      const hours = rowOf(block, role.perPeriod);
      for (let i = 0; i < block.count; i++) total[i] = total[i]! + hours[i]!;
    }
  }
  return total;
}
