import { describe, expect, it } from 'vitest';
import { countWithin, restsOf, valuesWithin, windowsOf } from '../../src/statistics/windows.ts';

const upTo = (count: number) => Float64Array.from({ length: count }, (_, i) => i);

describe('windows about quantiles', () => {
  it('reach two hundredths of the pilot to either side of them', () => {
    // 0.23, 0.27, 0.73 and 0.77 times 1,024 are 235.52, 276.48, 747.52 and 788.48.
    expect([...windowsOf(upTo(1025), [0.25, 0.75])]).toEqual([235, 277, 747, 789]);
  });

  it('reach no further than the pilot, and end at infinity where it has no number', () => {
    expect([...windowsOf(Float64Array.of(1, 2, NaN), [0, 1])]).toEqual([1, 2, 2, Infinity]);
    expect([...windowsOf(new Float64Array(), [0.5])]).toEqual([0, 0]);
  });

  it('hold their first value and not the one they end before, nor what is no number', () => {
    const counts = new Float64Array(4);
    const values = Float64Array.of(7, 2, NaN, 4, 9, -Infinity, 3, 8, Infinity, 2);
    expect([...valuesWithin(Float64Array.of(2, 4, 8, 9), values, counts)]).toEqual([2, 3, 2, 8]);
    // Below 2 there is one value, below 8 there are six.
    expect([...counts]).toEqual([1, 3, 6, 1]);
    expect(countWithin(counts)).toBe(4);
  });

  it('leave the others to be counted below the first and from the end of each on', () => {
    // Of ten values, 1 lies below 2, 3 in the first window, 2 from 4 on, 1 in the second window and 3 from 9 on.
    expect(restsOf(Float64Array.of(2, 4, 8, 9), Float64Array.of(1, 3, 6, 1), 10)).toEqual([
      { at: 2, count: 1 },
      { at: 4, count: 2 },
      { at: 9, count: 3 },
    ]);
  });
});
