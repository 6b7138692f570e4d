import type { RowRoom } from '../kernel/row-room.ts';
import { REPLICATES } from '../random/points.ts';
import type { PreparedDraws } from './prepared-draws.ts';
import type { DrawRange } from './draw-range.ts';
import type { RepeatedWork } from './repeated.ts';

/**
 * Work in a range of draws, what it makes written where it was last time: blocks of a run differ in nothing but their draws, so that
 * what the first one asks of the kernel is recorded, and only that is done for the others. Undefined where that cannot be, and what
 * the work would have written is good for nothing: where plain code has a part in it that is not recorded, or draws are kept.
 *
 * @param last  the work that was last recorded with the kernel, if it was of this kind
 * @param isSame  whether the same was asked then
 */
export function repeatedWork<Asked, Made>(
  { kernel, room, kept }: PreparedDraws,
  last: RepeatedWork<Asked, Made> | undefined,
  isSame: (asked: Asked) => boolean,
  asked: Asked,
  range: DrawRange,
  work: (room: RowRoom) => Made,
): RepeatedWork<Asked, Made> | undefined {
  if (kernel === undefined || room === undefined || kept !== undefined) return undefined;
  if (range.first % REPLICATES > 0) return undefined;
  if (last !== undefined && last.range.count === range.count && isSame(last.asked)) {
    if (last.tape === undefined) return undefined;
    if (last.clearings === room.clearings()) return last.tape.play(range.first - last.range.first) ? last : undefined;
  }
  const made: Made[] = [];
  const tape = kernel.record(() => void made.push(work(room)));
  return { asked, range, made: made[0]!, tape, clearings: room.clearings() };
}
