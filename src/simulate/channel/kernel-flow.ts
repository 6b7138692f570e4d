import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Address } from '../../kernel/address.ts';
import { placing, type Place, type Tile } from '../../kernel/place.ts';
import { REPLICATES } from '../../random/points.ts';
import { again, zeroRow, type Block } from '../block/block.ts';
import type { SaturateInput } from './saturate-input.ts';
import { changeOfArrivals, type FlowAsked, type FlowSums } from './flow.ts';
import { placeChannel, placeRows } from './kernel-channel.ts';
import { fillReplicates } from '../tally/replicate-sums.ts';

/** `flowOfSpend` in the compiled kernel, with the same bits. */
export function flowCompiled(kernel: Kernel, input: SaturateInput, asked: FlowAsked): FlowSums {
  const { channel, conditions, count, periods } = input;
  const rows = periods + channel.tail;
  kernel.release();
  const place = placing(kernel, count);
  const { value, slope, saturate, spread } = placeChannel(kernel, place, input, asked.change ? 'slopes' : 'values');
  const sums = placeSums(kernel, place, asked, rows);
  const { spend, worths } = asked.change ?? { spend: undefined, worths: [] };
  const change = spend && kernel.put(changeOfArrivals(conditions.arrivals, spend).scale);
  const changes = worths.map((worth) => ({
    ...placeRows(kernel, place, worth),
    ...totalIn(kernel, place, asked.block),
  }));
  const moved = place.tile(rows);

  for (const tile of place.tiles) {
    saturate(tile);
    sums.add(value, tile);
    if (change === undefined) continue;
    spread(change, moved, tile);
    for (const own of changes) {
      const { bytes, offset } = tile;
      kernel.code.addChanges(slope, moved, place.stride, bytes, rows, own.rows, own.scale, own.to, offset);
    }
  }
  return { byDraw: sums.taken(), change: changes.map(({ total }) => total()) };
}

/** `flowOfRows` in the compiled kernel, with the same bits. */
export function flowOfRowsCompiled(kernel: Kernel, value: readonly Row[], asked: FlowAsked): FlowSums {
  const { length } = value[0]!;
  kernel.release();
  const place = placing(kernel, length, length + (length % 2));
  const isHere = value[0]!.buffer === kernel.numbers().buffer;
  const placed = isHere ? value[0]!.byteOffset : place.tile(value.length);
  const sums = placeSums(kernel, place, asked, value.length);
  again(asked.block, () => {
    const numbers = kernel.numbers();
    value.forEach((row, t) => {
      const start = (placed + t * place.stride) / 8;
      if (!isHere) numbers.set(row, start);
      numbers[start + length] = 0;
    });
  });
  for (const tile of place.tiles) sums.add(placed, tile);
  return { byDraw: sums.taken(), change: [] };
}

/** Room for the sums that are asked for of `rows` periods, and what adds the values of a tile to them. */
function placeSums(kernel: Kernel, place: Place, asked: FlowAsked, rows: number) {
  const { code } = kernel;
  const { stride } = place;
  const byPeriod = asked.byPeriod.map(({ worth, to }) => ({
    worth: placeRows(kernel, place, worth, 'factor').rows,
    scale: worth.scale,
    sums: place.zeros(REPLICATES * rows),
    to,
  }));
  const byDraw = asked.byDraw.map((worth) => ({
    ...placeRows(kernel, place, worth),
    ...totalIn(kernel, place, asked.block),
  }));
  return {
    add(value: Address, { bytes, offset }: Tile): void {
      for (const { worth, sums } of byPeriod) code.sumReplicates(value, stride, bytes, rows, worth, sums, offset);
      for (const own of byDraw) code.addValues(value, stride, bytes, rows, own.rows, own.scale, own.to, offset);
    },
    /** When all is added: writes the sums by period where they were asked for, and gives those by draw. */
    taken(): readonly Row[] {
      again(asked.block, () => {
        const numbers = kernel.numbers();
        for (const { sums, scale, to } of byPeriod) {
          for (let t = 0; t < rows; t++) {
            fillReplicates(numbers, sums / 8 + t * REPLICATES, asked.block.first, scale[t]!, to, t);
          }
        }
      });
      return byDraw.map(({ total }) => total());
    },
  };
}

/** A row of zeros to add to, in the room of the block if it has one, and the row when all is added. */
function totalIn(kernel: Kernel, place: Place, block: Block): { readonly to: Address; total(): Row } {
  const { count, room } = block;
  const row = room && zeroRow(block);
  const at = row && room?.addressOf(row);
  if (row !== undefined && at !== undefined) return { to: at, total: () => row };
  kernel.byHand();
  const to = place.zeros(count + 1);
  return { to, total: () => copied(kernel, to, count) };
}

function copied(kernel: Kernel, from: Address, length: number): Float64Array {
  return kernel.numbers().slice(from / 8, from / 8 + length);
}
