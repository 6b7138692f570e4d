import type { PreparedDraws } from './prepared-draws.ts';
import type { DrawRange } from './draw-range.ts';
import { arePlans } from './repeated-rows.ts';
import { repeatedWork } from './repeated-work.ts';
import type { AskedTallies } from './repeated.ts';

/**
 * Fills tallies of nothing yet; where it cannot be repeated that way, there may be anything in them, and the answer is no.
 *
 * @param fill  fills them
 */
export function fillRepeatedly(
  prepared: PreparedDraws,
  asked: AskedTallies,
  range: DrawRange,
  fill: () => void,
): boolean {
  const isSame = ({ plans, tallies }: AskedTallies) =>
    arePlans(plans, asked.plans) && tallies.every(({ all }, p) => all === asked.tallies[p]!.all);
  const done = repeatedWork(prepared, prepared.repeated.tallies, isSame, asked, range, fill);
  if (done !== undefined) prepared.repeated = { tallies: done };
  return done !== undefined;
}
