import type { PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { isToCome } from './marginal-return.ts';

/** Steps of the way from all of some spend to next to nothing: each takes a share off, to a millionth in all. */
const STEPS = 40;
const STEP = Math.SQRT1_2;

/** On the way from nothing to some spend, up to what share of it the next unit brings what is asked: by channel and draw. */
export interface CriticalSpend {
  /** Spend by column at the end of the way. */
  readonly to: Float64Array;
  /** `[target][channel][draw]`, from 0 to 1. Above it the next unit brings less; with diminishing returns it brings more below. */
  readonly shares: readonly (readonly Float64Array[])[];
}

/**
 * See {@link CriticalSpend}: looked up on a few steps, and between two of them where the straight line has it.
 *
 * @param leasts  what is asked of the next unit, by target
 */
export async function criticalSpend(
  search: PlanSearch,
  to: Float64Array,
  leasts: readonly number[],
): Promise<CriticalSpend> {
  const { model, simulator } = search;
  const shares = leasts.map(() => model.channels.map(() => new Float64Array(simulator.draws).fill(NaN)));
  let [above, rowsAbove]: [number, readonly Float64Array[] | undefined] = [1, undefined];
  for (let k = 0, share = 1; k <= STEPS; k++, share *= STEP) {
    const rows = await returnsAt(search, to, share);
    leasts.forEach((least, l) => {
      rows.forEach((row, c) => {
        const found = shares[l]![c]!;
        row.forEach((next, i) => {
          if (!Number.isNaN(found[i]!) || next < least) return;
          const missed = rowsAbove?.[c]![i];
          found[i] = missed === undefined ? share : share + ((above - share) * (next - least)) / (next - missed);
        });
      });
    });
    [above, rowsAbove] = [share, rows];
    if (search.signal?.aborted === true) break;
  }
  for (const byChannel of shares) {
    for (const row of byChannel) row.forEach((share, i) => (row[i] = Number.isNaN(share) ? 0 : share));
  }
  return { to, shares };
}

/** Returns by channel and draw at a share of some spend in periods to come. */
function returnsAt(
  { model, simulator }: PlanSearch,
  to: Float64Array,
  share: number,
): Promise<readonly Float64Array[]> {
  const at = to.map((amount, k) => (isToCome(model, k) ? share * amount : amount));
  return simulator.nextReturns(planOf(at, model));
}
