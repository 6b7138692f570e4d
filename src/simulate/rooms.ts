import type { Model } from '../domain.ts';
import { TAPE, type Kernel } from '../kernel/kernel.ts';
import { openRowRoom, type RowRoom } from '../kernel/row-room.ts';
import { REPLICATES } from '../random/points.ts';
import { isSeparable } from './goal/figure-in-block.ts';
import { recycled, type UsedMemory } from './block/memory.ts';

/** Numbers in tables of one kind of all channels of a block: with fewer, what each block costs outweighs what caches save. */
const BLOCK_SIZE = 262_144;
const LARGEST_BLOCK = 2048;

/**
 * Draws per block: a power of two, so that blocks fill chunks. Where channels do something to each other, all periods of
 * all of them are at hand at once: the more there are, the fewer draws.
 */
export function blockOf(model: Model): number {
  let draws = LARGEST_BLOCK;
  if (isSeparable(model)) return draws;
  const { channels, periods, tail } = model;
  while (draws > REPLICATES && draws * channels.length * (periods + tail) > BLOCK_SIZE) draws /= 2;
  return draws;
}

/** What one channel of a block is worked out in has so many rows by period, and so many others, at most. */
const ROWS_BY_PERIOD = 10;
const OTHER_ROWS = 100;
/** Numbers of the rows of a block that have room: of 2,048 draws 1,500 rows. */
const ROW_NUMBERS = 1500 * 2048;
/** Numbers of the tables of a plan that have room: nine kinds of them, which is all there are. */
const TABLE_NUMBERS = 2_500_000;
/** Numbers that find room in a kernel's memory beside the rows of a block. */
const BESIDE_ROWS = 4_000_000;

/** Where blocks of draws are worked on: in the kernel's memory, as far as there is a kernel and a model fits it. */
export interface Rooms {
  /** For tables of plans. */
  readonly memory: UsedMemory;
  /** For rows of blocks. */
  readonly room: RowRoom | undefined;
}

/**
 * Takes the rooms for blocks of a model, each of `blockOf` draws at most.
 *
 * @param rows  whether there is to be room for rows
 */
export function openRooms(model: Model, kernel: Kernel | undefined, { rows = true } = {}): Rooms {
  const roomy = kernel !== undefined && fitsBesideRooms(model) ? kernel : undefined;
  const tables = roomy && !isSeparable(model) ? openRowRoom(roomy, TABLE_NUMBERS) : undefined;
  return { memory: recycled(tables), room: roomy && rows ? openRowRoom(roomy, ROW_NUMBERS) : undefined };
}

/** Whether a kernel's memory is large enough for a channel of a block of draws beside rows and tables. */
function fitsBesideRooms(model: Model): boolean {
  const { periods, tail, channels } = model;
  const longest = Math.max(...channels.map(({ carryIn, carryover: { lags = 0 } }) => carryIn.length + lags));
  const ofChannel = blockOf(model) * (ROWS_BY_PERIOD * (periods + tail) + longest + OTHER_ROWS);
  return ofChannel + TAPE / 8 + (isSeparable(model) ? 0 : TABLE_NUMBERS) <= BESIDE_ROWS;
}
