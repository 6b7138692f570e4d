import { describe, expect, it } from 'vitest';
import { openKernel, TAPE } from '../../src/kernel/kernel.ts';

const kernel = openKernel()!;
const numbersAt = (address: number, count: number) => [...kernel.numbers().subarray(address / 8, address / 8 + count)];

describe('a tape of what was asked of the kernel', () => {
  it('does it again with what stands in its rows now, and numbers that were put', () => {
    const row = kernel.room(2);
    const out = kernel.room(2);
    kernel.hold();
    const tape = kernel.record(() => {
      kernel.also((by) => kernel.numbers().fill(3 + by, row / 8, row / 8 + 2));
      const factor = kernel.put(Float64Array.of(10, 100));
      kernel.code.productRows(row, factor, out, 16);
    })!;
    expect(numbersAt(out, 2)).toEqual([30, 300]);
    // What others put meanwhile stands elsewhere.
    kernel.release();
    kernel.put(new Float64Array(1000).fill(7));
    expect(tape.play(2)).toBe(true);
    expect(numbersAt(out, 2)).toEqual([50, 500]);
  });

  it('is none where plain code has a part in the work, or there are too many numbers', () => {
    expect(kernel.record(() => kernel.byHand())).toBeUndefined();
    expect(kernel.record(() => void kernel.copy(Float64Array.of(1)))).toBeUndefined();
    expect(kernel.record(() => void kernel.put(new Float64Array(TAPE / 8)))).toBeUndefined();
  });

  it('says where it does not hold for other draws', () => {
    const tape = kernel.record(() => kernel.also((by) => by < 5))!;
    expect([tape.play(4), tape.play(5)]).toEqual([true, false]);
  });

  it('leaves the kernel as it was when the work fails', () => {
    const { productRows } = kernel.code;
    const fails = () => {
      throw new Error('no');
    };
    expect(() => kernel.record(fails)).toThrow('no');
    expect(kernel.code.productRows).toBe(productRows);
  });
});
