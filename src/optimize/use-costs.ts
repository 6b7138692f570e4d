import type { Model } from '../domain.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import { figureOfChannel } from '../simulate/goal/figure.ts';
import type { Ask, Simulator } from './asks.ts';
import { isConstant } from '../simulate/block/block.ts';

/** Channels that cost something fixed when they are used: money once, or people in every period. */
export function costlyChannels(model: Model): readonly boolean[] {
  return model.channels.map(
    (channel) => !isConstant(channel.fixedCost, 0) || channel.hours.some((role) => !isConstant(role.perPeriod, 0)),
  );
}

/**
 * What an ask at least falls by when a channel is used, by column (channel and period), 0 or below: exact where the cost is certain; where
 * it is not, the mean over all draws for an ask about means, and nothing for one about the worst cases.
 */
export async function useCostsOf(
  model: Model,
  simulator: Simulator,
  conditions: Conditions,
  ask: Ask,
): Promise<Float64Array> {
  const { periods } = model;
  const costs = new Float64Array(model.channels.length * periods);
  if (ask.kind === 'concentration' || ask.kind === 'soft chance') return costs;
  const { figure } = ask;
  const costly = costlyChannels(model);
  for (const [c, channel] of model.channels.entries()) {
    if (!costly[c] || !isCertain(model, c)) continue;
    const rows = figureOfChannel(model, channel, conditions.channels[c]!, conditions.block, figure);
    // What is certain is the same in every draw.
    const use = rows.use?.[0] ?? 0;
    const usePerPeriod = rows.usePerPeriod?.[0] ?? 0;
    const plain = rows.plainUsePerPeriod?.[0] ?? 0;
    for (let t = 0; t < Math.min(periods, figure.until ?? Infinity); t++) {
      const cost = (usePerPeriod + (t === 0 ? use : 0)) * model.discount[t]! + plain;
      // A figure that counts costs as good would rise: then use is free, which is never too little.
      costs[c * periods + t] = Math.min(0, cost * (ask.kind === 'blend' ? ask.mean + ask.worst : 1));
    }
  }
  const uncertain = costly.flatMap((yes, c) => (yes && !isCertain(model, c) ? [c] : []));
  if (ask.kind !== 'mean' || uncertain.length === 0) return costs;
  const plan = { name: '', spend: model.channels.map(() => new Float64Array(model.periods)) };
  const sumsWith = async (used: boolean): Promise<Float64Array> => {
    const inquiry = { world: ask.world, plan, used: model.channels.map(() => used) };
    return (await simulator.figures(inquiry, [figure], [false]))[0]!.sums.cells;
  };
  const [paid, free] = [await sumsWith(true), await sumsWith(false)];
  const cells = model.periods + model.tail;
  const scarce = model.resources.some(({ capacity }) => capacity !== undefined);
  // Hours of use take time from what earlier spend still brings: then the difference is not the cost alone.
  if (scarce && free.some((cell) => cell !== 0)) return costs;
  for (const c of uncertain) {
    for (let t = 0; t < periods; t++) {
      const change = paid[c * cells + t]! - free[c * cells + t]!;
      costs[c * periods + t] = Math.min(0, change / simulator.draws);
    }
  }
  return costs;
}

function isCertain(model: Model, c: number): boolean {
  const { fixedCost, hours } = model.channels[c]!;
  return (
    'constant' in fixedCost &&
    hours.every((role) => 'constant' in role.perPeriod && 'constant' in model.resources[role.resource]!.hourlyCost)
  );
}
