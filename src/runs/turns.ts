import { Cancelled } from '../errors.ts';
import type { RunOptions } from './run.ts';
import { eventsHandled } from '../worker/events-handled.ts';

/**
 * Work in this thread one piece after the other, with progress and with room for events between pieces, so that it can be cancelled.
 *
 * @throws Cancelled  when the run is ended
 */
export async function inTurns<Piece, Result>(
  pieces: readonly Piece[],
  { onProgress, signal }: Pick<RunOptions, 'onProgress' | 'signal'>,
  work: (piece: Piece, place: number) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [done, piece] of pieces.entries()) {
    onProgress?.({ phase: 'judge', done, total: pieces.length });
    await eventsHandled();
    if (signal?.aborted) throw new Cancelled();
    results.push(await work(piece, done));
  }
  return results;
}
