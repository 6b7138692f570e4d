import { sharesMemory } from './draw-room.ts';

/**
 * Room for the cells of a chunk's draws, series by series, that messages to other threads do not copy: copies, and collecting them,
 * took some twentieth of the processor time of counted draws. What is given back is taken again, so that there is as much of it as chunks are on
 * their way.
 */
export interface PlaceRooms {
  /** Room for so many places; undefined where threads share no memory, and a chunk brings its own. */
  take(length: number): Uint16Array | undefined;
  /** Nobody must read or write the room any more. */
  giveBack(room: Uint16Array): void;
}

export function openPlaceRooms(): PlaceRooms {
  const spare: Uint16Array[] = [];
  return {
    take(length) {
      if (!sharesMemory()) return undefined;
      const fits = spare.findIndex((room) => room.length === length);
      if (fits >= 0) return spare.splice(fits, 1)[0];
      return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
    },
    giveBack: (room) => void spare.push(room),
  };
}
