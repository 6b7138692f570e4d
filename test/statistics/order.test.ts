import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/statistics/order.ts';

/** By comparing, as any textbook does. */
const compared = (values: readonly number[]) =>
  values.map((_, i) => i).toSorted((a, b) => values[a]! - values[b]! || a - b);

describe('the order of numbers', () => {
  it('is that of comparing them, whatever they are', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, 5e-324, -5e-324, 1e308, -1e308, 2 ** 32, -(2 ** 32), 1 + 2 ** -52),
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 300 }), (values) => {
        expect([...orderOf(Float64Array.from(values))]).toEqual(compared(values));
      }),
      { seed: 1 },
    );
  });

  it('leaves equal numbers as they were, zeros of either sign too', () => {
    expect([...orderOf(Float64Array.of(0, -0, 2, -1, 2, 0, -1))]).toEqual([3, 6, 0, 1, 5, 2, 4]);
  });

  it('holds for many', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i) * 10 ** (i % 40));
    const order = orderOf(values);
    expect(order.every((at, k) => k === 0 || values[order[k - 1]!]! <= values[at]!)).toBe(true);
    expect(new Set(order).size).toBe(values.length);
  });
});
