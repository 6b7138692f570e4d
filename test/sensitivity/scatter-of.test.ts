import { describe, expect, it } from 'vitest';
import { scatterOf } from '../../src/sensitivity/scatter-of.ts';

const row = (count: number, of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));

describe('the outcome against an assumption', () => {
  it('is drawn by some draws as they are, and by means in tenths of all', () => {
    // 0 to 999 in an order that is none: 7 has no factor in common with 1,000.
    const x = row(1000, (i) => (7 * i) % 1000);
    const { points, line } = scatterOf(
      'a',
      x,
      row(1000, (i) => 3 * x[i]! - 1),
    );
    expect(points).toHaveLength(240);
    expect(points[2]).toEqual([14, 41]);
    // The first tenth are 0 to 99, with a mean of 49.5.
    expect(line).toHaveLength(10);
    expect(line[0]).toEqual([49.5, 147.5]);
    expect(line[9]).toEqual([949.5, 2847.5]);
  });

  it('keeps draws of the same value together', () => {
    // An event in a quarter of cases, which costs 8.
    const x = row(64, (i) => (i % 4 === 0 ? 1 : 0));
    const { points, line } = scatterOf(
      'a',
      x,
      row(64, (i) => (i % 4 === 0 ? 2 : 10)),
    );
    expect(points).toHaveLength(64);
    expect(line).toEqual([
      [0, 10],
      [1, 2],
    ]);
  });

  it('has as many parts as there are draws, up to ten', () => {
    for (const count of [1, 3, 16, 25]) {
      const y = row(count, (i) => i * i);
      const { line } = scatterOf(
        'a',
        row(count, (i) => i),
        y,
      );
      expect(line.length).toBe(Math.min(count, 10));
      expect(line[0]![1]).toBeLessThanOrEqual(line.at(-1)![1]);
    }
  });
});
