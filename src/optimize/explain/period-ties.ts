import type { PeriodTie } from '../../domain.ts';
import { isAsGood } from './as-good.ts';
import { sum, totalsToCome, type AtPlan } from './at-plan.ts';
import { TIE_SHARE } from './ties.ts';

/**
 * Money of a channel that could as well be spent at another time without a loss (see `isAsGood`). Tried are the period that gets most in the place of each that gets less, which tells of pulses that may come at
 * any time, and a share of one half of the periods to come in the other, which tells of plans that are even and need not
 * be. As between channels, what is moved is at least a twentieth of all money; undefined where none of it is as good.
 */
export async function periodTie(at: AtPlan, channel: number): Promise<PeriodTie | undefined> {
  const { model } = at.search;
  const total = totalsToCome(model, at.spend)[channel]!;
  const least = TIE_SHARE * sum(totalsToCome(model, at.spend));
  const periods = Array.from({ length: model.periods - model.settled }, (_, t) => model.settled + t);
  if (total === 0 || total < least || periods.length < 2) return undefined;
  const own = at.spend.subarray(channel * model.periods, (channel + 1) * model.periods);

  const mayBe = (changed: Float64Array): Promise<boolean> => {
    const spend = at.spend.slice();
    spend.set(changed, channel * model.periods);
    return isAsGood(at, spend);
  };

  const most = periods.reduce((best, t) => (own[t]! > own[best]! ? t : best));
  const others: number[] = [];
  for (const t of periods) {
    if (own[most]! - own[t]! < least) continue;
    if (await mayBe(own.with(most, own[t]!).with(t, own[most]!))) others.push(t);
  }
  if (others.length > 0) {
    const amount = Math.min(...others.map((t) => own[most]! - own[t]!));
    return { amount, from: [most + 1], to: others.map((t) => t + 1), anyOf: true };
  }

  const middle = periods.length >> 1;
  const halves = [periods.slice(0, middle), periods.slice(middle)] as const;
  for (const [from, to] of [halves, halves.toReversed()] as const) {
    const changed = movedBetween(own, from, to, least);
    if (changed !== undefined && (await mayBe(changed))) {
      return { amount: least, from: from.map((t) => t + 1), to: to.map((t) => t + 1), anyOf: false };
    }
  }
  return undefined;
}

/** So much less in some periods, and more in others, in proportion to what they have; evenly where they have nothing. */
function movedBetween(
  own: Float64Array,
  from: readonly number[],
  to: readonly number[],
  amount: number,
): Float64Array | undefined {
  const totalOf = (periods: readonly number[]) => periods.reduce((all, t) => all + own[t]!, 0);
  const [before, there] = [totalOf(from), totalOf(to)];
  if (before < amount) return undefined;
  const changed = own.slice();
  for (const t of from) changed[t] = own[t]! * (1 - amount / before);
  for (const t of to) changed[t] = own[t]! + amount * (there > 0 ? own[t]! / there : 1 / to.length);
  return changed;
}
