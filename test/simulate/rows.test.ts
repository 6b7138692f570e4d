import { describe, expect, it } from 'vitest';
import { blockOfRows, constantRow } from '../../src/simulate/block/block.ts';
import { difference, product, quotient, sum } from '../../src/simulate/block/rows.ts';

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
