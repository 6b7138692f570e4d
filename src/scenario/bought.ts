import { responses } from '../responses/table.ts';
import type { ChannelFields } from './check/rule.ts';
import { boughtStage, priceUnits } from './schema/price.ts';

type Unit = keyof typeof boughtStage;

/** The kinds of price given; a channel has at most one. */
export function unitsGiven({ price }: ChannelFields): readonly Unit[] {
  return priceUnits.filter((unit) => price?.[unit] !== undefined);
}

/** Whether the curve itself says how many customers (or how much revenue) it brings, so that no price is needed. */
export function isAbsolute({ response }: ChannelFields): boolean {
  return response !== undefined && (response.ceiling !== undefined || responses[response.curve]!.quotes === 'absolute');
}

/** Whether it is known without price and funnel how many customers money brings. */
export function knowsCustomers(channel: ChannelFields): boolean {
  return channel.efficiency !== undefined || isAbsolute(channel);
}

/**
 * Where the funnel of a channel starts: at what its price buys, or at leads where the funnel does no more than count
 * these; undefined where it may start anywhere.
 */
export function firstStageOf(channel: ChannelFields): string | undefined {
  if (knowsCustomers(channel)) return 'lead';
  return boughtStage[unitsGiven(channel)[0] ?? 'flat'];
}
