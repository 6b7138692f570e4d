import type { ChunkRoom, ChunkRooms } from './chunk-rooms.ts';
import type { JudgedChunk } from './judged-chunk.ts';
import { keepingChunks, type Kept } from './kept-series.ts';

/** Chunks whose draws are counted together. */
const COUNTED_AT_ONCE = 16;

/**
 * Keeps chunks as they arrive, in their order. Of chunks that are counted together some figures are counted when each of the next
 * arrives: all at once took some 10 ms of the calling thread, for which no worker had anything to do.
 */
export interface Keeper {
  /** @param room  where its numbers stand, if anywhere: it is given back when they have been read */
  add(chunk: JudgedChunk, draws: number, room: ChunkRoom | undefined): void;
  /** All that has arrived; nothing may be added after it. */
  end(): Kept;
}

export function openKeeper(kept: Kept, rooms: ChunkRooms): Keeper {
  const { kind, wanted } = kept.series;
  const atOnce = kind === 'counts' ? COUNTED_AT_ONCE : 1;
  const stepsAtOnce = Math.ceil(wanted.length / atOnce);
  let now = kept;
  /** The chunks before those that wait. */
  let keeping: Generator<undefined, Kept> | undefined;
  let read: readonly (ChunkRoom | undefined)[] = [];
  let waiting: { readonly chunk: JudgedChunk; readonly draws: number; readonly room: ChunkRoom | undefined }[] = [];

  const goOn = (steps: number): void => {
    for (let k = 0; k < steps && keeping !== undefined; k++) {
      const step = keeping.next();
      if (!step.done) continue;
      now = step.value;
      keeping = undefined;
      for (const room of read) if (room !== undefined) rooms.giveBack(room);
    }
  };
  const keepWaiting = (): void => {
    goOn(Infinity);
    const draws = waiting.reduce((sum, one) => sum + one.draws, 0);
    keeping = keepingChunks(
      now,
      waiting.map(({ chunk }) => chunk),
      draws,
    );
    read = waiting.map(({ room }) => room);
    waiting = [];
  };

  return {
    add(chunk, draws, room) {
      waiting.push({ chunk, draws, room });
      if (waiting.length === atOnce) keepWaiting();
      goOn(stepsAtOnce);
    },
    end() {
      if (waiting.length > 0) keepWaiting();
      goOn(Infinity);
      return now;
    },
  };
}
