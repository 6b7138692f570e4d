import type { Model, NonlinearLimit } from '../../domain.ts';
import { sum, type AtPlan } from './at-plan.ts';
import { INDEX_STEP } from './index-step.ts';
import type { Prices } from './prices.ts';
import type { EasedWish } from './unit-direction.ts';

/** The limit on the Herfindahl index, if a model has one. */
export function concentrationLimit({ nonlinearLimits }: Model) {
  return nonlinearLimits.find(
    (one): one is Extract<NonlinearLimit, { kind: 'concentration' }> => one.kind === 'concentration',
  );
}

/**
 * The limit on the Herfindahl index as a wish that is eased by a hundredth of the index. The search holds sqrt(h) × total at or above the
 * length of spend by channel, in money: its derivative by h is total / (2 × sqrt(h)). Undefined where it costs nothing.
 */
export function easedConcentration(
  { search: { model }, wishes, spend }: AtPlan,
  prices: Prices,
): EasedWish | undefined {
  const limit = concentrationLimit(model);
  const wish = wishes.findIndex((one) => one.wish === 'concentration');
  if (limit === undefined || wish === -1 || prices.guards[wish] === 0) return undefined;
  return { wish, by: (INDEX_STEP * sum(spend)) / (2 * Math.sqrt(limit.most)) };
}
