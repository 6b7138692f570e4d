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
  /** Of a stock for the whole plan, the period in which that channel is served in part: `[resource][i]`. */
  readonly runsOut: readonly (Int32Array | undefined)[];
  /** Hours that one unit of a channel's effect takes from its limited resource. */
  readonly need: readonly (Row | undefined)[];
  /** Index of the limited resource of each channel. */
  readonly resource: readonly (number | undefined)[];
}

/**
 * Leads and customers beyond what a role can serve in a period are lost. Channels are served in the order of profit
 * per hour of the scarce role in that period. Where no channel makes a loss with what it serves, the total is the value
 * of a linear program, concave in what arrives; nobody turns leads away because they do not pay, so otherwise it is not.
 * A stock for the whole plan is served in the same order over all periods: what is sold for more later is kept for it.
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

  const runsOut = model.resources.map(({ over }, k) =>
    over === 'plan' && resource.includes(k) ? new Int32Array(count) : undefined,
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
      const perHour = (c: number, t: number) => (need[c]![i]! > 0 ? profitAt(c, t) / need[c]![i]! : Infinity);
      const orderIn = (t: number) => users.toSorted((a, b) => perHour(b, t) - perHour(a, t) || a - b);
      const shocked = users.some((c) => valueShocks[c] !== undefined);
      let left = 0;
      /** Serves a channel in a period with what is left; false where that is not enough. */
      const servesAll = (c: number, t: number): boolean => {
        const at = t * count + i;
        const hours = need[c]![i]!;
        const load = hours * effects[c]![at]!;
        // Where no time is left, nothing of what comes is served, even if nothing comes: the next of it would be lost.
        if (load <= left && (left > 0 || hours === 0)) {
          left -= load;
          return true;
        }
        served[c]![at] = load > 0 ? left / load : 0;
        left = 0;
        return false;
      };
      const usualOrder = orderIn(0);
      if (role.over === 'plan') {
        left = capacity[i]!;
        const worthOf = ([c, t]: readonly [number, number]) => perHour(c, t) * model.discount[t]!;
        const cells = usualOrder.flatMap((c) => Array.from({ length: periods }, (_, t) => [c, t] as const));
        const changes = shocked || model.discount.some((factor) => factor !== 1);
        const order = changes ? cells.toSorted((a, b) => worthOf(b) - worthOf(a) || a[1] - b[1] || a[0] - b[0]) : cells;
        let first: readonly [number, number] | undefined;
        for (const cell of order) if (!servesAll(...cell)) first ??= cell;
        if (first === undefined) continue;
        for (let t = 0; t < periods; t++) marginal[k]![t * count + i] = first[0];
        runsOut[k]![i] = first[1];
        continue;
      }
      for (let t = 0; t < periods; t++) {
        left = Math.max(0, capacity[i]! - (t < model.periods ? perPeriod[i]! : 0));
        for (const c of shocked ? orderIn(t) : usualOrder) {
          if (!servesAll(c, t) && marginal[k]![t * count + i] === -1) marginal[k]![t * count + i] = c;
        }
      }
    }
  });
  return { served, marginal, runsOut, need, resource };
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
