import { drawsOf } from '../asks.ts';
import { sum, wasSought, type AtPlan } from './at-plan.ts';
import { bentChannels } from '../curves.ts';
import { leastSquaresPrices } from './least-squares-prices.ts';
import { localPrices } from './local-prices.ts';
import { decidesUse } from '../task.ts';
import { pricedWish } from '../wishes/wishes.ts';
import { toldWorths } from './told-worths.ts';
import type { Prices } from './prices.ts';

/**
 * The prices of the search's last program, or those around the plan where the search had to decide what is used; where
 * the goal has no kinks, refined by all that the slopes at the plan tell.
 */
export async function pricesAt(at: AtPlan): Promise<Prices> {
  const { binding: priced, guards } = decidedBySearch(at) ? aroundPlan(at) : await ofSearch(at);
  const binding = toldWorths(at, priced, guards);
  const { risk, worstOf } = at.search.model.goal;
  const smooth = risk === undefined && worstOf === undefined;
  return { binding: smooth ? leastSquaresPrices(at, binding, guards) : binding, guards };
}

function aroundPlan(at: AtPlan): Prices {
  const { binding, guardWorths } = localPrices(at);
  return { binding, guards: guardWorths.map(Math.abs) };
}

async function ofSearch(at: AtPlan): Promise<Prices> {
  const { found, wishes, task } = at;
  const guards: number[] = [];
  const around = wishes.some(({ wish }) => wish === 'concentration') ? localPrices(at).guardWorths : [];
  let next = 0;
  for (const [k, { wish, ratio }] of wishes.entries()) {
    if (wish === 'concentration') {
      guards.push(Math.abs(around[k]!));
      continue;
    }
    const isReported = wish !== wishes[k - 1]?.wish;
    const worth = !isReported ? 0 : Math.abs(found.wishes[next++]?.worth ?? 0);
    // The worth of a ratio is that of one more in it, which is so much of the function that stands for it.
    const perUnit =
      ratio === undefined ? 1 : sum(await drawsOf(task.simulator, found.plan, ratio.per)) / task.simulator.draws;
    guards.push(perUnit === 0 ? 0 : worth / Math.abs(perUnit));
  }
  return { binding: found.binding, guards };
}

/** Whether the search had to decide anything but amounts. */
function decidedBySearch(at: AtPlan): boolean {
  const { search, task } = at;
  return (
    !tangentsProve(at) ||
    search.model.channels.some((_, c) => decidesUse(task, c)) ||
    task.leastIfUsed.some((least) => least > 0)
  );
}

/** Whether tangents of the goal and of all wishes prove anything, as long as the same channels are used. */
export function tangentsProve({ search: { model, looked }, found }: AtPlan): boolean {
  // Tangents of what is held by a price lie on either side of it.
  const priced = pricedWish(model);
  const isPriced = priced !== undefined && wasSought(found, priced);
  return found.gapKind !== 'none' && !isPriced && !bentChannels(model, looked[0]!.block).includes(true);
}
