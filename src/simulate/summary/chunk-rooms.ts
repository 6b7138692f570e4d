import { sharesMemory } from '../draws/draw-room.ts';

/** Room for what a chunk has many numbers of. */
export interface ChunkRoom {
  /** For packed sums of all plans. */
  readonly sums: Float64Array<SharedArrayBuffer>;
  /** Where draws are counted: for the cells of all series, and what is summed of them. */
  readonly places: Uint16Array<SharedArrayBuffer>;
  readonly digestSums: Float64Array<SharedArrayBuffer>;
}

/** How many numbers it has room for. */
export type RoomSizes = Readonly<Record<keyof ChunkRoom, number>>;

/**
 * Room for the answers of chunks, which messages to other threads do not copy: copies, and collecting them, took some eighth of the
 * processor time of counted draws. What is given back is taken again, so that there is as much of it as chunks are on their way.
 */
export interface ChunkRooms {
  /** Undefined where threads share no memory, and a chunk brings its own. */
  take(sizes: RoomSizes): ChunkRoom | undefined;
  /** Nobody must read or write the room any more. */
  giveBack(room: ChunkRoom): void;
}

export function openChunkRooms(): ChunkRooms {
  const spare: ChunkRoom[] = [];
  return {
    take(sizes) {
      if (!sharesMemory()) return undefined;
      const fits = spare.findIndex((room) => hasSizes(room, sizes));
      return fits < 0 ? newRoom(sizes) : spare.splice(fits, 1)[0];
    },
    giveBack: (room) => void spare.push(room),
  };
}

function hasSizes({ sums, places, digestSums }: ChunkRoom, sizes: RoomSizes): boolean {
  return sums.length === sizes.sums && places.length === sizes.places && digestSums.length === sizes.digestSums;
}

/** All in one buffer, which is sent sooner than three. */
function newRoom({ sums, digestSums, places }: RoomSizes): ChunkRoom {
  const doubles = sums + digestSums;
  const buffer = new SharedArrayBuffer(
    doubles * Float64Array.BYTES_PER_ELEMENT + places * Uint16Array.BYTES_PER_ELEMENT,
  );
  return {
    sums: new Float64Array(buffer, 0, sums),
    digestSums: new Float64Array(buffer, sums * Float64Array.BYTES_PER_ELEMENT, digestSums),
    places: new Uint16Array(buffer, doubles * Float64Array.BYTES_PER_ELEMENT, places),
  };
}
