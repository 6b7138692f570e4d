import { noLoss } from './accepted-gap.ts';
import { isAsGood } from './as-good.ts';
import { totalsToCome, valueAt, valueOf, type AtPlan } from './at-plan.ts';
import { moved } from './next-money.ts';

/** Two channels between which money can be moved, in one direction at least, without a loss of the goal. */
export interface Tie {
  readonly a: number;
  readonly b: number;
}

/** Share of all money that is moved to see whether it makes a difference. */
export const TIE_SHARE = 0.05;

/**
 * Pairs of channels, of those given, between which a twentieth of all money can be moved without a loss (see `isAsGood`).
 * What each alone gains and loses tells which pairs are worth trying.
 *
 * @param next  what the next unit of money brings, by channel of the model
 */
export async function ties(at: AtPlan, channels: readonly number[], next: readonly number[]): Promise<readonly Tie[]> {
  const { model } = at.search;
  const totals = totalsToCome(model, at.spend);
  const amount = TIE_SHARE * totals.reduce((all, total) => all + total, 0);
  if (amount === 0 || channels.length < 2) return [];
  const value = valueOf(at);
  const gap = noLoss(at);
  const losses = new Map<number, number>();
  for (const c of channels) {
    if (totals[c]! >= amount) losses.set(c, value - (await valueAt(at, moved(at, c, -amount))).value);
  }
  // By diminishing returns nobody gains more than the next unit promises: most losses are too large for any gain.
  const most = amount * Math.max(...channels.map((c) => next[c]!));
  const givers = channels.filter((c) => (losses.get(c) ?? Infinity) - most <= gap);
  if (givers.length === 0) return [];
  const gains = new Map<number, number>();
  for (const c of channels) gains.set(c, (await valueAt(at, moved(at, c, amount))).value - value);
  const found: Tie[] = [];
  for (const from of givers) {
    for (const to of channels) {
      const loss = losses.get(from)! - gains.get(to)!;
      if (from === to || loss > gap || found.some(({ a, b }) => a === to && b === from)) continue;
      const exchanged = moved({ ...at, spend: moved(at, from, -amount) }, to, amount);
      if (await isAsGood(at, exchanged)) found.push({ a: from, b: to });
    }
  }
  return found;
}
