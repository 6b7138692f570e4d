import { describe, expect, it } from 'vitest';
import { blockOfRows, constantRow, newRow } from '../../src/simulate/block/block.ts';
import { openKernel } from '../../src/kernel/kernel.ts';
import { openRowRoom } from '../../src/kernel/row-room.ts';
import { areFrom, difference, product, quotient, sum } from '../../src/simulate/block/rows.ts';

const a = Float64Array.of(6, 8, -3);
const b = Float64Array.of(2, 0, -1);
const block = blockOfRows(0, 3, [a, b]);
const of = (value: number) => constantRow(block, value);

describe('rows made of rows', () => {
  it('are made draw by draw', () => {
    expect([...product(block, a, b)]).toEqual([12, 0, 3]);
    expect([...sum(block, a, b)]).toEqual([8, 8, -4]);
    expect([...difference(block, a, b)]).toEqual([4, 8, -2]);
  });

  it('have nothing where one would divide by nothing', () => {
    expect([...quotient(block, a, b)]).toEqual([3, 0, 0]);
  });

  it('are made once, and each operation has its own', () => {
    expect(product(block, a, b)).toBe(product(block, a, b));
    expect(product(block, a, b)).not.toBe(sum(block, a, b));
  });

  it('of what is the same in every draw are so too', () => {
    expect(product(block, of(3), of(4))).toBe(of(12));
    expect(sum(block, of(3), of(4))).toBe(of(7));
    expect(difference(block, of(3), of(4))).toBe(of(-1));
    expect(quotient(block, of(3), of(4))).toBe(of(0.75));
    expect(product(block, a, of(0))).toBe(of(0));
  });

  it('are the same row where nothing changes', () => {
    expect(product(block, of(1), a)).toBe(a);
    expect(product(block, a, of(1))).toBe(a);
    expect(sum(block, a, of(0))).toBe(a);
    expect(sum(block, of(0), a)).toBe(a);
    expect(difference(block, a, of(0))).toBe(a);
    expect(quotient(block, a, of(1))).toBe(a);
  });

  it('are not told from a certain number by their first draw', () => {
    const row = Float64Array.of(4, 5, 6);
    expect([...product(block, row, of(4))]).toEqual([16, 20, 24]);
  });
});

describe.each(['the kernel', 'plain code'])('numbers that %s looks at', (who) => {
  const room = who === 'the kernel' ? openRowRoom(openKernel()!, 1000) : undefined;
  const are = (values: readonly number[], least: number): boolean => {
    const own = blockOfRows(0, values.length, [], room);
    const row = newRow(own);
    if (room !== undefined) new Float64Array(row.buffer, row.byteOffset, values.length + 1).fill(NaN);
    row.set(values);
    expect(room?.addressOf(row) === undefined).toBe(room === undefined);
    return areFrom(own, row, least);
  };

  it('are finite and no less than the least one', () => {
    for (const values of [
      [3, 0, 5, 1e300],
      [3, 0, 5],
    ]) {
      expect(are(values, 0)).toBe(true);
      expect(are([-1e300, ...values], -Infinity)).toBe(true);
      for (const wrong of [NaN, Infinity, -Infinity, -1e-300]) {
        values.forEach((_, k) => expect(are(values.with(k, wrong), 0)).toBe(false));
      }
      for (const wrong of [NaN, Infinity, -Infinity]) expect(are([wrong, ...values], -Infinity)).toBe(false);
    }
  });
});
