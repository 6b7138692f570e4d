import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Address } from '../../kernel/address.ts';
import { placing, type Place } from '../../kernel/place.ts';
import { placeRows, placeWindow } from './kernel-channel.ts';
import type { Memory, Table } from '../block/memory.ts';
import { plainTables, type TableCode } from './table-code.ts';

/** The compiled steps, for tables that stand in the kernel's memory; the plain ones for others. */
export function kernelTables(kernel: Kernel, memory: Memory): TableCode {
  const { code } = kernel;
  const inPlainCode = plainTables(memory);
  const plain = (): TableCode => {
    kernel.byHand();
    return inPlainCode;
  };
  const isHere = (table: Table) => table[0]!.buffer === kernel.numbers().buffer;
  const at = (table: Table): Address => table[0]!.byteOffset;
  /** A place for what a step needs, and how wide its rows are. */
  const begin = ({ [0]: first, length: periods }: Table) => {
    kernel.release();
    const even = first!.length + (first!.length % 2);
    const place = placing(kernel, first!.length, even);
    return { place, periods, stride: place.stride, bytes: 8 * even };
  };
  const rowsByPeriod = (place: Place, rows: readonly (Row | undefined)[] | undefined, periods: number): Address =>
    place.table(Array.from({ length: periods }, (_, t) => (rows?.[t] === undefined ? 0 : place.row(rows[t]))));

  return {
    buy(bought, to) {
      if (!isHere(to)) return plain().buy(bought, to);
      const { place, periods, stride, bytes } = begin(to);
      const { rows, scale } = placeRows(kernel, place, bought);
      code.buyRows(rows, scale, periods, at(to), stride, bytes);
    },

    addShareBought(bought, share, to) {
      if (!isHere(to)) return plain().addShareBought(bought, share, to);
      const { place, periods, stride, bytes } = begin(to);
      const { rows, scale } = placeRows(kernel, place, bought);
      code.addShareBought(rows, scale, place.row(share), periods, at(to), stride, bytes);
    },

    multiply(table, factor) {
      if (!isHere(table)) return plain().multiply(table, factor);
      const { place, periods, stride, bytes } = begin(table);
      code.multiplyRows(at(table), place.row(factor), periods, stride, bytes);
    },

    season(tables, efficiency, season, demand) {
      if (!tables.every(isHere)) return plain().season(tables, efficiency, season, demand);
      const { place, periods, stride, bytes } = begin(tables[0]!);
      const [factor, scale] = [place.row(efficiency), kernel.put(season)];
      const shocks = rowsByPeriod(place, demand, periods);
      for (const table of tables) code.seasonRows(at(table), factor, scale, shocks, periods, stride, bytes);
    },

    serve(serving) {
      const { users, marginal, runsOut, discount } = serving;
      if (![marginal, ...users.flatMap(({ effect, share }) => [effect, share])].every(isHere))
        return plain().serve(serving);
      const { place, periods, stride, bytes } = begin(marginal);
      const many = users.length;
      const placed = place.table(
        users.flatMap(({ need, profit, margin, value, effect, share }) => [
          ...[need, profit, margin].map((row) => place.row(row)),
          at(effect),
          at(share),
          value === undefined ? 0 : rowsByPeriod(place, value, periods),
        ]),
      );
      const capacity = place.row(serving.capacity);
      const [order, worth] = [kernel.room(many * periods), kernel.room(many * periods)];
      const count = bytes / 8;
      if (runsOut === undefined) {
        const changes = users.some(({ value }) => value !== undefined);
        const fixed = place.row(serving.fixed);
        code.servePeriods(
          ...([placed, many, stride, count, periods, serving.periods, capacity, fixed, changes] as const),
          ...([at(marginal), order, worth] as const),
        );
        return;
      }
      const ends = kernel.room(count);
      code.servePlan(
        ...([placed, many, stride, count, periods, capacity, kernel.put(discount), at(marginal), ends] as const),
        ...([order, worth, kernel.room(many)] as const),
      );
      kernel.also(() => runsOut.set(kernel.numbers().subarray(ends / 8, ends / 8 + runsOut.length)));
    },

    product(a, b, to) {
      if (![a, b, to].every(isHere)) return plain().product(a, b, to);
      code.productRows(at(a), at(b), at(to), to.length * begin(to).stride);
    },

    difference(a, b, to) {
      if (![a, b, to].every(isHere)) return plain().difference(a, b, to);
      code.differenceRows(at(a), at(b), at(to), to.length * begin(to).stride);
    },

    addWorth(worth, value, to) {
      if (!isHere(value)) return plain().addWorth(worth, value, to);
      const { place, periods, stride, bytes } = begin(value);
      const { rows, scale } = placeRows(kernel, place, worth);
      const total = place.total(to);
      code.addValues(at(value), stride, bytes, periods, rows, scale, total.at, 0);
      total.back();
    },

    sumWorth(worth, value, to, first) {
      if (!isHere(value)) return plain().sumWorth(worth, value, to, first);
      const { place, periods, stride, bytes } = begin(value);
      const { rows, scale } = placeRows(kernel, place, worth, 'factor');
      const sums = place.zeros(2 * periods);
      const numbers = kernel.numbers();
      // Whatever stands beyond an odd number of draws: not even 0 times that may count.
      for (const row of value) if (row.length % 2 === 1) numbers[row.byteOffset / 8 + row.length] = 0;
      code.sumWorth(rows, scale, at(value), periods, stride, bytes, sums);
      for (let t = 0; t < periods; t++) {
        const factor = worth.scale[t]!;
        to[first + t] = factor === 0 ? 0 : factor * (numbers[sums / 8 + 2 * t]! + numbers[sums / 8 + 2 * t + 1]!);
      }
    },

    weigh(worth, crowding, to) {
      if (!isHere(to)) return plain().weigh(worth, crowding, to);
      const { place, periods, stride, bytes } = begin(to);
      const { rows, scale } = placeRows(kernel, place, worth);
      code.weighRows(rows, scale, orNothing(place, crowding, bytes), periods, at(to), stride, bytes);
    },

    displace(displacing) {
      const { weights, share, marginal, runsOut, need, others, to } = displacing;
      if (![weights, share, marginal, to, ...others.map((other) => other.weights)].every(isHere)) {
        return plain().displace(displacing);
      }
      const { place, periods, stride } = begin(to);
      const placed = place.table(others.flatMap((other) => [place.row(other.need), at(other.weights)]));
      const ends = runsOut === undefined ? 0 : place.row(runsOut);
      code.displaceRows(
        ...([at(weights), at(share), at(marginal), ends, place.row(need), placed, periods] as const),
        ...([at(to), stride, to[0]!.length] as const),
      );
    },

    gather(carry, worth, crowding, slope, to) {
      if (![slope, to].every(isHere)) return plain().gather(carry, worth, crowding, slope, to);
      const { place, stride, bytes } = begin(slope);
      const { rows, scale } = placeRows(kernel, place, worth);
      const crowded = orNothing(place, crowding, bytes);
      const [periods, tail] = [to.length, slope.length - to.length];
      if (carry.kind === 'fading') {
        const [gain, retention, ahead] = [place.row(carry.gain), place.row(carry.retention), place.tile(1)];
        code.gatherFading(
          ...([rows, scale, crowded, at(slope), gain, retention, periods, tail, ahead] as const),
          ...([at(to), stride, bytes] as const),
        );
        return;
      }
      const window = placeWindow(kernel, place, carry, to[0]!.length);
      const { weights, lagStride, lags } = window;
      const spare = place.tile(slope.length);
      code.gatherWindow(
        ...([rows, scale, crowded, at(slope), weights, lagStride, lags, periods, tail, spare] as const),
        ...([at(to), stride, bytes] as const),
      );
    },

    addShare(share, source, to) {
      if (![source, to].every(isHere)) return plain().addShare(share, source, to);
      const { place, periods, stride, bytes } = begin(to);
      code.addShare(place.row(share), at(source), periods, at(to), stride, bytes);
    },
  };
}

/** A row of zeros where there is none. */
function orNothing(place: Place, row: Row | undefined, bytes: number): Address {
  return row === undefined ? place.zeros(bytes / 8) : place.row(row);
}
