import type { ChannelModel, Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { isConstant, rowOf, type Block } from './block.ts';
import type { ShockFactors } from './shocks.ts';
import type { UnitWorth } from './worth.ts';

/** What people in limited supply can serve. Channels without a limited resource are served in full. */
export interface Service {
  /**
   * Share of each channel's effect that is served, of the next of it where there is none: `[channel][t * count + i]`;
   * absent when all of it is.
   */
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
 * per hour of the scarce role in that period. Where no channel makes a loss with what it serves, the total is the value
 * of a linear program, concave in what arrives; nobody turns leads away because they do not pay, so otherwise it is not.
 *
 * @param effects  effect of each channel by period and draw
 * @param unitProfit  profit of one served unit of effect, by channel and draw
 * @param inside  share of the effect inside the target, by channel and draw
 * @param used  channels in use: their fixed hours are taken from the capacity first
 * @param valueShocks  what shocks do to the worth of each channel's customers, by period
 */
export function serve(
  model: Model,
  block: Block,
  worth: readonly UnitWorth[],
  effects: readonly Float64Array[],
  unitProfit: readonly Row[],
  inside: readonly Row[],
  used: readonly boolean[],
  valueShocks: readonly ShockFactors['value'][],
): Service | undefined {
  const { count } = block;
  const resource = model.channels.map((channel) => limitedResource(model, channel));
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
      const profitAt = (c: number, t: number) => {
        const factor = valueShocks[c]?.[t];
        const usual = unitProfit[c]![i]!;
        return factor === undefined ? usual : usual + inside[c]![i]! * worth[c]!.margin[i]! * (factor[i]! - 1);
      };
      const orderIn = (t: number) => {
        if (users.length === 1) return users;
        const perHour = (c: number) => (need[c]![i]! > 0 ? profitAt(c, t) / need[c]![i]! : Infinity);
        return users.toSorted((a, b) => perHour(b) - perHour(a) || a - b);
      };
      const shocked = users.some((c) => valueShocks[c] !== undefined);
      const usualOrder = orderIn(0);
      for (let t = 0; t < periods; t++) {
        const at = t * count + i;
        let left = Math.max(0, capacity[i]! - (t < model.periods ? perPeriod[i]! : 0));
        for (const c of shocked ? orderIn(t) : usualOrder) {
          const hours = need[c]![i]!;
          const load = hours * effects[c]![at]!;
          // Where no time is left, nothing of what comes is served, even if nothing comes: the next of it would be lost.
          if (load <= left && (left > 0 || hours === 0)) {
            left -= load;
            continue;
          }
          if (marginal[k]![at] === -1) marginal[k]![at] = c;
          served[c]![at] = load > 0 ? left / load : 0;
          left = 0;
        }
      }
    }
  });
  return { served, marginal, need, resource };
}

/** Whether what any channel brings has to be served by people in limited supply. */
export function hasScarcePeople(model: Model): boolean {
  return model.channels.some((channel) => limitedResource(model, channel) !== undefined);
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
