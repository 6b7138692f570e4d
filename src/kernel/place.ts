import type { Kernel } from './kernel.ts';
import type { Address } from './address.ts';

/** Draws that are worked on at a time: all that is in between then stays in the processor's first or second cache. */
const TILE = 128;
/** Rows of a tile stand this much farther apart than they are long: a power of two would put all in one place of the cache. */
const PADDING = 64;

/** Some draws of a block; the last may be one more than there are, to make their number even. */
export interface Tile {
  readonly from: number;
  readonly width: number;
  /** Of a row of the tile. */
  readonly bytes: number;
  /** From the start of a row of the block to that of the tile. */
  readonly offset: number;
}

/**
 * Puts rows of a block into the kernel's memory, each once, unless they stand there already; with a number for the draw
 * beyond an odd number of them.
 */
export interface Place {
  /** The draws of the block, tile by tile. */
  readonly tiles: readonly Tile[];
  /** Bytes from one row of a tile to the next. */
  readonly stride: number;
  /** Beyond the last draw stands the last again. */
  row(row: Float64Array): Address;
  /** Rows of a factor that is 0 beyond the last draw, so that it counts for nothing in sums. */
  factor(row: Float64Array): Address;
  /** A table of addresses. */
  table(addresses: readonly Address[]): Address;
  /** Room for so many rows of a tile. */
  tile(rows: number): Address;
  /** A row to add to: where it stands, or a copy of it that `back` writes into it when all is added. */
  total(row: Float64Array): { readonly at: Address; back(): void };
  /** Room for so many numbers, all 0. */
  zeros(count: number): Address;
}

/**
 * A place for a block of `count` draws.
 *
 * @param atOnce  draws of a tile, an even number
 */
export function placing(kernel: Kernel, count: number, atOnce = TILE): Place {
  const stride = 8 * atOnce + PADDING;
  const placed = new Map<Float64Array, Address>();
  const factors = new Map<Float64Array, Address>();
  const once = (row: Float64Array, known: Map<Float64Array, Address>, beyond: number): Address => {
    if (row.length % 2 === 0 && row.buffer === kernel.numbers().buffer) return row.byteOffset;
    let address = known.get(row);
    if (address === undefined) {
      address = kernel.copy(row);
      kernel.numbers()[address / 8 + row.length] = beyond;
      known.set(row, address);
    }
    return address;
  };
  return {
    stride,
    tiles: Array.from({ length: Math.ceil(count / atOnce) }, (_, k): Tile => {
      const from = k * atOnce;
      const width = Math.min(atOnce, count - from);
      return { from, width, bytes: 16 * Math.ceil(width / 2), offset: 8 * from };
    }),
    row: (row) => once(row, placed, row[row.length - 1]!),
    factor: (row) => once(row, factors, 0),
    table: (addresses) => kernel.putTable(addresses),
    tile: (rows) => kernel.room((rows * stride) / 8),
    total(row) {
      if (row.buffer === kernel.numbers().buffer) return { at: row.byteOffset, back: () => undefined };
      const at = kernel.copy(row);
      return { at, back: () => row.set(kernel.numbers().subarray(at / 8, at / 8 + row.length)) };
    },
    zeros(count) {
      const address = kernel.room(count);
      kernel.code.clearRow(address, 8 * count);
      return address;
    },
  };
}
