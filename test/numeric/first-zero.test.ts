import { describe, expect, it } from 'vitest';
import { firstZero } from '../../src/numeric/first-zero.ts';

/** Counts how often it is asked. */
function counted(at: (x: number) => number) {
  let asked = 0;
  return { at: (x: number) => ((asked += 1), at(x)), asked: () => asked };
}

describe('the first zero of a falling function', () => {
  it('of a straight one is found in a few steps', () => {
    const { at, asked } = counted((x) => 1 - x / 0.3);
    expect(firstZero(at, 0.2)).toBeCloseTo(0.3, 10);
    expect(asked()).toBeLessThan(8);
  });

  it('is found where the function bends, breaks off and stays at 0', () => {
    expect(firstZero((x) => 1 / (1 + x) - 0.1, 1)).toBeCloseTo(9, 8);
    expect(firstZero((x) => (x < 2 ? 1 : -1), 1)).toBeCloseTo(2, 8);
    expect(firstZero((x) => Math.max(0, 1 - x / 5), 100)).toBeCloseTo(5, 8);
    expect(firstZero((x) => (x < 5 ? 1 - x / 5 : 100 * (1 - x / 5)), 1)).toBeCloseTo(5, 8);
  });

  it('is not found where there is none within reach', () => {
    expect(firstZero(() => 1, 1)).toBeUndefined();
    expect(firstZero((x) => 1 - x / 1e6, 1)).toBeUndefined();
    expect(firstZero((x) => 1 - x / 60_000, 1)).toBeCloseTo(60_000, 4);
  });
});
