import type { ChannelModel, Model, Plan } from '../domain.ts';
import { spread } from '../carryover/spread.ts';
import { weightsOf, type CarryWeights } from '../carryover/weights.ts';
import { responses } from '../responses/table.ts';
import { observedFactor, ceilingFactor } from '../responses/observed.ts';
import type { Row } from '../families.ts';
import { rowOf, isConstant, multiplyBy, type Block } from './block.ts';
import type { ShockFactors } from './shocks.ts';

/**
 * What one channel's spend brings before audience, capacity and value: `effect[t * count + i]` customers (or money,
 * for curves of revenue) in period t of draw i, for the periods of the plan and of the tail.
 */
export interface ChannelEffect {
  readonly effect: Float64Array;
  /** Derivative of `effect` by the carried effective spend of its own period. */
  readonly slope: Float64Array;
  /** Effect that spend before the plan would have had alone; absent when there was none. */
  readonly fromBefore?: Float64Array;
}

/** Effective spend bought by one unit of spend: `factor[t * count + i]`, periods of the plan only. */
export type BuyingFactor = Float64Array;

/**
 * Effective spend (reference currency) per unit of spend, by period and draw: reference price over price, price
 * season, what shocks do to the price, and whether and when a partner delivers.
 */
export function buyingFactor(model: Model, channel: ChannelModel, block: Block, shocks: ShockFactors): BuyingFactor {
  const { count } = block;
  const factor = new Float64Array(model.periods * count);
  const perDraw = new Float64Array(count).fill(1);
  if (channel.price !== undefined) {
    const price = rowOf(block, channel.price.amount);
    for (let i = 0; i < count; i++) perDraw[i] = channel.price.reference / price[i]!;
  }
  multiplyBy(perDraw, block, channel.delivery.delivers);
  const delay = isConstant(channel.delivery.startDelay, 0) ? undefined : rowOf(block, channel.delivery.startDelay);
  for (let t = 0; t < model.periods; t++) {
    const base = t * count;
    const inPeriod = channel.priceFactor[t]!;
    const price = shocks.price?.[t];
    const on = shocks.on?.[t];
    for (let i = 0; i < count; i++) {
      let value = perDraw[i]! * inPeriod;
      if (price !== undefined) value /= price[i]!;
      if (on !== undefined) value *= on[i]!;
      if (delay !== undefined) value *= Math.max(0, Math.min(1, t + 1 - delay[i]!));
      factor[base + i] = value;
    }
  }
  return factor;
}

/** What the plan buys in every channel, with what other channels' spend does for it (halo) added. */
export function effectiveSpend(
  model: Model,
  plan: Plan,
  block: Block,
  factors: readonly BuyingFactor[],
): readonly Float64Array[] {
  const { count } = block;
  const own = factors.map((factor, c) => {
    const bought = new Float64Array(factor.length);
    for (let t = 0; t < model.periods; t++) {
      const spend = plan.spend[c]![t]!;
      if (spend === 0) continue;
      for (let k = t * count; k < (t + 1) * count; k++) bought[k] = spend * factor[k]!;
    }
    return bought;
  });
  if (model.channels.every((channel) => channel.halo.length === 0)) return own;
  const total = own.map((bought) => bought.slice());
  model.channels.forEach((channel, from) => {
    for (const halo of channel.halo) {
      const share = rowOf(block, halo.share);
      const target = total[halo.to]!;
      const source = own[from]!;
      for (let t = 0; t < model.periods; t++) {
        for (let i = 0; i < count; i++)
          target[t * count + i] = target[t * count + i]! + share[i]! * source[t * count + i]!;
      }
    }
  });
  return total;
}

/** Carried, saturated, seasoned: the effect of one channel's effective spend. */
export function channelEffect(
  model: Model,
  channel: ChannelModel,
  block: Block,
  bought: Float64Array,
  shocks: ShockFactors,
): ChannelEffect {
  const efficiency = efficiencyRow(channel, block);
  const full = respondTo(model, channel, block, bought, efficiency, shocks);
  if (channel.carryIn.every((spend) => spend === 0)) return full;
  const nothing = new Float64Array(bought.length);
  return { ...full, fromBefore: respondTo(model, channel, block, nothing, efficiency, shocks).effect };
}

/** Customers (or money) per unit of saturated effective spend, by draw. */
function efficiencyRow(channel: ChannelModel, block: Block): Row {
  const row = new Float64Array(block.count).fill(channel.unitsPerCurrency);
  for (const source of channel.efficiency) multiplyBy(row, block, source);
  const { response } = channel;
  const curve = {
    family: responses[response.family]!,
    parameters: response.parameters.map((source) => rowOf(block, source)),
    points: response.points,
  };
  if (response.ceiling !== undefined) ceilingFactor(curve, rowOf(block, response.ceiling), row);
  else if (response.observedAt !== undefined) observedFactor(curve, response.observedAt, row);
  return row;
}

function respondTo(
  model: Model,
  channel: ChannelModel,
  block: Block,
  bought: Float64Array,
  efficiency: Row,
  shocks: ShockFactors,
): ChannelEffect {
  const { count } = block;
  const periods = model.periods + model.tail;
  const carried = carry(model, channel, block, bought);
  const family = responses[channel.response.family]!;
  const parameters = channel.response.parameters.map((source) => rowOf(block, source));
  const effect = new Float64Array(periods * count);
  const slope = new Float64Array(periods * count);
  for (let t = 0; t < periods; t++) {
    const value = effect.subarray(t * count, (t + 1) * count);
    const steep = slope.subarray(t * count, (t + 1) * count);
    const spend = carried.subarray(t * count, (t + 1) * count);
    family.respond({ spend, parameters, points: channel.response.points }, value, steep);
    const season = channel.demand[t]!;
    const demand = shocks.demand?.[t];
    for (let i = 0; i < count; i++) {
      const factor = efficiency[i]! * season * (demand === undefined ? 1 : demand[i]!);
      value[i] = value[i]! * factor;
      steep[i] = steep[i]! * factor;
    }
  }
  return { effect, slope };
}

/** Effective spend after carry-over, for the periods of the plan and of the tail. */
function carry(model: Model, channel: ChannelModel, block: Block, bought: Float64Array): Float64Array {
  return spread(carryWeights(channel, block), {
    bought,
    before: channel.carryIn,
    count: block.count,
    periods: model.periods,
    tail: model.tail,
  });
}

/** How the channel's spend is spread over lags in this block. */
export function carryWeights(channel: ChannelModel, block: Block): CarryWeights {
  const { family, parameters, normalize, lags } = channel.carryover;
  return weightsOf(
    {
      family,
      parameters: parameters.map((source) => rowOf(block, source)),
      normalize,
      ...(lags === undefined ? {} : { lags }),
    },
    block.count,
  );
}
