import { isAsGood } from './as-good.ts';
import { sum, totalsToCome, type AtPlan } from './at-plan.ts';
import { TIE_SHARE } from './ties.ts';

/**
 * Periods to come, from 1, whose spend in all channels may come in any other order: exchanged with the one that gets most, and all put in
 * reverse, without a loss (see `isAsGood`). Some differ by a twentieth of all money
 * at least; undefined where none do, or none of those would do as well.
 */
export async function exchangeablePeriods(at: AtPlan): Promise<readonly number[] | undefined> {
  const { model } = at.search;
  const { periods, settled } = model;
  const spendIn = (t: number) => model.channels.map((_, c) => at.spend[c * periods + t]!);
  const ahead = Array.from({ length: periods - settled }, (_, k) => settled + k);
  const money = ahead.map((t) => sum(spendIn(t)));
  const most = ahead[money.indexOf(Math.max(...money))]!;
  const least = TIE_SHARE * sum(totalsToCome(model, at.spend));
  const differs = (t: number) => sum(spendIn(t).map((amount, c) => Math.abs(amount - spendIn(most)[c]!))) >= least;
  if (least === 0 || !ahead.some(differs)) return undefined;

  const mayTakePlaces = (from: readonly number[], to: readonly number[]): Promise<boolean> => {
    const spend = at.spend.slice();
    to.forEach((t, k) => spendIn(from[k]!).forEach((amount, c) => (spend[c * periods + t] = amount)));
    return isAsGood(at, spend);
  };
  const members: number[] = [];
  for (const t of ahead) if (!differs(t) || (await mayTakePlaces([t, most], [most, t]))) members.push(t);
  if (!members.some(differs) || !(await mayTakePlaces(members, members.toReversed()))) return undefined;
  return members.map((t) => t + 1);
}
