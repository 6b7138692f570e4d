import type { Model } from '../../domain.ts';
import { refusal } from '../../errors.ts';
import type { PilotSize } from '../../information/information-value.ts';
import type { Decision } from './decision.ts';

/** A pilot that is thought of, or was run. */
export interface PilotWish {
  readonly channel: string;
  /** How many periods it runs. */
  readonly periods?: number;
  /** Media in all. */
  readonly spend?: number;
  /** What it brought, where it was run. */
  readonly customers?: number;
  readonly leads?: number;
}

/** How long a pilot runs, and its media in all. */
export type Size = Pick<PilotSize, 'periods' | 'spend'>;

/** Media per period in the recommended plan; today's, or an even share of all, where it has none there. */
export function usualSpend({ model, plans }: Decision, channel: number): number {
  const total = (spend: Float64Array) => spend.reduce((sum, amount) => sum + amount, 0);
  const [plan] = plans;
  const own = total(plan!.spend[channel]!) || total(model.channels[channel]!.plan);
  const all = plan!.spend.reduce((sum, spend) => sum + total(spend), 0);
  return (own > 0 ? own : all / model.channels.length) / model.periods;
}

/** @throws ScenarioError  for a pilot of no size, or longer than the plan */
export function sizeOf(model: Model, { periods = Math.min(4, model.periods), spend }: PilotWish, usual: number): Size {
  if (!(Number.isInteger(periods) && periods >= 1 && periods <= model.periods)) {
    throw refusal('pilot', `a pilot runs 1 to ${model.periods} ${model.unit}s, got ${periods}`);
  }
  if (spend !== undefined && !(spend > 0)) throw refusal('pilot', `a pilot must spend more than 0, got ${spend}`);
  return { periods, spend: spend ?? periods * usual };
}
