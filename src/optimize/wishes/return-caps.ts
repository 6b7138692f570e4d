import { spentFromNow } from '../../simulate/goal/next-unit.ts';
import type { Outcome, PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import type { CriticalSpend } from './critical-spend.ts';
import { capsWhere, isToCome } from './marginal-return.ts';
import { leastOf, reachedBy, returnsByDraw, shareWith, type ReturnChance } from './return-chances.ts';

/** The same limits and no more than these amounts, but where limits ask for more. */
export function cappedAt(linear: PlanSearch['linear'], caps: Float64Array): PlanSearch['linear'] {
  const { lower, upper } = linear;
  return { ...linear, upper: upper.map((bound, k) => Math.min(bound, Math.max(caps[k]!, lower[k]!))) };
}

/** The most that each channel could get by itself with every chance: where it has less with more spend, whatever others get. */
export function capsOfEach(search: PlanSearch, asked: readonly ReturnChance[]): Promise<Float64Array> {
  return capsWhere(search, 0, search.linear.upper, async (spend) => {
    const { rows } = await returnsByDraw(search, spend);
    return rows.map((row) => asked.every((one) => shareWith(row, one.least) >= one.asked));
  });
}

/** Money that others leave may go to a channel: caps are looked for up to so many times what the best plan without them spends there. */
const MOST_OF_BASE = 2;

/** Spend by column, on the way to which caps are looked for: spread over periods as the best plan without them spreads it. */
export function wayOf({ model, linear }: PlanSearch, { spend }: Outcome): Float64Array {
  const isUsed = spentFromNow(model, planOf(spend, model));
  return linear.upper.map((bound, k) =>
    isUsed[Math.floor(k / model.periods)] ? Math.min(bound, MOST_OF_BASE * spend[k]!) : bound,
  );
}

/**
 * Caps by column with which each channel by itself has every chance that is asked and, of what that leaves to miss it, only the share
 * `way` does.
 */
export function capsAt(
  { model }: PlanSearch,
  { to, shares }: CriticalSpend,
  asked: readonly ReturnChance[],
  way: number,
): Float64Array {
  const most = model.channels.map((_, c) =>
    Math.min(...asked.map((one, k) => reachedBy(1 - (1 - one.asked) * way, shares[k]![c]!))),
  );
  return to.map((amount, k) => (isToCome(model, k) ? most[Math.floor(k / model.periods)]! * amount : amount));
}

/** A cap is the critical share of some draw but for rounding. */
const ROUNDING = 1e-12;

/** Halvings of the way to caps that all chances together leave. */
const JOINT_HALVINGS = 12;

/** The largest such caps with which these channels together have every chance, and nothing for any other. */
export function capsTogether(
  search: PlanSearch,
  critical: CriticalSpend,
  asked: readonly ReturnChance[],
  channels: readonly number[],
): Float64Array {
  const { to, shares } = critical;
  const { periods } = search.model;
  const only = (way: number) =>
    capsAt(search, critical, asked, way).map((cap, k) =>
      isToCome(search.model, k) && !channels.includes(Math.floor(k / periods)) ? 0 : cap,
    );
  const holds = (caps: Float64Array) =>
    asked.every((one, k) => {
      const spent = channels.flatMap((c) => {
        const column = to.findIndex(
          (amount, at) => amount > 0 && Math.floor(at / periods) === c && isToCome(search.model, at),
        );
        return column < 0 || caps[column] === 0 ? [] : [{ row: shares[k]![c]!, share: caps[column]! / to[column]! }];
      });
      const room = leastOf(
        spent.map(({ row, share }) => row.map((most) => most - share)),
        search.simulator.draws,
      );
      return shareWith(room, -ROUNDING) >= one.asked;
    });
  let [sure, unsure] = [0, 1];
  for (let k = 0; k < JOINT_HALVINGS; k++) {
    const way = (sure + unsure) / 2;
    if (holds(only(way))) sure = way;
    else unsure = way;
  }
  return only(sure);
}
