import { Cancelled } from '../errors.ts';
import type { RunOptions } from './run-options.ts';
import { eventsHandled } from '../worker/events-handled.ts';

/**
 * Work in this thread one piece after the other, with progress and with room for events between pieces, so that it can be cancelled.
 *
 * @throws Cancelled  when the run is ended
 */
export async function inTurns<Piece, Result>(
  pieces: readonly Piece[],
  options: Pick<RunOptions, 'onProgress' | 'signal'>,
  work: (piece: Piece, place: number) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [done, piece] of pieces.entries()) {
    await takeTurn(options, done, pieces.length);
    results.push(await work(piece, done));
  }
  return results;
}

/**
 * Between two pieces of work: tells how much is done, and gives way to events.
 *
 * @throws Cancelled  when the run is ended
 */
export async function takeTurn(
  { onProgress, signal }: Pick<RunOptions, 'onProgress' | 'signal'>,
  done: number,
  total: number,
): Promise<void> {
  onProgress?.({ phase: 'judge', done, total });
  await eventsHandled();
  if (signal?.aborted) throw new Cancelled();
}
